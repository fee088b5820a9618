import { FILTERS, KERNEL, only, placeOfFilter } from '../../kit/ablation/breaks.ts';
import { TEST_COUNT } from '../../kit/digits/testDigits.ts';
import { cells, choice, whole, wholeCell } from '../../playback/parameters/spec.ts';
import type { ParamsOf } from '../../playback/parameters/table.ts';
import { WORDS } from './words.ts';

/** The filter with which the figure begins: of the second layer, the one by which the ones are known. */
export const FIRST = 23;

export const params = {
  how: choice({
    label: WORDS.how,
    options: { silent: WORDS.silent, frozen: WORDS.frozen },
    default: 'silent',
  }),
  /** One bit each: see `Breaks`. */
  broken: wholeCell({ label: WORDS.broken, default: only(FIRST), range: [0, 2 ** FILTERS - 1] }),
  /** The filter whose kernel is shown. */
  filter: wholeCell({ label: WORDS.filter, default: FIRST, range: [0, FILTERS - 1] }),
  /** The map for which that kernel is. */
  map: whole({ label: WORDS.map, default: 0, range: [0, 7] }),
  /** In place of the kernel's own weights. */
  weights: cells({ label: WORDS.weights, most: KERNEL * KERNEL, limit: 100 }),
  /** A test digit by its number; −1: the one of the article. */
  digit: wholeCell({ label: WORDS.digit, default: -1, range: [-1, TEST_COUNT - 1] }),
};

export type BrokenParams = ParamsOf<typeof params>;

/** Typed weights belong to one kernel; a filter of the first layer has one. */
export function constrain(now: BrokenParams, changed?: keyof BrokenParams): BrokenParams {
  const map = placeOfFilter(now.filter).layer === 0 ? 0 : now.map;
  const isOther = changed === 'filter' || changed === 'map';
  const weights = isOther || now.weights?.length !== KERNEL * KERNEL ? null : now.weights;
  return { ...now, map, weights };
}
