import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/formula/expression.ts';
import { createFigureStore } from '../../../src/playback/figureStore.ts';
import { formatParams, parseParams } from '../../../src/playback/params.ts';
import { countRows, PATHS, ROW_COUNT } from '../../../src/scenes/parameter-explosion/count.ts';
import {
  areaInWords,
  bytesInWords,
  inWords,
  zhCount,
} from '../../../src/scenes/parameter-explosion/largeNumbers.ts';
import {
  BUDGETS,
  build,
  type ExplosionParams,
  FORMATS,
  LARGEST_KERNEL,
  MEASURES,
  MOST_FILTERS,
  MOST_NEURONS,
  PHOTO_IDS,
  specs,
} from '../../../src/scenes/parameter-explosion/model.ts';
import { BEAT_NAMES, parameterExplosion } from '../../../src/scenes/parameter-explosion/playable.ts';
import {
  boxOf,
  greyOf,
  largestSize,
  type Plane,
  shrink,
  sumOfBox,
} from '../../../src/scenes/parameter-explosion/shrink.ts';
import { viewAt } from '../../../src/scenes/parameter-explosion/view.ts';
import { captionOf } from '../../../src/scenes/parameter-explosion/words.ts';

const params: fc.Arbitrary<ExplosionParams> = fc.record({
  format: fc.integer({ min: 0, max: FORMATS.length - 1 }),
  neurons: fc.integer({ min: 1, max: MOST_NEURONS }),
  kernel: fc.integer({ min: 1, max: LARGEST_KERNEL }),
  filters: fc.integer({ min: 1, max: MOST_FILTERS }),
  measure: fc.constantFrom(...MEASURES),
  budget: fc.integer({ min: 0, max: BUDGETS.length - 1 }),
  photo: fc.constantFrom(...PHOTO_IDS),
});

const plane: fc.Arbitrary<Plane> = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }))
  .chain(([rows, cols]) =>
    fc
      .array(fc.integer({ min: 0, max: 255 }), { minLength: rows * cols, maxLength: rows * cols })
      .map((values) => ({ rows, cols, data: Float64Array.from(values) })),
  );

describe('the scene parameter-explosion', () => {
  it('counts what the core counts, in rows that close', () => {
    fc.assert(
      fc.property(params, (p) => {
        const model = build(p);
        const rows = countRows(model);
        expect(rows.length).toBe(ROW_COUNT);
        for (const { line, id } of rows) {
          const [left, right] = [evaluate(line.left), evaluate(line.right)];
          if (line.sign === '=') expect(left, id).toBe(right);
          else expect(Math.abs(left / right - 1), id).toBeLessThan(0.005);
          if (id !== 'ratio') expect(line.sign, id).toBe('=');
        }
        const value = (id: string) => rows.find((row) => row.id === id)?.value;
        expect(value('parameters')).toBe(model.dense.parameters);
        expect(value('convParameters')).toBe(model.conv.parameters);
        expect(value('bytes')).toBe(4 * model.dense.parameters);
        expect(value('convWork')).toBe(model.conv.multiplyAdds);
      }),
    );
  });

  it('knows the numbers of the prose', () => {
    const { dense, conv, inputs } = build(createFigureStore(parameterExplosion).getState().params);
    expect([inputs, dense.parameters, dense.parameterBytes]).toEqual([36e6, 36_000_001_000, 144_000_004_000]);
    expect([conv.parameters, conv.multiplyAdds]).toEqual([1792, 20_736_000_000]);
    const digit = build({ ...createFigureStore(parameterExplosion).getState().params, format: 0 });
    expect([digit.dense.parameters, digit.conv.parameters]).toEqual([785_000, 640]);
  });

  it('grows its bars along the rows and compares only what is complete', () => {
    fc.assert(
      fc.property(params, (p) => {
        const model = build(p);
        let last = 0;
        for (let position = 0; position <= ROW_COUNT; position++) {
          const { dense, ratio } = viewAt(model, position);
          expect(dense.end).toBeGreaterThanOrEqual(last);
          last = dense.end;
          if (position < 9) expect(ratio).toBeNull();
        }
        const end = viewAt(model, ROW_COUNT);
        expect(end.ratio).not.toBeNull();
        expect(end.dense.value).toBe(end.rows.find(({ id }) => id === PATHS[p.measure].dense.at(-1))?.value);
        expect(end.dense.end).toBeLessThanOrEqual(100);
        for (const language of ['en', 'zh'] as const)
          expect(captionOf(model, end, language)).not.toMatch(/undefined|NaN/);
      }),
    );
  });

  it('finds the largest picture of the same proportions that the budget can read', () => {
    fc.assert(
      fc.property(params, (p) => {
        const { shrunk, affordable, photo, budget } = build(p);
        expect(affordable * p.neurons).toBeLessThanOrEqual(budget);
        if (!shrunk) {
          expect(affordable).toBe(0);
          return;
        }
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
    const grey = greyOf([255, 255, 255, 255, 0, 0, 0, 255, 255, 0, 0, 255, 0, 0, 255, 255], 2, 2);
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

  it('writes links that read back, and finds every beat', () => {
    fc.assert(
      fc.property(params, (p) => {
        const { params: again, problems } = parseParams(specs, formatParams(specs, p));
        expect(problems).toEqual([]);
        expect(again).toEqual(p);
      }),
    );
    for (const name of BEAT_NAMES) {
      const store = createFigureStore(parameterExplosion);
      expect(store.actions.goTo(name), name).toBe(true);
      expect(store.getState().position).toBeGreaterThan(0);
    }
  });
});
