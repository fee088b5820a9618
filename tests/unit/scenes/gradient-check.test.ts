import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGradient, holds } from '../../../src/kit/check/gradients.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { BEST } from '../../../src/scenes/gradient-check/best.ts';
import { gradientsOf } from '../../../src/scenes/gradient-check/model.ts';
import {
  type Bug,
  backward,
  decisions,
  forward,
  TENSORS,
  type TensorName,
} from '../../../src/scenes/gradient-check/network.ts';
import type { CheckParams } from '../../../src/scenes/gradient-check/parameters.ts';
import { gradientCheck as scene } from '../../../src/scenes/gradient-check/scene.ts';
import { BUGS } from '../../../src/scenes/gradient-check/words.ts';

const modelWith = (params: Partial<CheckParams> = {}) => {
  const store = createFigureStore(scene);
  store.actions.setParams(params);
  return store.getState().model;
};

/** Which tensors each bug spoils: the one that it makes, and all that is made from it further back. */
const SPOILT: Readonly<Record<Bug, readonly TensorName[]>> = {
  none: [],
  turn: ['x'],
  zeros: ['x'],
  mean: ['b'],
  gate: ['x', 'w', 'b'],
  tie: ['x', 'w', 'b'],
};
const CASES = Object.entries(SPOILT) as [Bug, readonly TensorName[]][];

describe('the check', () => {
  it.each(CASES)('with the bug “%s” names exactly the tensors that it spoils', (bug, spoilt) => {
    const { red, gradients, network, params } = modelWith({ bug });
    expect(red).toEqual(spoilt);
    const right = backward(network, 'none');
    const changed = TENSORS.filter((name) => String(gradients[name].data) !== String(right[name].data));
    expect(changed).toEqual(spoilt);
    expect(params.bug).toBe(bug);
  });

  it.each(CASES)('and the badge says the same of “%s”', (bug, spoilt) => {
    const model = modelWith({ bug });
    const wrong = gradientsOf(model).filter(
      (claim) => !holds(checkGradient(claim, model.gradients[claim.grid.slice(1) as TensorName].data)),
    );
    expect(wrong.map(({ grid }) => grid)).toEqual(spoilt.map((name) => `d${name}`));
    expect(gradientsOf(model).every(({ isBroken }) => isBroken === (bug !== 'none'))).toBe(true);
  });

  it('has words for every bug that it knows', () => {
    expect(Object.keys(BUGS)).toEqual(CASES.map(([bug]) => bug));
  });

  it('lies in float32, and with an ε that is much too small or much too large', () => {
    expect(modelWith({ format: 'float32' }).red).toEqual(TENSORS);
    expect(modelWith({ format: 'float32', exponent: -8 }).checks.w.error).toBeGreaterThan(0.5);
    expect(modelWith({ exponent: -12 }).red.length).toBeGreaterThan(0);
    expect(modelWith({ exponent: -1 }).red.length).toBeGreaterThan(0);
    for (const exponent of [-6, -5, -4]) expect(modelWith({ exponent }).red).toEqual([]);
  });

  it('compares nothing across a kink: the pixels of the tie, by the decisions of the maxima', () => {
    const { checks, network } = modelWith();
    expect(TENSORS.map((name) => checks[name].kinks)).toEqual([8, 0, 0, 0]);
    const { z } = forward(network);
    // Row 1, columns 1 and 2 of the first picture's map are equal and positive, and two windows see both.
    expect(z.at(0, 0, 1, 1)).toBe(z.at(0, 0, 1, 2));
    expect(z.at(0, 0, 1, 1)).toBeGreaterThan(0);
    for (const { isKink, above, below } of checks.x.numbers)
      expect(isKink).toBe(decisions(above) !== decisions(below));
  });

  it('has the two windows of the tie move together with the kernel and the bias', () => {
    const { network, gradients } = modelWith({ bug: 'tie' });
    const right = backward(network, 'none');
    expect(gradients.b.data[0]).not.toBeCloseTo(right.b.data[0] as number, 6);
  });
});

describe('the error over ε', () => {
  const { errorsOf } = modelWith();
  const best = (format: 'float64' | 'float32') =>
    errorsOf('w', 0)[format].reduce((a, b) => (b[1] < a[1] ? b : a));

  it('is a V whose lowest point lies near the cube root of the format’s precision', () => {
    for (const format of ['float64', 'float32'] as const)
      expect(Math.abs(best(format)[0] - Math.log10(BEST[format]))).toBeLessThan(1.5);
    expect(BEST.float64).toBeCloseTo(6.06e-6, 8);
    expect(BEST.float32).toBeCloseTo(4.92e-3, 5);
    expect(best('float64')[1]).toBeLessThan(-10);
    expect(best('float32')[1]).toBeGreaterThan(-7);
  });

  it('falls with ε² where the curve bends: a tenth of ε, a hundredth of the error', () => {
    const at = (exponent: number): number =>
      errorsOf('w', 0).float64.find(([e]) => e === exponent)?.[1] ?? Number.NaN;
    expect(at(-2) - at(-3)).toBeCloseTo(2, 1);
    expect(at(-3) - at(-4)).toBeCloseTo(2, 0);
  });

  it('does not fall below the bug, whatever ε is', () => {
    for (const [, error] of modelWith({ bug: 'gate' }).errorsOf('w', 4).float64)
      expect(error).toBeGreaterThan(-1.5);
  });
});

describe('broken on purpose', () => {
  it('is nothing without a switch, for any numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 9, maxLength: 9 }), (w) => {
        const model = modelWith({ w });
        expect(gradientsOf(model).some(({ isBroken }) => isBroken)).toBe(false);
        expect(model.gradients.x.data).toEqual(backward(model.network, 'none').x.data);
      }),
      { numRuns: 20 },
    );
  });
});
