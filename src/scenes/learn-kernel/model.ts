import type { GradientClaim } from '../../kit/check/gradients.ts';
import { createTrack, type Track } from '../../playback/track.ts';
import { planeOf } from '../../tensor/channels.ts';
import { meanSquaredError } from '../../tensor/meanSquaredError.ts';
import { createRandom, randomNormal } from '../../tensor/random.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';
import { type Bowl, bowlOf, type Descent, descend, tryKernel } from './descent.ts';
import { KERNEL, type LearnParams } from './parameters.ts';
import { picturesOf } from './pictures.ts';
import { goalOf, targetOf } from './target.ts';
import { WORDS } from './words.ts';

const STEPS = 100;

export interface LearnModel {
  readonly params: LearnParams;
  /** [pictures, 1, input, input] */
  readonly x: Tensor;
  /** The kernel behind the target; null where there is none. */
  readonly goal: Tensor | null;
  /** [pictures, 1, out, out] */
  readonly t: Tensor;
  readonly descent: Descent;
  readonly bowl: Bowl;
  readonly out: number;
  readonly track: Track<'descent'>;
}

export function build(params: LearnParams): LearnModel {
  const x = picturesOf(params);
  const goal = goalOf(params);
  const t = targetOf(params, x, goal);
  const start = randomNormal([1, 1, KERNEL, KERNEL], createRandom(params.seed * 31 + 5), 0.5, 'float64');
  return {
    params,
    x,
    goal,
    t,
    descent: descend(x, t, start.map(hundredths), params.rate),
    bowl: bowlOf(x, t, start.shape),
    out: params.input - KERNEL + 1,
    track: createTrack([
      { id: 'descent', cells: 1, terms: STEPS, name: WORDS.steps, termWord: WORDS.step, role: 'gradient' },
    ]),
  };
}

/** Starting numbers are short enough to be worked with by hand. */
const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** The plane of the picture that is shown. */
export const shownOf = ({ params }: LearnModel, of: Tensor): Float64Array =>
  Float64Array.from(planeOf(of, params.shown - 1));

/** The gradients at the start, before the first step. */
export function gradientsOf(model: LearnModel): GradientClaim[] {
  const { x, t, descent } = model;
  const { w, y } = descent.at(0);
  const first = (model.params.shown - 1) * model.out ** 2;
  return [
    {
      grid: 'dw',
      values: w.data,
      loss: (values) => tryKernel(x, t, tensor(w.shape, values, 'float64')).loss,
    },
    {
      grid: 'dy',
      values: shownOf(model, y),
      loss(values) {
        const moved = Float64Array.from(y.data);
        moved.set(values, first);
        return meanSquaredError(tensor(y.shape, moved, 'float64'), t).data[0] as number;
      },
    },
  ];
}
