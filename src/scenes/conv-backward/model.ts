import { gatherPadding } from '../../explain/gatherPlaces.ts';
import type { GradientClaim } from '../../kit/check/gradients.ts';
import {
  evenSides,
  type ForwardLayer,
  forwardLayer,
  type LayerGradients,
  layerGradients,
  square,
} from '../../kit/convolution/layer.ts';
import { type Preset, presetKernel } from '../../kit/samples/kernelPresets.ts';
import { smallNumbers } from '../../kit/samples/sources.ts';
import { createTrack, type Track } from '../../playback/track.ts';
import { conv2d } from '../../tensor/conv2d.ts';
import { createRandom } from '../../tensor/random.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';
import type { BackwardParams } from './parameters.ts';
import { PASSES } from './words.ts';

export type Pass = 'dx' | 'dw' | 'db';

/** All tensors of the figure, in float64: what the core computes for the parameters. */
export interface BackwardModel extends ForwardLayer, LayerGradients {
  readonly params: BackwardParams;
  /** Rows that the gather form puts around the zero-inserted gradient: [before, after]. */
  readonly frame: readonly [number, number];
  readonly track: Track<Pass>;
}

/** The gradient that the figure opens with, at its first sizes; others draw their own. */
const FIRST_GRADIENT = [1, -2, 0, 3, 1, -1, 0, 2, 1] as const;

export function build(params: BackwardParams): BackwardModel {
  const { kernel, preset, input, seed, stride, padding, dilation } = params;
  const w = preset === 'own' ? (params.w ?? []) : presetKernel(preset as Preset, kernel);
  const layer = forwardLayer(params, evenSides(padding), {
    x: square(input, params.x ?? smallNumbers(seed, input)),
    w: square(kernel, w),
    b: tensor([1], [params.b], 'float64'),
  });
  const { out } = layer;
  const dy = square(out, params.dy ?? givenGradient(seed, out));
  return {
    params,
    ...layer,
    ...layerGradients(layer, dy),
    frame: gatherPadding(input, kernel, stride, padding, padding, dilation),
    track: trackOf(params, out),
  };
}

/** A gradient that is not constant, so that every weight on its way shows: whole numbers from −2 to 3. */
function givenGradient(seed: number, out: number): readonly number[] {
  if (seed === 1 && out === 3) return FIRST_GRADIENT;
  const random = createRandom(seed * 7919 + out);
  return Array.from({ length: out * out }, () => random.below(6) - 2);
}

/** The loss whose gradient with respect to y is the given one: Σ ∂y · y. */
export function lossOf({ dy, options }: BackwardModel, x: Tensor, w: Tensor, b: Tensor): number {
  const y = conv2d(x, w, b, options);
  let loss = 0;
  for (let i = 0; i < y.size; i++) loss += (y.data[i] as number) * (dy.data[i] as number);
  return loss;
}

/** The three gradients, each with its loss as a function of the numbers that it belongs to. */
export function gradientsOf(model: BackwardModel): GradientClaim[] {
  const { x, w, b } = model;
  const bias = b ?? tensor([1], [0], 'float64');
  const like = (t: Tensor, values: Float64Array): Tensor => tensor(t.shape, values, 'float64');
  return [
    { grid: 'dx', values: x.data, loss: (values) => lossOf(model, like(x, values), w, bias) },
    { grid: 'dw', values: w.data, loss: (values) => lossOf(model, x, like(w, values), bias) },
    { grid: 'db', values: bias.data, loss: (values) => lossOf(model, x, w, like(bias, values)) },
  ];
}

function trackOf({ method, input, kernel }: BackwardParams, out: number): Track<Pass> {
  const [outputs, taps] = [out * out, kernel * kernel];
  const gives = method === 'scatter' ? outputs : input * input;
  const role = 'gradient';
  return createTrack([
    { id: 'dx', cells: gives, terms: taps, name: PASSES.dx, role },
    { id: 'dw', cells: taps, terms: outputs, name: PASSES.dw, role },
    { id: 'db', cells: 1, terms: outputs, name: PASSES.db, role },
  ]);
}
