import { crossEntropy, crossEntropyBackward } from '../../tensor/crossEntropy.ts';
import { linear, linearBackward } from '../../tensor/linear.ts';
import { meanSquaredError, meanSquaredErrorBackward } from '../../tensor/meanSquaredError.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';
import { pythonList } from '../copy/python.ts';
import type { Domain } from '../plot/frame.ts';
import type { Landscape, Weights } from './landscape.ts';

interface View {
  readonly inputs: readonly number[];
  readonly across: Domain;
  readonly top: number;
}

const single = (t: Tensor): number => t.data[0] as number;

/** Operands in a sum: the first as it is, the others with their signs. */
const sum = (terms: readonly string[], count: number): string =>
  count === 1 ? (terms[0] as string) : `(${terms.join(' + ')}) / ${count}`;

/**
 * Mean squared error of a dense layer with one output: y = w·x, or y = b + w·x with the weights (b, w).
 * The mean is over the examples; its curvature is 2·mean(φφᵀ) for the rows φ that go in.
 */
export function squaredErrorFit(of: View & { targets: readonly number[]; bias?: boolean }): Landscape {
  const { inputs, targets, bias = false, across, top } = of;
  const features = inputs.map((x) => (bias ? [1, x] : [x]));
  const dims = bias ? 2 : 1;
  const chosen = <T>(list: readonly T[], example: number | null | undefined): readonly T[] =>
    typeof example === 'number' ? [list[example] as T] : list;
  const layer = (at: Weights, example: number | null | undefined) => {
    const rows = chosen(features, example);
    const x = tensor([rows.length, dims], rows.flat(), 'float64');
    const t = tensor([rows.length, 1], [...chosen(targets, example)], 'float64');
    const w = tensor([1, dims], [...at], 'float64');
    return { x, t, w, y: linear(x, w) };
  };
  const mean = (i: number, j: number): number =>
    features.reduce((total, row) => total + (row[i] as number) * (row[j] as number), 0) / features.length;
  const hessian = Array.from({ length: dims ** 2 }, (_, k) => 2 * mean(Math.floor(k / dims), k % dims));
  /** Output minus target, example by example. */
  const errors = (at: Weights, example: number | null): number[] => {
    const { y, t } = layer(at, example);
    return Array.from(y.data, (value, i) => value - (t.data[i] as number));
  };
  return {
    letters: bias ? ['b', 'w'] : ['w'],
    tex: bias ? ['b', 'w'] : ['w'],
    ...{ across, top },
    examples: inputs.length,
    loss: (at, example) => {
      const { y, t } = layer(at, example);
      return single(meanSquaredError(y, t));
    },
    slope: (at, example) => {
      const { x, t, w, y } = layer(at, example);
      return [...linearBackward(x, w, meanSquaredErrorBackward(y, t)).dw.data];
    },
    hessian: () => hessian,
    bottom: () => solve(features, targets),
    lossText: (at, print) =>
      sum(
        errors(at, null).map((error) => `${print(error)}^2`),
        inputs.length,
      ),
    slopeText: (at, axis, print, example) => {
      const rows = chosen(features, example);
      const terms = errors(at, example).map((error, i) =>
        bias && axis === 0 ? print(error) : `${print(rows[i]?.[axis] as number)} × ${print(error)}`,
      );
      return `2 × ${sum(terms, terms.length)}`;
    },
    lossTex: bias ? '\\tfrac14\\sum\\,(b+wx-t)^2' : '\\tfrac13\\sum\\,(wx-t)^2',
    slopeTex: bias
      ? ['\\tfrac24\\sum\\,(b+wx-t)', '\\tfrac24\\sum\\,x\\,(b+wx-t)']
      : ['\\tfrac23\\sum x\\,(wx-t)'],
    python: {
      data: `x = ${pythonList(inputs)}\nt = ${pythonList(targets)}`,
      loss: `((${bias ? 'w[0] + w[1] * x' : 'w[0] * x'} - t) ** 2).mean()`,
      gradient: bias
        ? 'np.array([2 * (w[0] + w[1] * x - t).mean(), 2 * (x * (w[0] + w[1] * x - t)).mean()])'
        : 'np.array([2 * (x * (w[0] * x - t)).mean()])',
    },
  };
}

/** The weights with the least squared error: Cramer's rule on XᵀX·w = Xᵀt. */
function solve(features: readonly (readonly number[])[], targets: readonly number[]): number[] {
  const dot = (i: number, j?: number): number =>
    features.reduce(
      (all, row, n) => all + (row[i] ?? 0) * (j === undefined ? (targets[n] ?? 0) : (row[j] ?? 0)),
      0,
    );
  if (features[0]?.length === 1) return [dot(0) / dot(0, 0)];
  const determinant = dot(0, 0) * dot(1, 1) - dot(0, 1) ** 2;
  return [
    (dot(0) * dot(1, 1) - dot(1) * dot(0, 1)) / determinant,
    (dot(1) * dot(0, 0) - dot(0) * dot(0, 1)) / determinant,
  ];
}

/** Mean cross-entropy of two classes with the logits 0 and w·x: the chance of class 1 is the sigmoid of w·x. */
export function crossEntropyFit(of: View & { classes: readonly (0 | 1)[] }): Landscape {
  const { inputs, classes, across, top } = of;
  const layer = (w: number, example: number | null | undefined) => {
    const one = typeof example === 'number';
    const rows = one ? [inputs[example] as number] : [...inputs];
    const x = tensor([rows.length, 1], rows, 'float64');
    const weights = tensor([2, 1], [0, w], 'float64');
    return { x, weights, target: one ? [classes[example] as number] : classes, z: linear(x, weights) };
  };
  const slopeAt = (w: number, example?: number | null): number => {
    const { x, weights, target, z } = layer(w, example);
    return linearBackward(x, weights, crossEntropyBackward(z, target)).dw.data[1] as number;
  };
  const chance = (z: number): number => 1 / (1 + Math.exp(-z));
  const bend = (w: number): number =>
    inputs.reduce((all, x) => all + x * x * chance(w * x) * (1 - chance(w * x)), 0) / inputs.length;
  /** Newton's method from 0: the curve is convex. */
  const lowest = Array.from({ length: 30 }).reduce<number>((w) => w - slopeAt(w) / bend(w), 0);
  return {
    letters: ['w'],
    tex: ['w'],
    ...{ across, top },
    examples: inputs.length,
    loss: ([w = 0], example) => {
      const { target, z } = layer(w, example);
      return single(crossEntropy(z, target));
    },
    slope: ([w = 0], example) => [slopeAt(w, example)],
    hessian: ([w = 0]) => [bend(w)],
    bottom: () => [lowest],
    lossText: ([w = 0], print) => {
      const terms = inputs.map((x, i) => `ln(1 + exp(${print(classes[i] === 1 ? -x : x)} × ${print(w)}))`);
      return sum(terms, inputs.length);
    },
    slopeText: ([w = 0], _, print, example) => {
      const terms = inputs.map((x, i) => `${x} × (${print(chance(w * x))} − ${classes[i]})`);
      const used = example === null ? terms : [terms[example] as string];
      return sum(used, used.length);
    },
    lossTex: '-\\tfrac13\\sum\\ln q',
    slopeTex: ['\\tfrac13\\sum x\\,(q-t)'],
    python: {
      data: `x = ${pythonList(inputs)}\nt = ${pythonList(classes)}`,
      loss: 'F.binary_cross_entropy_with_logits(w[0] * x, t)',
      gradient: 'np.array([(x * (1 / (1 + np.exp(-w[0] * x)) - t)).mean()])',
    },
  };
}
