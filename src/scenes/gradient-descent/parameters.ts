import { seedParam } from '../../kit/convolution/pictureParams.ts';
import { LANDSCAPES } from '../../kit/losses/landscapes.ts';
import { choice, flag, logarithmic, real, whole } from '../../playback/parameters/spec.ts';
import type { ParamsOf, Ranges } from '../../playback/parameters/table.ts';
import { CURVES, OPTIMIZERS, SURFACES, WORDS } from './words.ts';

/** The nudges of a secant, down to the one that is no longer there: the derivative. */
export const NUDGES = [2, 1, 0.5, 0.1, 0.01, 0.001, 0] as const;
const nudgeText = (place: number): string => (NUDGES[place] === 0 ? '→ 0' : String(NUDGES[place]));

export const params = {
  weights: choice({ label: WORDS.weights, options: { one: WORDS.one, two: WORDS.two }, default: 'one' }),
  curve: choice({ label: WORDS.curve, options: CURVES, default: 'parabola', look: 'menu' }),
  surface: choice({ label: WORDS.curve, options: SURFACES, default: 'bowl', look: 'menu' }),
  optimizer: choice({ label: WORDS.optimizer, options: OPTIMIZERS, default: 'sgd', look: 'menu' }),
  rate: logarithmic({ label: WORDS.rate, default: 0.1, range: [0.01, 10] }),
  /** μ of momentum: how much of the velocity is left after each update. */
  mu: real({ label: WORDS.momentum, default: 0.9, range: [0, 0.99], step: 0.01 }),
  nudge: whole({
    label: WORDS.nudge,
    default: NUDGES.length - 1,
    range: [0, NUDGES.length - 1],
    words: (place) => ({ en: nudgeText(place), zh: nudgeText(place) }),
  }),
  /** Where the ball begins: the one weight; of two, the level and the upright one. */
  start: real({ label: WORDS.start, default: 0, range: [-6, 10], step: 0.1 }),
  across: real({ label: WORDS.across, default: 5, range: [-6, 6], step: 0.1 }),
  up: real({ label: WORDS.up, default: 1, range: [-2, 2], step: 0.1 }),
  updates: whole({ label: WORDS.updates, default: 20, range: [1, 100] }),
  /** Each gradient is that of one example, drawn at random: a mini-batch of one. */
  single: flag({ label: WORDS.single, default: false }),
  seed: seedParam(),
} as const;

export type DescentParams = ParamsOf<typeof params>;

export const landscapeOf = ({ weights, curve, surface }: DescentParams) =>
  LANDSCAPES[weights === 'one' ? curve : surface];

export const ranges: Ranges<DescentParams> = { start: ({ curve }) => LANDSCAPES[curve].across };

const isOne = ({ weights }: DescentParams): boolean => weights === 'one';
const rounded = (value: number): number => Math.round(value * 1000) / 1000 + 0;

export const constrain = (now: DescentParams): DescentParams => ({
  ...now,
  start: rounded(now.start),
  across: rounded(now.across),
  up: rounded(now.up),
  mu: rounded(now.mu),
});

/** The weights that the reader set the ball on. */
export const startOf = (params: DescentParams): readonly number[] =>
  isOne(params) ? [params.start] : [params.across, params.up];
