import { isKink } from '../../kit/activation/functions.ts';
import { type GradientClaim, lossGiving } from '../../kit/check/gradients.ts';
import { digit, photoCrop } from '../../kit/samples/samples.ts';
import { createTrack, type Track } from '../../playback/track.ts';
import { activation, activationBackward, activationOf } from '../../tensor/activations.ts';
import { conv2d, conv2dBackward } from '../../tensor/conv2d.ts';
import { createRandom } from '../../tensor/random.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';
import type { ActivationParams } from './parameters.ts';
import { WORDS } from './words.ts';

export type Pass = 'forward' | 'backward';

/** The side of the map. */
export const SIDE = 5;
export const CELLS = SIDE * SIDE;

/** Sobel x: bright on the right minus bright on the left. */
const SOBEL = [-1, 0, 1, -2, 0, 2, -1, 0, 1];

/** Where the crop of 7 × 7 pixels begins that gives the map. */
const CORNERS = { photo: [12, 20], digit: [13, 14] } as const;

/** The function, and what it does to one map on the way out and on the way back, in float64. */
export interface ActivationModel {
  readonly params: ActivationParams;
  readonly g: (z: number) => number;
  readonly slope: (z: number) => number;
  readonly z: Tensor;
  readonly a: Tensor;
  readonly da: Tensor;
  readonly dz: Tensor;
  /** ∂b: one number. */
  readonly db: Tensor;
  /** Activations that are 0. */
  readonly zeros: number;
  readonly track: Track<Pass>;
}

const BACKWARD = { name: WORDS.backward, role: 'gradient', direction: 'backward' } as const;

export function build(params: ActivationParams): ActivationModel {
  const { name, alpha, bias, source, seed } = params;
  const f = activationOf(name, alpha);
  const x = cropOf(source);
  const w = tensor([1, 1, 3, 3], SOBEL, 'float64');
  const z = conv2d(x, w, tensor([1], [bias], 'float64'));
  const random = createRandom(seed + 41);
  const da = tensor(
    z.shape,
    Array.from({ length: CELLS }, () => random.below(7) - 3),
    'float64',
  );
  const a = activation(name, z, alpha);
  const dz = activationBackward(name, z, da, alpha);
  return {
    params,
    g: (at) => f.forward(at, f.alpha),
    slope: (at) => f.derivative(at, f.alpha),
    z,
    a,
    da,
    dz,
    db: conv2dBackward(x, w, dz).db,
    zeros: a.data.filter((value) => value === 0).length,
    track: createTrack<Pass>([
      { id: 'forward', cells: CELLS, terms: 1, name: WORDS.forward },
      { id: 'backward', cells: CELLS, terms: 1, ...BACKWARD },
    ]),
  };
}

/** A nudge stays on its side of a corner that is farther away than this. */
const CLEAR = 1e-2;

/** ∂z, for the loss Σ ∂a · a. */
export function gradientsOf({ params, z, da }: ActivationModel): GradientClaim[] {
  const { name, alpha } = params;
  return [
    {
      grid: 'dpre',
      values: z.data,
      loss: (values) => lossGiving(da.data, activation(name, tensor(z.shape, values, 'float64'), alpha).data),
      isKink: (i) => isKink(params, z.data[i] as number, CLEAR),
    },
  ];
}

function cropOf(source: ActivationParams['source']): Tensor {
  const pixels = source === 'photo' ? photoCrop.pixels : digit(5).pixels;
  const [top, left] = CORNERS[source];
  const side = SIDE + 2;
  const values = Array.from(
    { length: side * side },
    (_, i) => (pixels[(top + Math.floor(i / side)) * 28 + left + (i % side)] as number) / 255,
  );
  return tensor([1, 1, side, side], values, 'float64');
}
