import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nowOf } from '../../../src/kit/scene/now.ts';
import { settle } from '../../../src/playback/parameters/table.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { saidOf } from '../../../src/scenes/training-step/formula.ts';
import { build, STEPS, type StepModel } from '../../../src/scenes/training-step/model.ts';
import type { StepParams } from '../../../src/scenes/training-step/parameters.ts';
import { topOf } from '../../../src/scenes/training-step/plot.ts';
import { trainingStep } from '../../../src/scenes/training-step/scene.ts';
import { type GradientStep, WEIGHTS } from '../../../src/scenes/training-step/step.ts';
import { batchOf, modelWith, moved } from '../../../src/scenes/training-step/weights.ts';
import { crossEntropy } from '../../../src/tensor/crossEntropy.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';

const SIZE = { band: 'wide', width: 960, height: 346 } as const;
const modelOf = (change: Partial<StepParams> = {}): StepModel =>
  build(settle(trainingStep, { ...createFigureStore(trainingStep).getState().params, ...change }));

/** The loss of the digit with all weights moved, by a pass forwards alone; a negative rate goes uphill. */
function lossAfter({ label }: StepModel, { weights, gradients }: GradientStep, rate: number): number {
  const slopes = rate < 0 ? gradients.map((g) => g.map((slope) => -slope)) : gradients;
  const model = modelWith(moved(weights, slopes, Math.abs(rate)));
  return crossEntropy(model.forward(batchOf([label], 'float64')), [label]).data[0] as number;
}

describe('the loss', () => {
  it('is read from the scores where the share has become 0', () => {
    const store = createFigureStore(trainingStep);
    store.actions.goTo('large');
    const { model, view } = nowOf(trainingStep, store.getState(), SIZE);
    expect(model.first.pass.values.probs.data[model.label]).toBe(0);
    const [line] = view.equations;
    if (line?.kind !== 'expression') throw new Error('the loss is a line of its own');
    const written = line.parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
    expect(written).toMatch(/^2055\.775 − \(−772\.741\) \+ ln\(1\)$/);
    expect(line.result).toBe('2828.516');
  });
});

describe('the slope along the step', () => {
  it.each(['he', 'small'] as const)('is −‖∂w‖² over all 11,274 numbers: %s', (start) => {
    const model = modelOf({ start });
    // At the very start empty paper lies exactly on the kink of ReLU, for the biases are 0; after one step it does not.
    const step = model.step(1);
    const { square } = step;
    const by = 1e-5 / Math.sqrt(square);
    const slope = (lossAfter(model, step, by) - lossAfter(model, step, -by)) / (2 * by);
    expect(slope).toBeLessThan(0);
    expect(Math.abs(slope + square) / square).toBeLessThan(1e-5);
  });

  it('and the gradient of a weight alone is the slope of its own loss', () => {
    const { first } = modelOf();
    const slopes = (first.gradients[0] as Tensor).data;
    const largest = Math.max(...slopes.map(Math.abs));
    for (let i = 0; i < WEIGHTS; i += 23) {
      const slope = (first.alone(i, 1e-6) - first.alone(i, -1e-6)) / 2e-6;
      expect(Math.abs(slope - (slopes[i] as number))).toBeLessThan(1e-6 * largest);
    }
  });

  it('one weight changed alone gives the loss of a whole pass', () => {
    const { first, label } = modelOf({ digit: '7' });
    fc.assert(
      fc.property(fc.nat(WEIGHTS - 1), fc.double({ min: -2, max: 2, noNaN: true }), (i, by) => {
        const weights = first.weights.map((w) => w.clone());
        const data = weights[0]?.data as Float64Array;
        data[i] = (data[i] as number) + by;
        const whole = crossEntropy(modelWith(weights).forward(batchOf([label], 'float64')), [label]);
        expect(first.alone(i, by)).toBeCloseTo(whole.data[0] as number, 9);
      }),
      { numRuns: 20 },
    );
  });
});

describe('weights that are all 0', () => {
  const model = modelOf({ start: 'zeros', rate: 1 });

  it('guess ten times equally, and only the ten biases of the scores have a slope', () => {
    const { pass, square, squares, gradients } = model.first;
    expect(pass.loss).toBeCloseTo(Math.log(10), 12);
    // Nine wrong classes at 0.1, and the right one at 0.1 − 1.
    expect(square).toBeCloseTo(9 * 0.1 ** 2 + 0.9 ** 2, 12);
    expect(squares.slice(0, 2)).toEqual([0, 0]);
    expect(gradients.slice(0, 5).every(({ data }) => data.every((g) => g === 0))).toBe(true);
  });

  it('promise −0.9 at a learning rate of 1, and keep −0.841', () => {
    expect(model.outcome(0).loss).toBeCloseTo(Math.log(1 + 9 * Math.exp(-1)), 12);
    expect(model.outcome(0).loss - model.first.pass.loss).toBeCloseTo(-0.841, 3);
  });

  it('never move a kernel', () => {
    const kernels = model.outcome(STEPS - 1).next[0] as Tensor;
    expect(kernels.data.every((w) => w === 0)).toBe(true);
  });
});

describe('the figure', () => {
  it('finishes a step as the curve of it says, and the next step begins there', () => {
    const model = modelOf();
    const top = topOf(model.params.rate);
    const curve = model.first.curves.own(top);
    expect(curve[0]?.[1]).toBeCloseTo(model.first.pass.loss, 4);
    expect(curve.at(-1)?.[1]).toBeCloseTo(lossAfter(model, model.first, top), 4);
    expect(model.step(1).pass.loss).toBe(model.outcome(0).loss);
  });

  it('shows the weight that is pressed, wherever it is pressed', () => {
    const store = createFigureStore(trainingStep);
    const seen = ['w', 'dw', 'stepped'].map((grid) => {
      store.actions.pin({ grid, plane: 5, row: 1, col: 3 });
      return nowOf(trainingStep, store.getState(), SIZE).view.weight;
    });
    const { params, model } = store.getState();
    for (const weight of seen) {
      expect(weight.name).toBe('w₅,₁,₃');
      expect(weight.gradient).toBe(model.first.gradients[0]?.at(5, 0, 1, 3));
      expect(weight.after).toBe(weight.before - params.rate * weight.gradient);
    }
  });

  it.each(['he', 'large', 'trained'] as const)(
    'keeps its numbers finite at the largest learning rate: %s',
    (start) => {
      const model = modelOf({ start, rate: 10 });
      for (let k = 0; k < 3; k++) {
        const { loss, next } = model.outcome(k);
        expect(Number.isFinite(loss)).toBe(true);
        expect(next.every(({ data }) => data.every(Number.isFinite))).toBe(true);
      }
    },
  );

  it.each([
    [0.0001, 0.0002],
    [0.002, 0.005],
    [0.004, 0.005],
    [0.0041, 0.01],
    [1, 2],
    [8, 10],
    [10, 20],
  ])('has an axis for the learning rate %d that ends at %d', (rate, top) => {
    expect(topOf(rate)).toBe(top);
  });

  it.each([
    [4, -1, -0.99, 'the line holds'],
    [4, -1, -0.7, 'the curve bends away'],
    [4, -5, -3, 'below 0'],
    [4, -1, 0.5, 'rises'],
    [2.3, 0, 0, 'nothing moves'],
  ])('says of a loss of %d, promised %d and changed by %d: %s', (loss, promised, change, said) => {
    expect(saidOf(loss, promised, change).en).toContain(said);
  });
});
