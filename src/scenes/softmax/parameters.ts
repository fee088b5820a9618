import { seedParam } from '../../kit/convolution/pictureParams.ts';
import { CLASSES } from '../../kit/samples/classes.ts';
import { cells, flag, real, whole, wholeCell } from '../../playback/parameters/spec.ts';
import type { ParamsOf, Ranges } from '../../playback/parameters/table.ts';
import { WORDS } from './words.ts';

/** Logits lie within ± this: beyond 709 an exponential has no room in a double. */
export const LARGEST = 9999;
const MOST_CLASSES = CLASSES.length;

export const params = {
  classes: whole({ label: WORDS.classes, default: 5, range: [2, MOST_CLASSES] }),
  temperature: real({ label: WORDS.temperature, default: 1, range: [0.1, 10], step: 0.1 }),
  /** With it softmax is computed as libraries do it, without it as it is written on paper. */
  subtract: flag({ label: WORDS.subtract, default: true }),
  /** The true class. */
  truth: wholeCell({ label: WORDS.truth, default: 0, range: [0, MOST_CLASSES - 1] }),
  seed: seedParam(WORDS.seed),
  /** Logits that the reader set; null: drawn ones. */
  z: cells({ label: WORDS.logits, most: MOST_CLASSES, limit: LARGEST }),
} as const;

export type SoftmaxParams = ParamsOf<typeof params>;

export const ranges: Ranges<SoftmaxParams> = { truth: ({ classes }) => [0, classes - 1] };

/** Hundredths: the temperature stands in the arithmetic as it is. */
export const constrain = (now: SoftmaxParams): SoftmaxParams => ({
  ...now,
  temperature: Math.round(now.temperature * 100) / 100,
});
