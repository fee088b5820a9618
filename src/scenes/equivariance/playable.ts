import type { Beat, CellRef, Playable } from '../../playback/figureStore.ts';
import { build, constrain, type ShiftModel, type ShiftParams, specs } from './model.ts';
import { compareSteps, totalOf, WALK } from './steps.ts';

/** The reader stays at the same corner, or as far through the comparison. */
function carry(position: number, from: ShiftModel, to: ShiftModel): number {
  if (position <= WALK) return position;
  return WALK + Math.round(((position - WALK) / compareSteps(from)) * compareSteps(to));
}

interface BeatRecipe {
  readonly params: Partial<ShiftParams>;
  /** Corners of the square that are there; default: everything, compared. */
  readonly corners?: number;
  readonly pin?: CellRef;
}

const NUMBERS = {
  source: 'numbers',
  seed: 1,
  operation: 'conv',
  kernel: 'edgeX',
  stride: '1',
  border: 'zeros',
  down: 1,
  right: 2,
} as const;

const BEATS: Readonly<Record<string, BeatRecipe>> = {
  shift: { params: NUMBERS, corners: 1 },
  'one-way': { params: NUMBERS, corners: 3 },
  'other-way': { params: NUMBERS, corners: 4 },
  agree: { params: NUMBERS },
  'border-cell': { params: NUMBERS, pin: { tensor: 'mismatch', row: 3, col: 5 } },
  circular: { params: { ...NUMBERS, border: 'circular' } },
  'stride-two': { params: { ...NUMBERS, border: 'circular', stride: '2', down: 0, right: 1 } },
  'stride-two-even': { params: { ...NUMBERS, border: 'circular', stride: '2', down: 0, right: 2 } },
  'max-dense': { params: { ...NUMBERS, border: 'circular', operation: 'max', down: 0, right: 1 } },
  'max-strided': {
    params: { ...NUMBERS, border: 'circular', operation: 'max', stride: '2', down: 0, right: 1 },
  },
  digit: {
    params: { ...NUMBERS, source: 'digit', digit: 3, down: 2, right: 5 },
  },
  'digit-border': {
    params: { ...NUMBERS, source: 'digit', digit: 3, down: 2, right: 14 },
  },
  'digit-max': {
    params: {
      ...NUMBERS,
      source: 'digit',
      digit: 3,
      border: 'circular',
      operation: 'max',
      stride: '2',
      down: 0,
      right: 1,
    },
  },
  'digit-blur': {
    params: {
      ...NUMBERS,
      source: 'digit',
      digit: 3,
      border: 'circular',
      operation: 'blur',
      stride: '2',
      down: 0,
      right: 1,
    },
  },
};

/** The names that the prose can point at. */
export const BEAT_NAMES = Object.keys(BEATS);

function beatNamed(name: string, current: ShiftParams): Beat<ShiftParams> | undefined {
  const recipe = Object.hasOwn(BEATS, name) ? BEATS[name] : undefined;
  if (!recipe) return undefined;
  const params = constrain({ ...current, ...recipe.params });
  const { corners, pin } = recipe;
  return { params, position: corners ?? totalOf(build(params)), ...(pin ? { pin } : {}) };
}

export const equivariance: Playable<ShiftParams, ShiftModel> = {
  name: 'equivariance',
  specs,
  constrain,
  build,
  total: totalOf,
  rest: totalOf,
  carry,
  beats: beatNamed,
};
