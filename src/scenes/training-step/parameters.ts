import { seedParam } from '../../kit/convolution/pictureParams.ts';
import { DIGITS } from '../../kit/digits/choices.ts';
import { choice, logarithmic } from '../../playback/parameters/spec.ts';
import type { ParamsOf } from '../../playback/parameters/table.ts';
import { ALONG, STARTS, WORDS } from './words.ts';

export const params = {
  rate: logarithmic({ label: WORDS.rate, default: 0.002, range: [0.0001, 10] }),
  /** Which weights the picture of the loss moves; the steps move all of them. */
  along: choice({ label: WORDS.along, options: ALONG, default: 'all' }),
  digit: choice({ label: WORDS.digit, options: DIGITS, default: '3', look: 'menu' }),
  start: choice({ label: WORDS.start, options: STARTS, default: 'he', look: 'menu' }),
  seed: seedParam(WORDS.seed),
} as const;

export type StepParams = ParamsOf<typeof params>;
