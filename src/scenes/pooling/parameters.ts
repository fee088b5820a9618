import { seedParam } from '../../kit/convolution/pictureParams.ts';
import { resizeSquare } from '../../kit/convolution/resize.ts';
import { SIZE_WORDS } from '../../kit/convolution/words.ts';
import { DIGIT_SIDE } from '../../kit/digits/featureMaps.ts';
import { FIRST_LAYER } from '../../kit/digits/firstLayer.ts';
import { poolParams, poolRanges } from '../../kit/pooling/params.ts';
import type { Text } from '../../language/language.ts';
import { cells, choice, whole } from '../../playback/parameters/spec.ts';
import type { ParamsOf, Ranges } from '../../playback/parameters/table.ts';
import { WORDS } from './words.ts';

const LIMIT = 1e6;
const FARTHEST = 3;

const numbered = (count: number): Readonly<Record<string, Text>> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [i, { en: String(i), zh: String(i) }]));

/** One of the feature maps that the first layer of the digit network makes, or all of them. */
const MAPS: Readonly<Record<string, Text>> = { ...numbered(FIRST_LAYER.length), all: WORDS.allMaps };

export const params = {
  ...poolParams({ input: 4, kernel: 2, stride: 2 }),
  source: choice({ label: SIZE_WORDS.picture, options: WORDS.sources, default: 'numbers', look: 'menu' }),
  digit: choice({ label: WORDS.digit, options: numbered(10), default: '5', look: 'menu' }),
  map: choice({ label: WORDS.map, options: MAPS, default: '0', look: 'menu' }),
  /** Cells that the numbers, or the digit, move; zeros come in. */
  right: whole({ label: WORDS.right, default: 0, range: [-FARTHEST, FARTHEST] }),
  down: whole({ label: WORDS.down, default: 0, range: [-FARTHEST, FARTHEST] }),
  seed: seedParam(),
  /** What the reader typed, row by row; null: as the seed has it. */
  x: cells({ label: SIZE_WORDS.picture, most: 100, limit: LIMIT }),
} as const;

export type PoolingParams = ParamsOf<typeof params>;

/** Rows of the map that is pooled. */
export const sideOf = ({ source, input }: Pick<PoolingParams, 'source' | 'input'>): number =>
  source === 'map' ? DIGIT_SIDE : input;

export const ranges: Ranges<PoolingParams> = {
  kernel: (of) => poolRanges.kernel({ input: sideOf(of) }),
  padding: poolRanges.padding,
};

/** Typed numbers follow the size. */
export function constrain(of: PoolingParams): PoolingParams {
  return { ...of, x: of.x && resizeSquare(of.x, of.input) };
}
