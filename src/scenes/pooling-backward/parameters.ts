import { seedParam } from '../../kit/convolution/pictureParams.ts';
import { resizeSquare } from '../../kit/convolution/resize.ts';
import { SIZE_WORDS } from '../../kit/convolution/words.ts';
import { poolParams, poolRanges } from '../../kit/pooling/params.ts';
import { cells, choice } from '../../playback/parameters/spec.ts';
import type { ParamsOf, Ranges } from '../../playback/parameters/table.ts';
import { pooledSize } from '../../tensor/pool2dGeometry.ts';
import { WORDS } from './words.ts';

const LIMIT = 1e6;

/** A mean over the whole map is a window as large as the map. */
const { global: _, ...pool } = poolParams({ input: 5, kernel: 3, stride: 2 });

export const params = {
  ...pool,
  method: choice({
    label: WORDS.method,
    options: { scatter: WORDS.scatter, gather: WORDS.gather },
    default: 'scatter',
  }),
  seed: seedParam(),
  /** What the reader typed, row by row; null: as the seed has it. */
  x: cells({ label: SIZE_WORDS.picture, most: 100, limit: LIMIT }),
  dy: cells({ label: WORDS.dy, most: 144, limit: LIMIT }),
} as const;

export type PoolBackParams = ParamsOf<typeof params>;

export const ranges: Ranges<PoolBackParams> = poolRanges;

/** Typed numbers follow the sizes. */
export function constrain(of: PoolBackParams): PoolBackParams {
  const { input, kernel, stride, padding, ceil } = of;
  const out = pooledSize(input, kernel, stride, padding, padding, 1, ceil);
  return { ...of, x: of.x && resizeSquare(of.x, input), dy: of.dy && resizeSquare(of.dy, out) };
}
