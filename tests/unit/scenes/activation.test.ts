import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, expressionText } from '../../../src/formula/expression.ts';
import { createFigureStore } from '../../../src/playback/figureStore.ts';
import { defaultParams, formatParams, parseParams } from '../../../src/playback/params.ts';
import {
  type ActivationParams,
  build,
  CELLS,
  constrain,
  largestSlope,
  NAMES,
  specs,
} from '../../../src/scenes/activation/model.ts';
import { activationScene, BEAT_NAMES } from '../../../src/scenes/activation/playable.ts';
import { viewAt } from '../../../src/scenes/activation/view.ts';

const params: fc.Arbitrary<ActivationParams> = fc
  .record({
    name: fc.constantFrom(...NAMES),
    alpha: fc.double({ min: 0.01, max: 2, noNaN: true }),
    z: fc.double({ min: -5, max: 5, noNaN: true }),
    depth: fc.integer({ min: 1, max: 30 }),
    source: fc.constantFrom('photo' as const, 'digit' as const),
    bias: fc.double({ min: -3, max: 3, noNaN: true }),
    seed: fc.integer({ min: 1, max: 9999 }),
  })
  .map((asked) => constrain(asked));

const at = (change: Partial<ActivationParams>) => build(constrain({ ...defaultParams(specs), ...change }));

describe('the scene activation', () => {
  it('never reaches an invalid state, and constraining twice changes nothing', () => {
    fc.assert(
      fc.property(params, (p) => {
        expect(constrain(p)).toEqual(p);
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

  it('prints arithmetic that closes, in a few digits and in all', () => {
    fc.assert(
      fc.property(params, fc.integer({ min: 0, max: 2 * CELLS }), fc.boolean(), (p, position, full) => {
        const { point, cell, accounts } = viewAt(build(p), position, null, full);
        const lines = [
          point.value,
          point.slope,
          point.deep,
          point.deepest,
          ...(point.helper ? [point.helper.line] : []),
          ...(cell.out ? [cell.out] : []),
          ...(cell.back ? [cell.back] : []),
          ...accounts.map(({ line }) => line),
        ];
        for (const line of lines) {
          const [left, right] = [evaluate(line.left), evaluate(line.right)];
          if (line.sign === '=') expect(left === right, expressionText(line)).toBe(true);
          else
            expect(Math.abs(left - right), expressionText(line)).toBeLessThan(
              0.02 * Math.max(1, Math.abs(right)),
            );
        }
      }),
    );
  });

  it('shows the numbers of the core', () => {
    fc.assert(
      fc.property(params, fc.integer({ min: 1, max: CELLS }), (p, step) => {
        const model = build(p);
        const { cell, point } = viewAt(model, CELLS + step);
        expect([cell.z, cell.a, cell.dz]).toEqual(
          [model.z, model.a, model.dz].map(({ data }) => data[step - 1]),
        );
        // Two neighbours of the point agree with its slope.
        if (Math.abs(p.z) > 0.01) {
          const h = 1e-5;
          expect(point.m).toBeCloseTo((model.g(p.z + h) - model.g(p.z - h)) / (2 * h), 5);
        }
      }),
    );
  });

  it('says what the chapter says of the slopes', () => {
    expect(viewAt(at({ name: 'relu', z: 0 }), 0).point.m).toBe(0);
    expect(largestSlope(at({ name: 'sigmoid' }))).toBe(0.25);
    expect(viewAt(at({ name: 'sigmoid', z: 0, depth: 5 }), 0).point.deep.left).toBe('0.25 ^ 5');
    expect(largestSlope(at({ name: 'gelu' }))).toBeCloseTo(1.129, 3);
    expect(largestSlope(at({ name: 'tanh' }))).toBe(1);
  });

  it('has a dead map, out and back, when the bias pushes every sum below 0', () => {
    const { a, dz } = at({ name: 'relu', bias: -3 });
    expect(a.data.every((value) => value === 0)).toBe(true);
    expect(dz.data.every((value) => value === 0)).toBe(true);
  });

  it('takes no pin that is none of its cells', () => {
    const model = build(defaultParams(specs));
    expect(viewAt(model, 3, { tensor: 'pre', row: 1, col: 2 }).cell).toMatchObject({
      row: 1,
      col: 2,
      asked: true,
    });
    expect(viewAt(model, 3, { tensor: 'pre', row: 7, col: 2 }).cell.asked).toBe(false);
    expect(viewAt(model, 3, { tensor: 'x', row: 1, col: 2 }).cell.asked).toBe(false);
  });

  it('finds every beat', () => {
    for (const name of BEAT_NAMES) {
      const store = createFigureStore(activationScene);
      expect(store.actions.goTo(name), name).toBe(true);
      expect(store.getState().position).toBeGreaterThan(0);
    }
    const store = createFigureStore(activationScene);
    store.actions.goTo('leaky');
    expect(store.getState().params).toMatchObject({ name: 'leakyRelu', alpha: 0.1 });
  });
});
