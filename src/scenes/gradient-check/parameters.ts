import { powerText } from '../../kit/plot/powerText.ts';
import { cells, choice, whole } from '../../playback/parameters/spec.ts';
import type { ParamsOf } from '../../playback/parameters/table.ts';
import { BUGS, FORMATS, WORDS } from './words.ts';

/** From the smallest nudge to the largest. */
export const EXPONENTS = [-12, 0] as const;

export const params = {
  /** Of ε, to the base 10. */
  exponent: whole({
    label: WORDS.epsilon,
    default: -4,
    range: EXPONENTS,
    words: (value) => ({ en: powerText(value), zh: powerText(value) }),
  }),
  /** In which both passes forwards are computed. */
  format: choice({ label: WORDS.format, options: FORMATS, default: 'float64' }),
  bug: choice({ label: WORDS.bug, options: BUGS, default: 'none', look: 'menu' }),
  x: cells({ label: WORDS.x, most: 50, limit: 99 }),
  w: cells({ label: WORDS.w, most: 9, limit: 99 }),
  b: cells({ label: WORDS.b, most: 1, limit: 99 }),
  W: cells({ label: WORDS.W, most: 8, limit: 99 }),
} as const;

export type CheckParams = ParamsOf<typeof params>;
