import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/formula/expression.ts';
import { createFigureStore } from '../../../src/playback/figureStore.ts';
import { formatParams, parseParams } from '../../../src/playback/params.ts';
import { shiftLines, sourceLines } from '../../../src/scenes/equivariance/formula.ts';
import { build, constrain, type ShiftParams, specs } from '../../../src/scenes/equivariance/model.ts';
import { BEAT_NAMES, equivariance } from '../../../src/scenes/equivariance/playable.ts';
import { totalOf } from '../../../src/scenes/equivariance/steps.ts';
import { viewAt } from '../../../src/scenes/equivariance/view.ts';

const params: fc.Arbitrary<ShiftParams> = fc
  .record({
    source: fc.constantFrom('numbers' as const, 'numbers' as const, 'digit' as const),
    digit: fc.integer({ min: 0, max: 9 }),
    seed: fc.integer({ min: 1, max: 99 }),
    operation: fc.constantFrom('conv' as const, 'max' as const, 'blur' as const),
    kernel: fc.constantFrom('edgeX' as const, 'edgeY' as const, 'laplace' as const),
    stride: fc.constantFrom('1' as const, '2' as const, '3' as const),
    border: fc.constantFrom('zeros' as const, 'circular' as const),
    down: fc.integer({ min: -20, max: 20 }),
    right: fc.integer({ min: -20, max: 20 }),
  })
  .map((asked) => constrain(asked));

describe('the scene equivariance', () => {
  it('never reaches an invalid state, and constraining twice changes nothing', () => {
    fc.assert(
      fc.property(params, (p) => {
        expect(constrain(p)).toEqual(p);
        expect(build(p).out).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it('is exact everywhere on a picture that goes round, for every multiple of the stride', () => {
    fc.assert(
      fc.property(params, (p) => {
        const stride = Number(p.stride);
        const down = Math.trunc(p.down / stride) * stride;
        const right = Math.trunc(p.right / stride) * stride;
        const { comparison, fits } = build({ ...p, border: 'circular', down, right });
        expect(fits).toBe(true);
        expect(comparison.largest.size).toBe(0);
      }),
    );
  });

  it('is exact away from the border, for every multiple of the stride', () => {
    fc.assert(
      fc.property(params, (p) => {
        const { comparison, fits } = build({ ...p, border: 'zeros' });
        if (fits && comparison.inside) expect(comparison.inside.size).toBe(0);
      }),
    );
  });

  it('explains every cell by the number that the core computed', () => {
    fc.assert(
      fc.property(params, fc.integer({ min: 0, max: 899 }), (p, where) => {
        const model = build(p);
        for (const grid of ['y', 'yshifted'] as const) {
          const at = where % model[grid].size;
          const cell = { tensor: grid, row: Math.floor(at / model.out), col: at % model.out };
          expect(viewAt(model, totalOf(model), cell).explanation?.value).toBe(model[grid].data[at]);
        }
        for (const grid of ['shifted', 'shiftedy'] as const) {
          const side = grid === 'shifted' ? model.side : model.out;
          const at = where % (side * side);
          const cell = { tensor: grid, row: Math.floor(at / side), col: at % side };
          const view = viewAt(model, totalOf(model), cell);
          const source = (grid === 'shifted' ? model.x : model.y).data;
          expect(view.from ? source[view.from[0] * side + view.from[1]] : 0).toBe(view.value);
          for (const line of Object.values(sourceLines(model, view) ?? {}))
            expect(evaluate(line.left)).toBe(evaluate(line.right));
        }
        for (const line of Object.values(shiftLines(model)))
          expect(evaluate(line.left)).toBe(evaluate(line.right));
      }),
    );
  });

  it('breaks with stride 2 and a shift of 1, and heals with a shift of 2', () => {
    const model = (right: number, change: Partial<ShiftParams> = {}) =>
      build(constrain({ ...build0(), border: 'circular', stride: '2', down: 0, right, ...change }));
    expect(model(1).comparison.largest.size).toBeGreaterThan(0);
    expect(model(2).comparison.largest.size).toBe(0);
    const max = model(1, { source: 'digit', operation: 'max' }).comparison;
    const blur = model(1, { source: 'digit', operation: 'blur' }).comparison;
    // The blur before the stride makes the error smaller (Zhang 2019).
    expect(blur.largest.size / blur.scale).toBeLessThan(max.largest.size / max.scale);
  });

  it('gives the numbers that the chapter names', () => {
    const at = (beat: string) => {
      const store = createFigureStore(equivariance);
      store.actions.goTo(beat);
      return store.getState().model.comparison;
    };
    expect(at('agree').inside?.size).toBe(0);
    expect(at('circular').largest.size).toBe(0);
    expect(at('stride-two').largest.size).toBeGreaterThan(0);
    expect(at('stride-two-even').largest.size).toBe(0);
    expect(at('max-dense').largest.size).toBe(0);
    expect(at('digit').largest.size).toBe(0);
    expect(at('digit-max')).toMatchObject({ unchanged: 190, scale: 254, largest: { size: 186 } });
    expect(at('digit-blur').largest.size).toBe(107.75);
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

  it('finds every beat', () => {
    for (const name of BEAT_NAMES) {
      const store = createFigureStore(equivariance);
      expect(store.actions.goTo(name), name).toBe(true);
      const { position, total, pinned, model } = store.getState();
      expect(position, name).toBeGreaterThan(0);
      expect(position).toBeLessThanOrEqual(total);
      expect(viewAt(model, position, pinned).asked).toEqual(pinned);
    }
  });
});

const build0 = (): ShiftParams => createFigureStore(equivariance).getState().params;
