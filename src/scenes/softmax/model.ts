import { explainLine } from '../../explain/softmax.ts';
import type { GradientClaim } from '../../kit/check/gradients.ts';
import { CLASSES } from '../../kit/samples/classes.ts';
import type { Text } from '../../language/language.ts';
import { createTrack, type Track } from '../../playback/track.ts';
import { crossEntropy, crossEntropyBackward } from '../../tensor/crossEntropy.ts';
import { createRandom } from '../../tensor/random.ts';
import { softmax } from '../../tensor/softmax.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';
import { LARGEST, type SoftmaxParams } from './parameters.ts';
import { STRETCHES } from './words.ts';
import { type Softened, totalOf, written, writtenLoss } from './written.ts';

export type Pass = keyof typeof STRETCHES;

/** All numbers of the figure, in float64. */
export interface SoftmaxModel extends Softened {
  readonly params: SoftmaxParams;
  readonly names: readonly Text[];
  /** [1, classes] */
  readonly z: Tensor;
  /** The class with the largest logit, the first of several. */
  readonly top: number;
  readonly exps: readonly number[];
  /** 1 for the true class, 0 for the others. */
  readonly t: readonly number[];
  /** The loss of equal shares: ln n. */
  readonly guess: number;
  /** No exponential ran over, and no share of the true class under. */
  readonly sound: boolean;
  readonly track: Track<Pass>;
}

/** The logits that the figure opens with: the true class has not the largest. */
const FIRST = [2, 1, 3, -1, 0, 1, -2, 0, 2, -1] as const;

function logitsOf({ classes, seed, z }: SoftmaxParams): number[] {
  const random = createRandom(seed * 41 + 7);
  const drawn = seed === 1 ? FIRST : Array.from({ length: CLASSES.length }, () => random.below(9) - 4);
  return Array.from({ length: classes }, (_, k) => z?.[k] ?? (drawn[k] as number));
}

/** The loss of a row of logits at a temperature, with the maximum subtracted. */
const lossOf = (z: Tensor, temperature: number, truth: number): number =>
  crossEntropy(
    z.map((value) => value / temperature),
    [truth],
    'sum',
  ).at();

/** As libraries do it: the maximum is subtracted first, and the loss never goes through a share. */
function stable(z: Tensor, temperature: number, truth: number): Softened {
  const s = z.map((value) => value / temperature);
  const powers = explainLine('z', s, -1, [0, 0]).powers.map((power) => ({ ...power, tensor: 'exps' }));
  return {
    subtracted: Math.max(...z.data),
    powers,
    total: totalOf(powers),
    q: softmax(s).data,
    loss: lossOf(z, temperature, truth),
    dz: crossEntropyBackward(s, [truth], 'sum').map((value) => value / temperature).data,
    de: null,
  };
}

export function build(params: SoftmaxParams): SoftmaxModel {
  const { classes, temperature, subtract, truth } = params;
  const z = tensor([1, classes], logitsOf(params), 'float64');
  const softened = subtract ? stable(z, temperature, truth) : written(z.data, temperature, truth);
  const steps = (id: Pass, cells: number, terms = 1) => ({ id, cells, terms, name: STRETCHES[id] });
  return {
    ...softened,
    params,
    names: CLASSES.slice(0, classes),
    z,
    top: z.data.indexOf(Math.max(...z.data)),
    exps: softened.powers.map(({ value }) => value),
    t: Array.from({ length: classes }, (_, k) => Number(k === truth)),
    guess: Math.log(classes),
    sound: [softened.loss, ...Array.from(softened.dz)].every(Number.isFinite),
    track: createTrack<Pass>([
      steps('exp', classes),
      steps('sum', 1, classes),
      steps('share', classes),
      steps('loss', 1),
      { ...steps('gradient', classes), role: 'gradient', direction: 'backward' },
    ]),
  };
}

/**
 * The gradient of the logits. Each is nudged from where it is: in proportion to a logit of 1,000 the step would be far too
 * long. Where ∞ or NaN came out there is no slope to compare with.
 */
export function gradients({ params, z, sound }: SoftmaxModel): GradientClaim[] {
  const { temperature, truth, subtract } = params;
  const loss = (nudges: Float64Array): number => {
    const moved = z.map((value, k) => value + (nudges[k] as number));
    return subtract ? lossOf(moved, temperature, truth) : writtenLoss(moved.data, temperature, truth);
  };
  return [{ grid: 'dlogits', values: new Float64Array(z.size), loss, isKink: () => !sound }];
}

/** A logit that the reader set. Four decimals are finer than any bar. */
const kept = (value: number): number =>
  Math.min(LARGEST, Math.max(-LARGEST, Math.round(value * 1e4) / 1e4)) + 0;

/** The logits with one of them set. */
export const withLogit = ({ z }: SoftmaxModel, k: number, value: number): Partial<SoftmaxParams> => ({
  z: Array.from(z.data, (old, i) => (i === k ? value : old)),
});

/** The logit that gives a class this exponential, while the same number is subtracted. */
export const withExponential = (model: SoftmaxModel, k: number, value: number, subtracted: number) =>
  withLogit(model, k, kept(subtracted + model.params.temperature * Math.log(value)));

/** The logit that gives a class this share, while the others keep theirs: ln(q / (1 − q)) above what the others come to. */
export function withShare(model: SoftmaxModel, k: number, share: number): Partial<SoftmaxParams> {
  const { temperature } = model.params;
  const others = Array.from(model.z.data, (value) => value / temperature).filter((_, i) => i !== k);
  const top = Math.max(...others);
  const sum = others.reduce((all, value) => all + Math.exp(value - top), 0);
  return withLogit(model, k, kept(temperature * (Math.log(share / (1 - share)) + top + Math.log(sum))));
}

/** All logits changed alike. */
export const allLogits = (
  { z }: SoftmaxModel,
  change: (value: number) => number,
): Partial<SoftmaxParams> => ({
  z: Array.from(z.data, (value) => change(value)),
});
