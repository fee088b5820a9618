import { digit, photoCrop } from '../../kit/samples/samples.ts';
import { choice, type ParamSpecs, real, whole } from '../../playback/params.ts';
import {
  type ActivationName,
  activation,
  activationBackward,
  activationOf,
  activations,
} from '../../tensor/activations.ts';
import { conv2d } from '../../tensor/conv2d.ts';
import { createRandom } from '../../tensor/random.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';

export const NAMES = Object.keys(activations) as readonly ActivationName[];

/** Everything that a reader can set. */
export interface ActivationParams {
  readonly name: ActivationName;
  /** Slope of leakyRelu, scale of elu. */
  readonly alpha: number;
  /** Where the movable point stands. */
  readonly z: number;
  /** How many layers a gradient goes through. */
  readonly depth: number;
  readonly source: 'photo' | 'digit';
  /** Added to every sum of the map. */
  readonly bias: number;
  /** Draws the gradient that comes from above. */
  readonly seed: number;
}

/** Half of the width of the plot. */
export const REACH = 5;
/** The side of the map. */
export const SIDE = 5;
export const CELLS = SIDE * SIDE;

export const specs: ParamSpecs<ActivationParams> = {
  name: choice<ActivationName>('relu', NAMES),
  alpha: real(0.01, 0.01, 2),
  z: real(1.5, -REACH, REACH),
  depth: whole(5, 1, 30),
  source: choice('photo', ['photo', 'digit']),
  bias: real(0, -3, 3),
  seed: whole(1, 1, 9999),
};

/** Two decimals: the numbers of the point stand in the arithmetic as they are. */
const rounded = (value: number): number => Math.round(value * 100) / 100 + 0;

/** Brings the numbers to two decimals. */
export function constrain(params: ActivationParams): ActivationParams {
  return {
    ...params,
    alpha: rounded(params.alpha),
    z: rounded(params.z),
    bias: rounded(params.bias),
  };
}

/** The alpha that a function is shown with: the slope of 0.01 that leaky ReLU was proposed with would look flat. */
export const alphaShown = (name: ActivationName): number | undefined =>
  name === 'leakyRelu' ? 0.1 : activations[name].alpha;

/** A function that is chosen brings its own alpha. */
export function choosing(name: ActivationName): Partial<ActivationParams> {
  const alpha = alphaShown(name);
  return alpha === undefined ? { name } : { name, alpha };
}

/** Whether the function has a corner at a place: no tangent, and a slope by convention. */
export const isKink = ({ name, alpha }: ActivationParams, z: number): boolean =>
  z === 0 && (name === 'relu' || ((name === 'leakyRelu' || name === 'elu') && alpha !== 1));

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
}

export function build(params: ActivationParams): ActivationModel {
  const { name, alpha, bias, seed } = params;
  const f = activationOf(name, alpha);
  const b = tensor([1], [bias], 'float64');
  const z = conv2d(cropOf(params.source), tensor([1, 1, 3, 3], SOBEL, 'float64'), b);
  const random = createRandom(seed + 41);
  const upstream = Array.from({ length: CELLS }, () => random.below(7) - 3);
  const da = tensor(z.shape, upstream, 'float64');
  return {
    params,
    g: (at) => f.forward(at, f.alpha),
    slope: (at) => f.derivative(at, f.alpha),
    z,
    a: activation(name, z, alpha),
    da,
    dz: activationBackward(name, z, da, alpha),
  };
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

/** The largest slope of a function within the plot, by trying every hundredth. */
export function largestSlope({ slope }: ActivationModel): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = -REACH * 100; i <= REACH * 100; i++) most = Math.max(most, slope(i / 100));
  return most;
}
