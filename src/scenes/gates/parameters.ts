import { alphaShown, FUNCTION_NAMES } from '../../kit/activation/functions.ts';
import { seedParam } from '../../kit/convolution/pictureParams.ts';
import { resizeSquare } from '../../kit/convolution/resize.ts';
import { cells, choice, real, whole } from '../../playback/parameters/spec.ts';
import type { ParamsOf, Ranges } from '../../playback/parameters/table.ts';
import { WORDS } from './words.ts';

const { relu, leakyRelu, sigmoid, tanh } = FUNCTION_NAMES;
const FUNCTIONS = { relu, leakyRelu, sigmoid, tanh } as const;
export type GateName = keyof typeof FUNCTIONS;
export const GATE_NAMES = Object.keys(FUNCTIONS) as readonly GateName[];

const LARGEST = 5;
const LIMIT = 1e6;

export const params = {
  /** One layer, cell by cell; or chains of many layers. */
  show: choice({ label: WORDS.show, options: { one: WORDS.one, deep: WORDS.deep }, default: 'one' }),
  name: choice({ label: WORDS.function, options: FUNCTIONS, default: 'relu', look: 'menu' }),
  alpha: real({ label: WORDS.alpha, default: 0.1, range: [0.01, 1], step: 0.01 }),
  size: whole({ label: WORDS.size, default: 3, range: [2, LARGEST] }),
  z: cells({ label: { en: 'z', zh: 'z' }, most: LARGEST ** 2, limit: LIMIT }),
  da: cells({ label: { en: '∂a', zh: '∂a' }, most: LARGEST ** 2, limit: LIMIT }),
  depth: whole({ label: WORDS.depth, default: 10, range: [1, 20] }),
  weight: real({ label: WORDS.weight, default: 1, range: [0.25, 4], step: 0.25 }),
  seed: seedParam(),
} as const;

export type GatesParams = ParamsOf<typeof params>;

export const ranges: Ranges<GatesParams> = {
  alpha: ({ name, alpha }) => (name === 'leakyRelu' ? [0.01, 1] : [alpha, alpha]),
};

/** Two decimals, so that a slope stands in the arithmetic as it is; typed numbers follow the size. */
export const constrain = (now: GatesParams): GatesParams => ({
  ...now,
  alpha: Math.round(now.alpha * 100) / 100,
  weight: Math.round(now.weight * 100) / 100,
  z: now.z && resizeSquare(now.z, now.size),
  da: now.da && resizeSquare(now.da, now.size),
});

/** A function that is chosen brings its own alpha. */
export const choosing = (name: GateName): Partial<GatesParams> => ({
  name,
  ...(name === 'leakyRelu' && { alpha: alphaShown(name) ?? 0.1 }),
});
