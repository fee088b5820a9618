import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/formula/expression.ts';
import { greyOf } from '../../../src/kit/colour/luma.ts';
import { nowOf } from '../../../src/kit/scene/now.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { wholeLine } from '../../../src/scenes/parameter-explosion/count.ts';
import {
  areaInWords,
  bytesInWords,
  inWords,
  zhCount,
} from '../../../src/scenes/parameter-explosion/largeNumbers.ts';
import { build } from '../../../src/scenes/parameter-explosion/model.ts';
import type { ExplosionParams } from '../../../src/scenes/parameter-explosion/parameters.ts';
import { parameterExplosion } from '../../../src/scenes/parameter-explosion/scene.ts';
import {
  boxOf,
  largestSize,
  type Plane,
  shrink,
  sumOfBox,
} from '../../../src/scenes/parameter-explosion/shrink.ts';
import { barIds, type ExplosionView, lastRow } from '../../../src/scenes/parameter-explosion/view.ts';
import { arbitraryParams } from './contract/arbitraryParams.ts';

const SIZE = { band: 'wide', width: 960, height: 336 } as const;
const NONE = { photo: { state: 'waiting' } } as const;
const params = arbitraryParams(parameterExplosion) as unknown as fc.Arbitrary<ExplosionParams>;
const DEFAULTS = createFigureStore(parameterExplosion).getState().params;

const now = (store: ReturnType<typeof storeWith>) => {
  const { model, view } = nowOf(parameterExplosion, store.getState(), SIZE);
  return { model, view: view as ExplosionView };
};
const storeWith = (change: Partial<ExplosionParams> = {}) => {
  const store = createFigureStore(parameterExplosion);
  store.actions.setParams(change);
  return store;
};
const at = (beat: string) => {
  const store = storeWith();
  expect(store.actions.goTo(beat)).toBe(true);
  const { model, view } = now(store);
  return { model, view, caption: parameterExplosion.caption(model, view, 'en') };
};

const plane: fc.Arbitrary<Plane> = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }))
  .chain(([rows, cols]) =>
    fc
      .array(fc.integer({ min: 0, max: 255 }), { minLength: rows * cols, maxLength: rows * cols })
      .map((values) => ({ rows, cols, data: Float64Array.from(values) })),
  );

/** A photograph whose pixels differ. */
const photoOf = (width: number, height: number) => ({
  ...{ name: 'boats', width, height },
  rgb: Uint8ClampedArray.from({ length: width * height * 3 }, (_, i) => (i * 37 + (i >> 5)) % 256),
});

