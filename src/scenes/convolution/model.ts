import {
  type ForwardLayer,
  forwardLayer,
  type LayerGradients,
  layerGradients,
  square,
} from '../../kit/convolution/layer.ts';
import { type Preset, presetKernel } from '../../kit/samples/kernelPresets.ts';
import { smallNumbers, sourcePixels } from '../../kit/samples/sources.ts';
import { createTrack, type Track } from '../../playback/track.ts';
import { createRandom } from '../../tensor/random.ts';
import { tensor } from '../../tensor/tensor.ts';
import { type ConvolutionParams, sidesOf } from './parameters.ts';
import { PASSES } from './words.ts';

export type Pass = 'forward' | 'dx' | 'dw' | 'db';

/** All tensors of the figure, in float64: what the core computes for the parameters. */
export interface ConvolutionModel extends ForwardLayer, LayerGradients {
  readonly params: ConvolutionParams;
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
  const dy = square(out, params.dy ?? givenGradient(seed, out * out));
  return { params, ...layer, ...layerGradients(layer, dy), track: trackOf(out, kernel) };
}

/** A gradient that is not constant, so that every weight on its way shows: whole numbers from −1 to 3. */
function givenGradient(seed: number, count: number): number[] {
  const random = createRandom(seed * 7919 + 3);
  return Array.from({ length: count }, () => random.below(5) - 1);
}

function trackOf(out: number, kernel: number): Track<Pass> {
  const [outputs, taps] = [out * out, kernel * kernel];
  const backward = { role: 'gradient', direction: 'backward' } as const;
  return createTrack([
    { id: 'forward', cells: outputs, terms: taps + 1, name: PASSES.forward },
    { id: 'dx', cells: outputs, terms: taps, name: PASSES.dx, ...backward },
    { id: 'dw', cells: taps, terms: outputs, name: PASSES.dw, ...backward },
    { id: 'db', cells: 1, terms: outputs, name: PASSES.db, ...backward },
  ]);
}
