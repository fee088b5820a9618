import {
  type ForwardLayer,
  forwardLayer,
  type LayerGradients,
  layerGradients,
  square,
} from '../../kit/convolution/layer.ts';
import { STEP_WORDS } from '../../kit/convolution/words.ts';
import { type Preset, presetKernel } from '../../kit/samples/kernelPresets.ts';
import { smallNumbers, sourcePixels } from '../../kit/samples/sources.ts';
import { createTrack, type Track } from '../../playback/track.ts';
import { conv2d } from '../../tensor/conv2d.ts';
import { createRandom } from '../../tensor/random.ts';
import { Tensor, tensor } from '../../tensor/tensor.ts';
import { type ConvolutionParams, sidesOf } from './parameters.ts';
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
  const layer = forwardLayer(params, sidesOf(params), {
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
  return { params, ...layer, target, ...layerGradients(layer, dy), track: trackOf(params, out) };
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

function trackOf({ kernel, loss }: ConvolutionParams, out: number): Track<Pass> {
  const [outputs, taps] = [out * out, kernel * kernel];
  const backward = { role: 'gradient', direction: 'backward' } as const;
  return createTrack([
    { id: 'forward', cells: outputs, terms: taps + 1, name: PASSES.forward, ...STEP_WORDS },
    { id: 'loss', cells: loss === 'target' ? outputs : 0, terms: 2, name: PASSES.loss, ...backward },
    { id: 'dx', cells: outputs, terms: taps, name: PASSES.dx, ...backward },
    { id: 'dw', cells: taps, terms: outputs, name: PASSES.dw, ...backward },
    { id: 'db', cells: 1, terms: outputs, name: PASSES.db, ...backward },
  ]);
}
