import { type ForwardLayer, forwardLayer, square } from '../../kit/convolution/layer.ts';
import { readsOf } from '../../kit/convolution/reads.ts';
import { catPhoto } from '../../kit/samples/catPhoto.ts';
import { presetKernel } from '../../kit/samples/kernelPresets.ts';
import { createTrack, type Track } from '../../playback/track.ts';
import { type Conv2dOptions, conv2d } from '../../tensor/conv2d.ts';
import { createRandom } from '../../tensor/random.ts';
import { full, type Tensor } from '../../tensor/tensor.ts';
import { amountsOf, type PaddingParams } from './parameters.ts';

/** All tensors of the figure, in float64: what the core computes for the parameters. */
export interface PaddingModel extends ForwardLayer {
  readonly params: PaddingParams;
  readonly before: number;
  readonly after: number;
  /** The side of the padded input. */
  readonly side: number;
  readonly padded: Tensor;
  /** The convolution of the padded input, which needs no padding of its own. */
  readonly inside: Conv2dOptions;
  /** How many windows read each input cell, and each cell of one row. */
  readonly uses: Tensor;
  readonly axisUses: Tensor;
  readonly track: Track;
}

export function build(params: PaddingParams): PaddingModel {
  const { input, kernel, stride, dilation, mode } = params;
  const [before, after] = amountsOf(params);
  const sides = [before, before, after, after] as const;
  const weights = { x: square(input, inputOf(params)), w: square(kernel, kernelOf(params)), b: null };
  const layer = forwardLayer(params, sides, weights, mode);
  const { x, w, y, out, options } = layer;
  const row = (length: number): Tensor => full([1, 1, 1, length], 1, 'float64');
  return {
    params,
    ...layer,
    before,
    after,
    side: input + before + after,
    // A 1 × 1 kernel that holds a 1 reads every place of the padded input just as it stands.
    padded: conv2d(x, square(1, [1]), null, { padding: sides, padMode: mode }),
    inside: { stride, dilation },
    uses: readsOf(x, w, y, options),
    axisUses: readsOf(row(input), row(kernel), row(out), {
      stride: [1, stride],
      dilation: [1, dilation],
      padding: [0, before, 0, after],
      padMode: mode,
    }),
    track: createTrack([{ id: 'windows', cells: out * out, terms: 1, name: { en: 'windows', zh: '窗口' } }]),
  };
}

/** Bright whole numbers, so that a border of zeros shows. */
function inputOf({ source, seed, input }: PaddingParams): number[] {
  if (source === 'photo') return catPhoto(input);
  const random = createRandom(seed * 101 + input);
  return Array.from({ length: input * input }, () => (source === 'flat' ? 9 : 5 + random.below(5)));
}

function kernelOf({ preset, kernel }: PaddingParams): number[] {
  if (preset === 'sobel') return presetKernel('sobelX', kernel);
  return new Array<number>(kernel * kernel).fill(preset === 'sum' ? 1 : 1 / (kernel * kernel));
}