describe('the scene parameter-explosion', () => {
  it('counts what the core counts, in steps that close', () => {
    fc.assert(
      fc.property(params, (p) => {
        const model = build(p, NONE);
        for (const { id, left, value } of model.rows)
          if (id !== 'ratio') expect(evaluate(left), id).toBe(value);
          else expect(Math.abs(evaluate(left) / value - 1)).toBeLessThan(0.005);
        const value = (id: string) => model.rows.find((row) => row.id === id)?.value;
        expect(value('dense-parameters')).toBe(model.dense.parameters);
        expect(value('dense-bytes')).toBe(4 * model.dense.parameters);
        expect(value('conv-parameters')).toBe(model.conv.parameters);
        expect(value('conv-work')).toBe(model.conv.multiplyAdds);
        for (const bar of barIds(model)) {
          expect(Number.isSafeInteger(lastRow(model, bar).value)).toBe(true);
          expect(evaluate(wholeLine(model, bar)), bar).toBe(lastRow(model, bar).value);
        }
      }),
    );
  });

  it('knows the numbers of the prose', () => {
    const { dense, conv, inputs } = build(DEFAULTS, NONE);
    expect([inputs, dense.parameters, dense.parameterBytes]).toEqual([36e6, 36_000_001_000, 144_000_004_000]);
    expect([conv.parameters, conv.multiplyAdds]).toEqual([1792, 20_736_000_000]);
    expect(at('digit').model.dense.parameters).toBe(785_000);
    expect(at('pixels').view.equations[0]).toMatchObject({ result: '12000000' });
    expect(at('inputs').view.equations[0]).toMatchObject({ result: '36000000' });
    expect(at('weights').view.equations[0]).toMatchObject({ result: '36000000000' });
    expect(at('memory').caption).toContain('144 GB');
    expect(at('convolution').view.equations[0]).toMatchObject({ result: '1792' });
    expect(at('ratio').view.equations[0]).toMatchObject({ sign: '≈', result: '20089286' });
    expect(at('work').model.conv.multiplyAdds).toBe(20_736_000_000);
    expect(at('million-budget').caption).toContain('35 × 28 pixels');
    expect(at('whole-photo').caption).toContain('All 81920 pixels');
  });

  it('divides one layer by leaving out what is far, then by sharing', () => {
    const { model, view } = at('sharing');
    expect([model.dense.parameters, model.local?.parameters, model.conv.parameters]).toEqual([
      14_455_392, 357_504, 456,
    ]);
    expect(view.gaps.map(({ ratio }) => ratio)).toEqual([14_455_392 / 357_504, 784]);
    fc.assert(
      fc.property(params, (p) => {
        const { local, conv, places, dense } = build({ ...p, layers: 'three', format: 1 }, NONE);
        expect((local?.parameters ?? 0) / conv.parameters).toBe(places);
        expect(local?.multiplyAdds).toBe(conv.multiplyAdds);
        expect(dense.outputs).toBe(conv.outputs);
      }),
    );
  });

  it('grows its bars along the steps and compares only what is complete', () => {
    fc.assert(
      fc.property(params, (p) => {
        const store = storeWith(p);
        const { track } = store.getState();
        let last = 0;
        for (let position = 0; position <= track.total; position += 0.25) {
          store.actions.seek(position);
          const { view } = now(store);
          const end = view.bars[0]?.end ?? 0;
          expect(end).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(1);
          last = end;
          for (const { from, to } of view.gaps)
            for (const id of [from, to]) expect(view.bars.find((bar) => bar.id === id)?.isDone).toBe(true);
        }
        const { view, model } = now(store);
        expect(view.gaps.length).toBe(view.bars.length - 1);
        for (const { id, value } of view.bars) expect(value).toBe(lastRow(model, id).value);
      }),
      { numRuns: 20 },
    );
  });

  it('shows the line of the bar that is pointed at, and of the one whose slider is held', () => {
    const store = storeWith();
    store.actions.point({ grid: 'dense', plane: 0, row: 0, col: 0 });
    const dense = { parts: ['4000 × 3000 × 3 × 1000 + 1000'], result: '36000001000', sign: '=' };
    expect(now(store).view.equations).toMatchObject([dense]);
    store.actions.point(null);
    store.actions.hold('filters');
    expect(now(store).view.equations).toMatchObject([{ parts: ['3 × 3 × 3 × 64 + 64'], result: '1792' }]);
    store.actions.hold('neurons');
    expect(now(store).view.equations).toMatchObject([dense]);
  });

  it('finds the largest picture of the same proportions that the budget can read', () => {
    fc.assert(
      fc.property(params, (p) => {
        const { shrunk, affordable, photo, budget } = build(p, NONE);
        expect(affordable * p.neurons).toBeLessThanOrEqual(budget);
        if (!shrunk) return expect(affordable).toBe(0);
        expect(shrunk.rows * shrunk.cols).toBeLessThanOrEqual(affordable);
        expect(shrunk.rows).toBeLessThanOrEqual(photo.height);
        expect(shrunk.cols).toBeLessThanOrEqual(photo.width);
      }),
    );
    expect(largestSize(320, 320, 784)).toEqual({ rows: 28, cols: 28 });
    expect(largestSize(256, 320, 81_920)).toEqual({ rows: 256, cols: 320 });
    expect(largestSize(256, 320, 1e9)).toEqual({ rows: 256, cols: 320 });
    expect(largestSize(256, 320, 0)).toBeNull();
  });

  it('says what a pixel is the average of, once the photograph is here', () => {
    const store = storeWith({ shrunk: true, budget: 5 });
    const pin = { grid: 'x', plane: 0, row: 3, col: 4 } as const;
    store.actions.pin(pin);
    expect(now(store).view.equations).toEqual([]);
    store.actions.setResource('photo', 'boats', { state: 'there', value: photoOf(320, 256) });
    const { model, view } = now(store);
    expect(store.getState().pinned).toEqual(pin);
    const [line] = view.equations;
    expect(line?.target).toEqual(pin);
    expect(line?.kind === 'expression' && line.value).toBe(model.small?.data[3 * model.small.cols + 4]);
    store.actions.setParams({ shrunk: false });
    expect(now(store).view.shrunk).toBe(true);
    store.actions.pin(null);
    expect(now(store).view.shrunk).toBe(false);
  });

  it('shrinks by sharing out the pixels: every pixel goes into exactly one box', () => {
    fc.assert(
      fc.property(
        plane,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (large, a, b) => {
          const rows = 1 + Math.floor(a * (large.rows - 1));
          const cols = 1 + Math.floor(b * (large.cols - 1));
          const seen = new Uint8Array(large.data.length);
          let total = 0;
          const small = shrink(large, rows, cols);
          for (let row = 0; row < rows; row++)
            for (let col = 0; col < cols; col++) {
              const box = boxOf(large, small, row, col);
              for (let y = box.top; y < box.top + box.rows; y++)
                for (let x = box.left; x < box.left + box.cols; x++)
                  seen[y * large.cols + x] = (seen[y * large.cols + x] as number) + 1;
              const sum = sumOfBox(large, box);
              total += sum;
              expect(small.data[row * cols + col]).toBe(sum / (box.rows * box.cols));
            }
          expect(seen.every((count) => count === 1)).toBe(true);
          expect(total).toBe(large.data.reduce((sum, value) => sum + value, 0));
        },
      ),
    );
  });

  it('leaves a picture alone that need not shrink, and greys as luma does', () => {
    const grey = { rows: 2, cols: 2, data: greyOf([255, 255, 255, 0, 0, 0, 255, 0, 0, 0, 0, 255]) };
    expect([...grey.data]).toEqual([255, 0, 76, 29]);
    expect(shrink(grey, 2, 2).data).toEqual(grey.data);
    expect([...shrink(grey, 1, 1).data]).toEqual([90]);
  });

  it('says large numbers in both languages', () => {
    expect([inWords(36_000_001_000, 'en'), inWords(36_000_001_000, 'zh')]).toEqual(['36 billion', '360 亿']);
    expect([inWords(1792, 'en'), inWords(784_000, 'en'), inWords(784_000, 'zh')]).toEqual([
      '1792',
      '784 thousand',
      '78.4 万',
    ]);
    expect([zhCount(1000, '个数'), zhCount(36e6, '个数')]).toEqual(['1000 个数', '3600 万个数']);
    expect([bytesInWords(144_000_004_000, 'en'), bytesInWords(7168, 'zh'), bytesInWords(8, 'zh')]).toEqual([
      '144 GB',
      '7.17 kB',
      '8 字节',
    ]);
    expect([areaInWords(1792, 'en'), areaInWords(36_000_001_000, 'en')]).toEqual([
      '17.9 cm²',
      '3.6 hectares',
    ]);
  });
});
