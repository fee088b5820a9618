import { square } from '../../kit/convolution/layer.ts';
import { digitMaps, shiftedSquare } from '../../kit/digits/featureMaps.ts';
import { FIRST_LAYER } from '../../kit/digits/firstLayer.ts';
import { candidatesOf, explainPool } from '../../kit/pooling/explain.ts';
import { type PoolLayer, poolLayer } from '../../kit/pooling/layer.ts';
import { CANDIDATE_WORD } from '../../kit/pooling/words.ts';
import { createTrack, type Track } from '../../playback/track.ts';
import { createRandom } from '../../tensor/random.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { type Change, changeOf } from './change.ts';
import type { PoolingParams } from './parameters.ts';
import { WORDS } from './words.ts';

/** All tensors of the figure, in float64: what the core computes for the parameters. */
export interface PoolingModel extends PoolLayer {
  readonly params: PoolingParams;
  /** Feature maps of a digit: steps are whole windows, and cells carry no digits. */
  readonly isMap: boolean;
  readonly channels: number;
  /** The same pooling before the shift, and what the shift has changed; null: nothing is shifted. */
  readonly before: PoolLayer | null;
  readonly change: { readonly x: Change; readonly y: Change } | null;
  readonly track: Track<'pool'>;
}

/** The map that the chapter works out by hand. */
// biome-ignore format: four rows
const FIRST = [
  1, 3, 2, 0,
  4, 2, 1, 5,
  0, 1, 3, 3,
  2, 6, 3, 1,
] as const;

function numbersOf({ seed, input, x }: PoolingParams): readonly number[] {
  if (x) return x;
  if (seed === 1 && input === 4) return FIRST;
  const random = createRandom(seed * 211 + input);
  return Array.from({ length: input * input }, () => random.below(10));
}

function inputOf(params: PoolingParams, down: number, right: number): Tensor {
  if (params.source === 'numbers')
    return square(params.input, shiftedSquare(numbersOf(params), params.input, down, right));
  const chosen = params.map === 'all' ? FIRST_LAYER.map((_, f) => f) : [Number(params.map)];
  return digitMaps(Number(params.digit), chosen, { down, right });
}

export function build(params: PoolingParams): PoolingModel {
  const { down, right, source } = params;
  const layer = poolLayer(params, inputOf(params, down, right));
  const before = down === 0 && right === 0 ? null : poolLayer(params, inputOf(params, 0, 0));
  const isMap = source === 'map';
  return {
    params,
    ...layer,
    isMap,
    channels: layer.x.shape[1] as number,
    before,
    change: before && { x: changeOf(before.x, layer.x), y: changeOf(before.y, layer.y) },
    track: trackOf(layer, isMap),
  };
}

/** Number by number, a mean with a division at the end; on feature maps window by window. */
function trackOf(layer: PoolLayer, isMap: boolean): Track<'pool'> {
  const { out, kind } = layer;
  const cells = out * out;
  if (isMap) return createTrack([{ id: 'pool', cells, terms: 1, name: WORDS.stretch }]);
  const counts = Array.from({ length: cells }, (_, i) => {
    const of = explainPool(layer, [0, Math.floor(i / out), i % out]);
    return candidatesOf(of).length + (kind === 'max' ? 0 : 1);
  });
  return createTrack([
    {
      id: 'pool',
      cells,
      terms: Math.max(...counts),
      counts,
      name: WORDS.stretch,
      termWord: CANDIDATE_WORD,
      ...(kind === 'average' && { lastTerm: WORDS.division }),
    },
  ]);
}
