import { seedParam } from '../../kit/convolution/pictureParams.ts';
import { CLASSES } from '../../kit/samples/classes.ts';
import { cells, choice, whole } from '../../playback/parameters/spec.ts';
import type { ParamsOf, Ranges } from '../../playback/parameters/table.ts';
import { WORDS } from './words.ts';

/** Cells of the maps together: so many stand in a row. */
export const MOST = 24;
const SIDE = 4;
const MOST_CLASSES = 4;
const LIMIT = 1e6;

export const params = {
  channels: whole({ label: WORDS.channels, default: 2, range: [1, SIDE] }),
  height: whole({ label: WORDS.height, default: 2, range: [1, SIDE] }),
  width: whole({ label: WORDS.width, default: 3, range: [1, SIDE] }),
  classes: whole({ label: WORDS.classes, default: 3, range: [2, Math.min(MOST_CLASSES, CLASSES.length)] }),
  order: choice({
    label: WORDS.order,
    options: { first: WORDS.first, last: WORDS.last },
    default: 'first',
  }),
  seed: seedParam(WORDS.seed),
  /** What the reader typed instead of the drawn numbers. */
  x: cells({ label: WORDS.maps, most: MOST, limit: LIMIT }),
  w: cells({ label: WORDS.weights, most: MOST * MOST_CLASSES, limit: LIMIT }),
  b: cells({ label: WORDS.biases, most: MOST_CLASSES, limit: LIMIT }),
} as const;

export type FlattenParams = ParamsOf<typeof params>;

export const ranges: Ranges<FlattenParams> = {
  height: ({ channels }) => [1, Math.min(SIDE, Math.floor(MOST / channels))],
  width: ({ channels, height }) => [1, Math.min(SIDE, Math.floor(MOST / (channels * height)))],
};

/** Typed numbers belong to one size: at another they are drawn again. */
export function constrain(now: FlattenParams): FlattenParams {
  const { channels, height, width, classes, x, w, b } = now;
  const count = channels * height * width;
  const fitting = (typed: readonly number[] | null, length: number) =>
    typed?.length === length ? typed : null;
  return { ...now, x: fitting(x, count), w: fitting(w, count * classes), b: fitting(b, classes) };
}
