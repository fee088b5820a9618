import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineText } from '../../../src/formula/arithmetic.ts';
import { evaluate, expressionText } from '../../../src/formula/expression.ts';
import { createFigureStore } from '../../../src/playback/figureStore.ts';
import { formatParams, parseParams } from '../../../src/playback/params.ts';
import { build, constrain, type PixelParams, SEEN, specs } from '../../../src/scenes/pixel-tensor/model.ts';
import { addressOf, momentAt, ORDERS, placeAt, positionOf } from '../../../src/scenes/pixel-tensor/orders.ts';
import { BEAT_NAMES, pixelTensor } from '../../../src/scenes/pixel-tensor/playable.ts';
import { patchAt, pictureOf, SOURCES } from '../../../src/scenes/pixel-tensor/sources.ts';
import { viewAt } from '../../../src/scenes/pixel-tensor/view.ts';
import { captionOf } from '../../../src/scenes/pixel-tensor/words.ts';

const params: fc.Arbitrary<PixelParams> = fc
  .record({
    source: fc.constantFrom(...SOURCES),
    row: fc.integer({ min: 0, max: 94 }),
    col: fc.integer({ min: 0, max: 94 }),
    size: fc.integer({ min: 2, max: 4 }),
    batch: fc.integer({ min: 1, max: 2 }),
    scale: fc.constantFrom('bytes' as const, 'unit' as const),
    apart: fc.integer({ min: 0, max: 100 }),
    seen: fc.constantFrom(...SEEN),
    x: fc.option(fc.array(fc.integer({ min: -255, max: 255 }), { minLength: 1, maxLength: 48 })),
  })
  .map((asked) => constrain(asked));

