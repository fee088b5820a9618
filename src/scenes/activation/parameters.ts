import { alphaShown, FUNCTION_NAMES } from '../../kit/activation/functions.ts';
import { seedParam } from '../../kit/convolution/pictureParams.ts';
import { choice, real, whole } from '../../playback/parameters/spec.ts';
import type { ParamsOf, Ranges } from '../../playback/parameters/table.ts';
import { type ActivationName, activations } from '../../tensor/activations.ts';
import { WORDS } from './words.ts';

/** Half of the width of the plot. */
export const REACH = 5;

export const params = {
  name: choice({ label: WORDS.function, options: FUNCTION_NAMES, default: 'relu', look: 'menu' }),
  /** Where the movable point stands. */
  z: real({ label: WORDS.z, default: 1.5, range: [-REACH, REACH], step: 0.05 }),
  /** Slope of leaky ReLU, depth of ELU. */
  alpha: real({ label: WORDS.alpha, default: 0.01, range: [0.01, 2], step: 0.01 }),
  /** How many layers a gradient goes through. */
  depth: whole({ label: WORDS.depth, default: 5, range: [1, 30] }),
  /** Added to every sum of the map. */
  bias: real({ label: WORDS.bias, default: 0, range: [-3, 3], step: 0.1 }),
  source: choice({
    label: WORDS.source,
    options: { photo: WORDS.photo, digit: WORDS.digit },
    default: 'photo',
  }),
  /** Draws the gradient that comes back to the map. */
  seed: seedParam(),
} as const;

export type ActivationParams = ParamsOf<typeof params>;

const hasAlpha = (name: ActivationName): boolean => activations[name].alpha !== undefined;

export const ranges: Ranges<ActivationParams> = {
  alpha: ({ name, alpha }) => (hasAlpha(name) ? [0.01, 2] : [alpha, alpha]),
};

/** Two decimals: the numbers of the point stand in the arithmetic as they are. */
const rounded = (value: number): number => Math.round(value * 100) / 100 + 0;

export const constrain = (now: ActivationParams): ActivationParams => ({
  ...now,
  z: rounded(now.z),
  alpha: rounded(now.alpha),
  bias: rounded(now.bias),
});

/** A function that is chosen brings its own alpha. */
export function choosing(name: ActivationName): Partial<ActivationParams> {
  const alpha = alphaShown(name);
  return alpha === undefined ? { name } : { name, alpha };
}
