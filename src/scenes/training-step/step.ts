import { type DigitPass, digitPass } from '../../kit/digitPass/pass.ts';
import { digit } from '../../kit/samples/samples.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { lossAlone } from './alone.ts';
import { type Curves, createCurves } from './curves.ts';
import { modelWith } from './weights.ts';

/** The numbers of the first convolution's kernels: 8 of 5 × 5. */
export const KERNELS = { planes: 8, rows: 5, cols: 5 } as const;
export const WEIGHTS = KERNELS.planes * KERNELS.rows * KERNELS.cols;

/** One gradient step on one digit, as far as it does not depend on the learning rate: pass, gradients, curves. */
export interface GradientStep {
  readonly pass: DigitPass;
  readonly weights: readonly Tensor[];
  /** ∂L/∂ each of the weights. */
  readonly gradients: readonly Tensor[];
  /** ‖∂w‖² of the three layers, biases included; and of all 11,274 numbers. */
  readonly squares: readonly number[];
  readonly square: number;
  readonly curves: Curves;
  /** The loss if weight `i` of the first layer alone were changed by `by`. */
  alone(i: number, by: number): number;
}

function squareOf(tensors: readonly Tensor[]): number {
  let sum = 0;
  for (const { data } of tensors) for (const g of data) sum += g * g;
  return sum;
}

/** @param label the digit, 0 to 9, which is also its class */
export function gradientStep(weights: readonly Tensor[], label: number): GradientStep {
  const model = modelWith(weights);
  const pass = digitPass(digit(label).pixels, label, { model, learns: true });
  const gradients = model.grads;
  const alone = lossAlone(pass);
  const squares = [0, 2, 4].map((first) => squareOf(gradients.slice(first, first + 2)));
  return {
    ...{ pass, weights: pass.weights, gradients, squares },
    square: squares.reduce((sum, one) => sum + one, 0),
    ...{ alone, curves: createCurves({ weights: pass.weights, gradients, label, alone }) },
  };
}

/** The weight of the first layer with the steepest slope. */
export function steepest({ gradients }: GradientStep): number {
  const slopes = (gradients[0] as Tensor).data;
  let at = 0;
  for (let i = 1; i < slopes.length; i++)
    if (Math.abs(slopes[i] as number) > Math.abs(slopes[at] as number)) at = i;
  return at;
}
