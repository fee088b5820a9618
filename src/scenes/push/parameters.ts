import { seedParam } from '../../kit/convolution/pictureParams.ts';
import { digitParams } from '../../kit/digits/choices.ts';
import { choice, flag, logarithmic, real, whole, wholeCell } from '../../playback/parameters/spec.ts';
import type { ParamsOf } from '../../playback/parameters/table.ts';
import { WORDS } from './words.ts';

export const params = {
  mode: choice({ label: WORDS.mode, options: { fool: WORDS.fool, grow: WORDS.grow }, default: 'fool' }),
  ...digitParams(3),
  aim: choice({ label: WORDS.aim, options: { to: WORDS.to, away: WORDS.away }, default: 'to' }),
  target: whole({ label: WORDS.target, default: 8, range: [0, 9] }),
  rule: choice({
    label: WORDS.rule,
    options: { sign: WORDS.sign, gradient: WORDS.gradient },
    default: 'sign',
  }),
  /** Of a step of the sign rule, of 255. */
  levels: whole({ label: WORDS.levels, default: 4, range: [1, 64] }),
  rate: logarithmic({ label: WORDS.rate, default: 0.01, range: [0.001, 1] }),
  layer: choice({
    label: WORDS.layer,
    options: { conv1: WORDS.conv1, conv2: WORDS.conv2, logits: WORDS.logits },
    default: 'conv2',
    look: 'menu',
  }),
  /** The filter or class that is grown: pressed among the small pictures. */
  unit: wholeCell({ label: WORDS.unit, default: 4, range: [0, 15] }),
  growth: logarithmic({ label: WORDS.growth, default: 0.1, range: [0.001, 1] }),
  decay: real({ label: WORDS.decay, default: 0.05, range: [0, 0.5], step: 0.01 }),
  noise: real({ label: WORDS.noise, default: 0.5, range: [0, 0.5], step: 0.01 }),
  clip: flag({ label: WORDS.clip, default: true }),
  seed: seedParam(WORDS.seed),
};

export type PushParams = ParamsOf<typeof params>;
