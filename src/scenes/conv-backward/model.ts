import { gatherPadding } from '../../explain/gatherPlaces.ts';
import { type GradientClaim, lossGiving } from '../../kit/check/gradients.ts';
import {
  evenSides,
  type ForwardLayer,
  forwardLayer,
  type LayerGradients,
  layerGradients,
} from '../../kit/convolution/layer.ts';
import { type Preset, presetKernel } from '../../kit/samples/kernelPresets.ts';
import { createTrack, type Track } from '../../playback/track.ts';
import { conv2d } from '../../tensor/conv2d.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';
import { biasOf, gradientPlane, inputPlane, kernelPlane } from './numbers.ts';
import type { BackwardParams } from './parameters.ts';
import { PASSES } from './words.ts';

export type Pass = 'dx' | 'dw' | 'db';

/** All tensors of the figure, in float64: what the core computes for the parameters. */
export interface BackwardModel extends ForwardLayer, LayerGradients {
  readonly params: BackwardParams;
  readonly b: Tensor;
  /** Rows that the gather form puts around the zero-inserted gradient: [before, after]. */
  readonly frame: readonly [number, number];
  readonly track: Track<Pass>;
}

const counted = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

export function build(params: BackwardParams): BackwardModel {
  const { kernel, preset, input, seed, stride, padding, dilation, channels, filters } = params;
  const kernelOf = (f: number, c: number): readonly number[] =>
    preset === 'own' ? kernelPlane(seed, kernel, f, c) : presetKernel(preset as Preset, kernel);
  const x = params.x ?? counted(channels, (c) => inputPlane(seed, input, c)).flat();
  const w = params.w ?? counted(filters, (f) => counted(channels, (c) => kernelOf(f, c)).flat()).flat();
  const b = tensor([filters], params.b ?? counted(filters, (f) => biasOf(seed, f)), 'float64');
  const layer = forwardLayer(params, evenSides(padding), {
    x: tensor([1, channels, input, input], x, 'float64'),
    w: tensor([filters, channels, kernel, kernel], w, 'float64'),
    b,
  });
  const { out } = layer;
  const dy = params.dy ?? counted(filters, (f) => gradientPlane(seed, out, f)).flat();
  return {
    params,
    ...layer,
    b,
    ...layerGradients(layer, tensor([1, filters, out, out], dy, 'float64')),
    frame: gatherPadding(input, kernel, stride, padding, padding, dilation),
    track: trackOf(params, out),
  };
}

/** The loss whose gradient with respect to y is the given one: Σ ∂y · y. */
export function lossOf({ dy, options }: BackwardModel, x: Tensor, w: Tensor, b: Tensor): number {
  return lossGiving(dy.data, conv2d(x, w, b, options).data);
}

/** The three gradients, each with its loss as a function of the numbers that it belongs to. */
export function gradientsOf(model: BackwardModel): GradientClaim[] {
  const { x, w, b } = model;
  const like = (t: Tensor, values: Float64Array): Tensor => tensor(t.shape, values, 'float64');
  return [
    { grid: 'dx', values: x.data, loss: (values) => lossOf(model, like(x, values), w, b) },
    { grid: 'dw', values: w.data, loss: (values) => lossOf(model, x, like(w, values), b) },
    { grid: 'db', values: b.data, loss: (values) => lossOf(model, x, w, like(b, values)) },
  ];
}

/** Scattered, every output pays all weights of its filter; gathered, every pixel asks all filters. */
function trackOf({ method, input, kernel, channels, filters }: BackwardParams, out: number): Track<Pass> {
  const [pixels, outputs, taps] = [input * input, out * out, kernel * kernel];
  const role = 'gradient';
  const [cells, terms] =
    method === 'scatter' ? [filters * outputs, channels * taps] : [channels * pixels, filters * taps];
  return createTrack([
    { id: 'dx', cells, terms, name: PASSES.dx, role },
    { id: 'dw', cells: filters * channels * taps, terms: outputs, name: PASSES.dw, role },
    { id: 'db', cells: filters, terms: outputs, name: PASSES.db, role },
  ]);
}
