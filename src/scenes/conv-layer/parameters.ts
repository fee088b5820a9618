import { DIGITS } from '../../kit/digits/choices.ts';
import { FIRST_LAYER } from '../../kit/digits/firstLayer.ts';
import { cells, choice, whole, wholeCell } from '../../playback/parameters/spec.ts';
import type { NameOf, ParamsOf, Ranges } from '../../playback/parameters/table.ts';
import { outputSize } from '../../tensor/geometry.ts';
import { caseOf } from './kernels.ts';
import { BEND_NAMES, CASE_NAMES, WORDS } from './words.ts';

const MOST_FILTERS = FIRST_LAYER.length;
const LAST_PLACE = 31;

export const params = {
  digit: choice({ label: WORDS.digit, options: DIGITS, default: '5', look: 'menu' }),
  kernels: choice({ label: WORDS.kernels, options: CASE_NAMES, default: 'trained', look: 'menu' }),
  filters: whole({ label: WORDS.filters, default: MOST_FILTERS, range: [1, MOST_FILTERS] }),
  stride: whole({ label: WORDS.stride, default: 1, range: [1, 3] }),
  padding: whole({ label: WORDS.padding, default: 2, range: [0, 4] }),
  activation: choice({ label: WORDS.activation, options: BEND_NAMES, default: 'relu', look: 'menu' }),
  /** The filter, and the output place, whose number is taken apart. */
  filter: wholeCell({ label: WORDS.filter, default: 3, range: [0, MOST_FILTERS - 1] }),
  row: whole({ label: WORDS.row, default: 8, range: [0, LAST_PLACE] }),
  col: whole({ label: WORDS.col, default: 16, range: [0, LAST_PLACE] }),
  /** What the reader typed into a small input. */
  x: cells({ label: WORDS.input, most: 18, limit: 1e6 }),
} as const;

export type LayerParams = ParamsOf<typeof params>;
export type Bend = LayerParams['activation'];

const lastPlace = ({ kernels, stride, padding }: LayerParams): number => {
  const { side, kernel } = caseOf(kernels);
  return outputSize(side, kernel, stride, padding, padding) - 1;
};

export const ranges: Ranges<LayerParams> = {
  filters: ({ kernels }) => [1, caseOf(kernels).filters.length],
  padding: ({ kernels }) => [0, caseOf(kernels).kernel - 1],
  filter: ({ filters }) => [0, filters - 1],
  row: (of) => [0, lastPlace(of)],
  col: (of) => [0, lastPlace(of)],
};

/** Another layer brings the padding that it is meant for, and a place to look at; typed numbers are as many as there are cells. */
export function constrain(of: LayerParams, changed?: NameOf<LayerParams>): LayerParams {
  const { side, maps, input, padding, filters, at } = caseOf(of.kernels);
  if (changed === 'kernels') return { ...of, ...at, x: null, padding, stride: 1, filters: filters.length };
  // A typed −0 is a 0.
  const x = input && of.x?.length === maps * side * side ? of.x.map((value) => value + 0) : null;
  return { ...of, x };
}
