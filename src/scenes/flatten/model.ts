import { indexAt } from '../../explain/flatten.ts';
import { CLASSES } from '../../kit/samples/classes.ts';
import type { Text } from '../../language/language.ts';
import { createTrack, type Track } from '../../playback/track.ts';
import { channelsLast } from '../../tensor/channelsLast.ts';
import { flatten } from '../../tensor/flatten.ts';
import { linear } from '../../tensor/linear.ts';
import { createRandom } from '../../tensor/random.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';
import type { FlattenParams } from './parameters.ts';
import { DENSE_TERMS, STRETCHES } from './words.ts';

export type Pass = keyof typeof STRETCHES;

/** A cell of the maps. */
export interface MapPlace {
  readonly c: number;
  readonly i: number;
  readonly j: number;
}

/** All tensors of the figure, in float64. */
export interface FlattenModel {
  readonly params: FlattenParams;
  readonly names: readonly Text[];
  /** [1, channels, height, width] */
  readonly x: Tensor;
  /** x in the order in which it is laid out: itself, or [1, height, width, channels]. */
  readonly laid: Tensor;
  /** [1, channels · height · width] */
  readonly flat: Tensor;
  /** The cell of the maps that each address has, in the order of the addresses. */
  readonly places: readonly MapPlace[];
  /** [classes, channels · height · width] */
  readonly w: Tensor;
  /** [classes] */
  readonly b: Tensor;
  /** [1, classes] */
  readonly logits: Tensor;
  readonly track: Track<Pass>;
}

/** The numbers that the figure opens with, at its first sizes; other sizes and seeds draw their own. */
const FIRST_MAPS = [1, 0, 2, 3, 1, 0, 0, 2, 4, 1, 3, 0] as const;
// biome-ignore format: a row for each class
const FIRST_WEIGHTS = [
  1,  0, -1,  1,  0,  1,  0, -1,  1,  0, -1,  1,
  0,  1,  1, -1,  1,  0,  1,  0, -1,  1,  1, -1,
  1, -1,  0,  1, -1,  1,  0,  1,  0, -1,  0,  1,
] as const;
const FIRST_BIASES = [1, 1, -1] as const;

export function build(params: FlattenParams): FlattenModel {
  const { channels, height, width, classes, order, seed } = params;
  const shape = [1, channels, height, width];
  const count = channels * height * width;
  const random = createRandom(seed * 613 + count);
  const draw = (length: number, least: number, most: number): number[] =>
    Array.from({ length }, () => least + random.below(most - least + 1));
  // What comes out of ReLU is never negative.
  const drawn = {
    maps: draw(count, 0, 4),
    weights: draw(count * classes, -1, 1),
    biases: draw(classes, -1, 1),
  };
  const isFirst = seed === 1 && count === FIRST_MAPS.length && classes === FIRST_BIASES.length;
  const { maps, weights, biases } = isFirst
    ? { maps: FIRST_MAPS, weights: FIRST_WEIGHTS, biases: FIRST_BIASES }
    : drawn;
  const x = tensor(shape, params.x ?? maps, 'float64');
  const w = tensor([classes, count], params.w ?? weights, 'float64');
  const b = tensor([classes], params.b ?? biases, 'float64');
  const laid = order === 'first' ? x : channelsLast(x);
  const flat = flatten(laid);
  return {
    params,
    names: CLASSES.slice(0, classes),
    ...{ x, laid, flat, w, b },
    places: Array.from({ length: count }, (_, at) => placeOf(indexAt(laid.shape, at), order)),
    logits: linear(flat, w, b),
    track: createTrack<Pass>([
      { id: 'flatten', cells: count, terms: 1, name: STRETCHES.flatten, role: 'input' },
      {
        ...{ id: 'dense', cells: classes, terms: count + 1, name: STRETCHES.dense },
        ...{ termWord: DENSE_TERMS.term, lastTerm: DENSE_TERMS.last },
      },
    ]),
  };
}

/** The cell of the maps at an index of what is laid out. */
export function placeOf(index: readonly number[], order: FlattenParams['order']): MapPlace {
  const [, a = 0, b = 0, d = 0] = index;
  return order === 'first' ? { c: a, i: b, j: d } : { c: d, i: a, j: b };
}

/** The address of a cell of the maps. */
export const addressOf = ({ places }: FlattenModel, { c, i, j }: MapPlace): number =>
  places.findIndex((place) => place.c === c && place.i === i && place.j === j);
