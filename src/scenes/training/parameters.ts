import {
  cells,
  choice,
  flag,
  logarithmic,
  type ParamSpec,
  real,
  whole,
  wholeCell,
} from '../../playback/parameters/spec.ts';
import type { ParamsOf } from '../../playback/parameters/table.ts';
import { DATA_SETS } from '../../worker/dataSets.ts';
import { MOST_FILES } from './panels/files/startFile.ts';
import {
  ACTIVATIONS,
  DATA,
  GROUPS,
  OPTIMIZERS,
  PANELS,
  PIXEL_ORDERS,
  POOLINGS,
  SCHEDULES,
  STARTS,
  WORDS,
} from './words.ts';

/** Up to this rate the slider goes by ratios; the four powers of ten above it, which all end badly, are a stop each. */
const SANE = 10;
const FOOLISH = 1e6;

/** Finely where networks learn, and on to a million, where they do not. */
function rate(): ParamSpec<number> {
  const spec = logarithmic({ label: WORDS.rate, default: 0.04, range: [1e-5, FOOLISH] });
  const { of, at } = spec.places as NonNullable<ParamSpec<number>['places']>;
  const last = of(SANE);
  return {
    ...spec,
    places: {
      of: (value) => (value <= SANE ? of(value) : last + Math.log10(value / SANE)),
      at: (place) => (place <= last ? at(place) : SANE * 10 ** (place - last)),
    },
  };
}

/** A whole number whose slider goes by ratios. */
function byRatio(spec: ParamSpec<number>): ParamSpec<number> {
  const { places } = logarithmic({ label: spec.label, default: spec.default, range: [1, 2] });
  return { ...spec, ...(places && { places }) };
}

/** What decides how a run goes, in the order in which run B is written into a link. */
export const settingParams = {
  optimizer: choice({ label: WORDS.optimizer, options: OPTIMIZERS, default: 'momentum', look: 'menu' }),
  rate: rate(),
  batch: whole({ label: WORDS.batch, default: 32, range: [1, 128] }),
  schedule: choice({ label: WORDS.schedule, options: SCHEDULES, default: 'cosine' }),
  decay: real({ label: WORDS.decay, default: 0, range: [0, 0.1], step: 0.001 }),
  filters: whole({ label: WORDS.filters, default: 8, range: [1, 16] }),
  convolutions: choice({
    label: WORDS.convolutions,
    options: { '0': { en: '0', zh: '0' }, '1': { en: '1', zh: '1' }, '2': { en: '2', zh: '2' } },
    default: '2',
  }),
  kernel: choice({
    label: WORDS.kernel,
    options: {
      '1': { en: '1', zh: '1' },
      '3': { en: '3', zh: '3' },
      '5': { en: '5', zh: '5' },
      '7': { en: '7', zh: '7' },
    },
    default: '5',
    look: 'segments',
  }),
  stride: choice({
    label: WORDS.stride,
    options: { '1': { en: '1', zh: '1' }, '2': { en: '2', zh: '2' } },
    default: '1',
  }),
  pooling: choice({ label: WORDS.pooling, options: POOLINGS, default: 'max' }),
  activation: choice({ label: WORDS.activation, options: ACTIVATIONS, default: 'relu', look: 'menu' }),
  batchNorm: flag({ label: WORDS.batchNorm, default: false }),
  dropout: real({ label: WORDS.dropout, default: 0, range: [0, 0.9], step: 0.1 }),
  start: choice({ label: WORDS.start, options: STARTS, default: 'he', look: 'menu' }),
  seed: whole({ label: WORDS.seed, default: 1, range: [1, 99] }),
  shift: whole({ label: WORDS.shift, default: 1, range: [0, 4] }),
  pixels: choice({ label: WORDS.pixels, options: PIXEL_ORDERS, default: 'ordered' }),
  data: choice({ label: WORDS.data, options: DATA, default: 'digits' }),
  digits: byRatio(whole({ label: WORDS.digits, default: 20_000, range: [100, 20_000] })),
  /** The number of a file of weights to start from; 0: none. */
  file: wholeCell({ label: WORDS.file, default: 0, range: [0, MOST_FILES] }),
};

export const params = {
  ...settingParams,
  /** All settings of a second run, as numbers in the order above; null: there is none. @see otherSettings */
  other: cells({ label: WORDS.other, most: 40, limit: FOOLISH }),
  /** Which settings are on the rail. */
  group: choice({ label: WORDS.settings, options: GROUPS, default: 'learning' }),
  left: choice({ label: WORDS.left, options: PANELS, default: 'filters', look: 'menu' }),
  right: choice({ label: WORDS.right, options: PANELS, default: 'misread', look: 'menu' }),
  /** What was pressed in a panel: a weight of the first layer (−1: the middle of the first picture), a digit, a cell of the confusion matrix (−1: none). */
  weight: wholeCell({ label: WORDS.weight, default: -1, range: [-1, 100_351] }),
  digit: wholeCell({ label: WORDS.digit, default: 3, range: [0, 9] }),
  cell: wholeCell({ label: WORDS.cell, default: -1, range: [-1, 99] }),
};

export type SettingParams = ParamsOf<typeof settingParams>;
export type TrainingParams = ParamsOf<typeof params>;

/** No more digits than there are. */
export const ranges = {
  digits: ({ data }: Pick<SettingParams, 'data'>) => [100, DATA_SETS[data].train] as const,
};
