import type { GradientClaim } from '../../kit/check/gradients.ts';
import {
  evenSides,
  type ForwardLayer,
  forwardLayer,
  type LayerGradients,
  layerGradients,
  square,
} from '../../kit/convolution/layer.ts';
import { readsOf } from '../../kit/convolution/reads.ts';
import { STEP_WORDS } from '../../kit/convolution/words.ts';
import { type Preset, presetKernel } from '../../kit/samples/kernelPresets.ts';
import { smallNumbers, sourcePixels } from '../../kit/samples/sources.ts';
import { createTrack, type Track } from '../../playback/track.ts';
import { conv2d } from '../../tensor/conv2d.ts';
import { createRandom } from '../../tensor/random.ts';
import { Tensor, tensor } from '../../tensor/tensor.ts';
import type { ConvolutionParams } from './parameters.ts';
import { PASSES } from './words.ts';

export type Pass = 'forward' | 'loss' | 'dx' | 'dw' | 'db';

/** All tensors of the figure, in float64: what the core computes for the parameters. */
export interface ConvolutionModel extends ForwardLayer, LayerGradients {
  readonly params: ConvolutionParams;
  /** What the output should have been. */
  readonly target: Tensor;
  readonly track: Track<Pass>;
}

export function build(params: ConvolutionParams): ConvolutionModel {
  const { kernel, preset, input, seed, source } = params;
  const first = source === 'numbers' ? smallNumbers(seed, input) : sourcePixels(params);
  const w = preset === 'own' ? (params.w ?? []) : presetKernel(preset as Preset, kernel);
  const layer = forwardLayer(params, evenSides(params.padding), {
    x: square(input, params.x ?? first),
    w: square(kernel, w),
    b: tensor([1], [params.b], 'float64'),
  });
  const { out } = layer;
  const target = square(out, params.target ?? nearby(seed, layer.y));
  const dy =
    params.loss === 'target'
      ? new Tensor(
          layer.y.shape,
          layer.y.data.map((value, i) => value - (target.data[i] as number)),
        )
      : square(out, params.dy ?? givenGradient(seed, out * out));
  return { params, ...layer, target, ...layerGradients(layer, dy), track: trackOf(params, layer) };
}

/** A gradient that is not constant, so that every weight on its way shows: whole numbers from −1 to 3. */
function givenGradient(seed: number, count: number): number[] {
  const random = createRandom(seed * 7919 + 3);
  return Array.from({ length: count }, () => random.below(5) - 1);
}

/** Whole numbers near what the output is. */
function nearby(seed: number, y: Tensor): number[] {
  const random = createRandom(seed + 7919);
  return Array.from(y.data, (value) => Math.round(value) + random.below(5) - 2);
}

/** The loss of other tensors than the model's own: for nudging one number. */
export function lossOf(model: ConvolutionModel, x: Tensor, w: Tensor, b: Tensor): number {
  const y = conv2d(x, w, b, model.options);
  let loss = 0;
  for (let i = 0; i < y.size; i++) {
    const value = y.data[i] as number;
    if (model.params.loss === 'target') loss += (value - (model.target.data[i] as number)) ** 2 / 2;
    else loss += value * (model.dy.data[i] as number);
  }
  return loss;
}

/** The gradients of what a reader can change, each with its loss. */
export function gradientsOf(model: ConvolutionModel): GradientClaim[] {
  const { x, w, b, db } = model;
  const bias = b ?? db;
  const like = (t: Tensor, values: Float64Array): Tensor => new Tensor(t.shape, values);
  return [
    { grid: 'dx', values: x.data, loss: (values) => lossOf(model, like(x, values), w, bias) },
    { grid: 'dw', values: w.data, loss: (values) => lossOf(model, x, like(w, values), bias) },
    { grid: 'db', values: bias.data, loss: (values) => lossOf(model, x, w, like(bias, values)) },
  ];
}

/** A pixel's sum has a product for each output that read it. */
function trackOf({ kernel, input, loss }: ConvolutionParams, layer: ForwardLayer): Track<Pass> {
  const [outputs, taps] = [layer.out ** 2, kernel * kernel];
  const backward = { role: 'gradient', direction: 'backward' } as const;
  const counts = Array.from(readsOf(layer.x, layer.w, layer.y, layer.options).data);
  const pixels = { cells: input * input, counts, terms: Math.max(...counts) };
  return createTrack([
    { id: 'forward', cells: outputs, terms: taps + 1, name: PASSES.forward, ...STEP_WORDS },
    { id: 'loss', cells: loss === 'target' ? outputs : 0, terms: 2, name: PASSES.loss, ...backward },
    { id: 'dx', ...pixels, name: PASSES.dx, ...backward },
    { id: 'dw', cells: taps, terms: outputs, name: PASSES.dw, ...backward },
    { id: 'db', cells: 1, terms: outputs, name: PASSES.db, ...backward },
  ]);
}