describe('the scene pixel-tensor', () => {
  it('never reaches an invalid state, and constraining twice changes nothing', () => {
    fc.assert(
      fc.property(params, (p) => {
        expect(constrain(p)).toEqual(p);
        const { x, unit, last } = build(p);
        expect(x.shape).toEqual([p.batch, 3, p.size, p.size]);
        for (const value of x.data) expect(Number.isInteger(value) && value >= 0 && value <= 255).toBe(true);
        for (const value of unit.data) expect(value).toBeLessThanOrEqual(1);
        expect([...last.data].sort()).toEqual([...x.data].sort());
      }),
    );
  });

  it('shows the bytes of the photograph under the loupe, and mirrors them in the second picture', () => {
    fc.assert(
      fc.property(params, (p) => {
        const picture = pictureOf(p.source);
        if (!picture || p.x) return;
        const { x } = build({ ...p, batch: 2 });
        expect([...x.data.slice(0, x.size / 2)]).toEqual(patchAt(picture, p.row, p.col, p.size));
        for (let c = 0; c < 3; c++)
          for (let h = 0; h < p.size; h++)
            for (let w = 0; w < p.size; w++) {
              expect(x.at(0, c, h, w)).toBe(
                picture.rgb[((p.row + h) * picture.width + p.col + w) * 3 + c] as number,
              );
              expect(x.at(1, c, h, w)).toBe(x.at(0, c, h, p.size - 1 - w));
            }
      }),
    );
  });

  it('opens on a photograph whose channels differ', () => {
    const { rgb = [] } = pictureOf('nile') ?? {};
    let differing = 0;
    for (let i = 0; i < rgb.length; i += 3)
      if (Math.abs((rgb[i] as number) - (rgb[i + 2] as number)) > 50) differing++;
    expect(differing).toBeGreaterThan(rgb.length / 3 / 4);
  });

  it('finds the same number at the address of either order, and the way back', () => {
    fc.assert(
      fc.property(params, fc.nat(), (p, where) => {
        const model = build(p);
        const flat = { nchw: model.x.data, nhwc: model.last.data };
        const address = where % model.cells;
        for (const order of ORDERS) {
          const place = placeAt(model, order, address);
          expect(addressOf(model, order, place)).toBe(address);
          expect(flat[order][address]).toBe(model.x.at(place.n, place.c, place.h, place.w));
          expect(momentAt(model, positionOf(model, order, place))).toEqual({
            order,
            done: address + 1,
            place,
          });
        }
      }),
    );
  });

  it('agrees with the row-major formulas of both orders', () => {
    const model = build(constrain({ ...specsDefaults(), batch: 2 }));
    const [, C = 0, H = 0, W = 0] = model.x.shape;
    for (let address = 0; address < model.cells; address++) {
      const { n, c, h, w } = placeAt(model, 'nchw', address);
      expect(((n * C + c) * H + h) * W + w).toBe(address);
      const view = viewAt(model, 0, null);
      expect(view.address.nchw).toBe(0);
    }
    const asked = viewAt(model, 0, { tensor: 'x_1', row: 1, col: 2 });
    expect(asked.address).toEqual({ nchw: 22, nhwc: 19 });
    expect(expressionText(asked.offsets.nhwc)).toBe('((0 × 4 + 1) × 4 + 2) × 3 + 1 = 19');
    expect(expressionText(asked.offsets.nchw)).toBe('((0 × 3 + 1) × 4 + 1) × 4 + 2 = 22');
  });

  it('writes every number once in each order', () => {
    fc.assert(
      fc.property(params, (p) => {
        const model = build(p);
        const end = viewAt(model, pixelTensor.total(model));
        for (const order of ORDERS) expect(end.memory[order].every(({ written }) => written)).toBe(true);
        const half = viewAt(model, model.cells);
        expect(half.memory.nchw.every(({ written }) => written)).toBe(true);
        expect(half.memory.nhwc.some(({ written }) => written)).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('says the numbers of a pixel and their grey value', () => {
    const model = build(constrain(specsDefaults()));
    const view = viewAt(model, 0, { tensor: 'pixel', row: 3, col: 0 });
    expect(captionOf(model, view, 'en')).toContain('200 red, 165 green, 121 blue');
    expect(lineText(view.greyLine)).toBe('0.299 × 200 + 0.587 × 165 + 0.114 × 121 ≈ 170.449');
    expect(view.grey.value).toBeCloseTo(0.299 * 200 + 0.587 * 165 + 0.114 * 121, 10);
    expect(expressionText(view.scaling)).toBe('200 / 255 ≈ 0.784');
    const stepped = viewAt(model, positionOf(model, 'nchw', { n: 0, c: 0, h: 0, w: 0 }));
    expect(captionOf(model, stepped, 'zh')).toContain('地址 0');
  });

  it('prints arithmetic that closes, at every position and in full precision too', () => {
    fc.assert(
      fc.property(params, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (p, where, full) => {
        const model = build(p);
        const view = viewAt(model, Math.floor(where * pixelTensor.total(model)), null, full);
        const lines = [view.scaling, ...ORDERS.map((order) => view.offsets[order])].map(expressionText);
        for (const line of [...lines, lineText(view.greyLine)]) {
          const [left = Number.NaN, right = Number.NaN] = line.split(/[=≈]/).map(evaluate);
          if (line.includes('=')) expect(left, line).toBe(right);
          else expect(left, line).toBeCloseTo(right, 1);
        }
      }),
    );
  });

  it('writes links that read back to the same parameters', () => {
    fc.assert(
      fc.property(params, (p) => {
        const { params: again, problems } = parseParams(specs, formatParams(specs, p));
        expect(problems).toEqual([]);
        expect(constrain(again)).toEqual(p);
      }),
    );
  });

  it('finds every beat, with its pin on the figure', () => {
    for (const name of BEAT_NAMES) {
      const store = createFigureStore(pixelTensor);
      expect(store.actions.goTo(name), name).toBe(true);
      const { position, pinned, model } = store.getState();
      expect(position).toBeGreaterThan(0);
      if (pinned) expect(viewAt(model, position, pinned).asked, name).not.toBeNull();
    }
  });

  it('forgets typed bytes when the loupe moves, but not those of somebody’s own picture', () => {
    const store = createFigureStore(pixelTensor);
    const typed = Array.from({ length: 48 }, (_, i) => i);
    store.actions.setParams({ x: typed });
    expect(store.getState().params.x).toEqual(typed);
    store.actions.setParams({ col: 5 });
    expect(store.getState().params.x).toBeNull();
    store.actions.setParams({ source: 'own', x: typed });
    store.actions.setParams({ scale: 'unit' });
    store.actions.setParams({ size: 2 });
    expect(store.getState().params.source).toBe('own');
    expect(store.getState().params.x).toEqual([0, 1, 4, 5, 16, 17, 20, 21, 32, 33, 36, 37]);
  });
});

function specsDefaults(): PixelParams {
  return parseParams(specs, {}).params;
}
