import type { Beat, CellRef, Playable } from '../../playback/figureStore.ts';
import { build, constrain, type PaddingModel, type PaddingParams, specs } from './model.ts';

/** One step is one window. */
const total = (model: PaddingModel): number => model.out * model.out;

/** A little past the middle: the window hangs over the right edge of a whole-number figure. */
const rest = (model: PaddingModel): number => Math.ceil(total(model) * 0.57);

/** The reader stays as far through the windows. */
function carry(position: number, from: PaddingModel, to: PaddingModel): number {
  return Math.round((position / total(from)) * total(to));
}

const NUMBERS: Partial<PaddingParams> = {
  source: 'numbers',
  seed: 1,
  input: 7,
  kernel: 3,
  stride: 1,
  dilation: 1,
  fit: 'same',
  mode: 'zeros',
  preset: 'sum',
};

interface BeatRecipe {
  readonly params?: Partial<PaddingParams>;
  /** How many windows are done: all of them, or the one in this row and column of the output. */
  readonly at: 'end' | readonly [row: number, col: number];
  readonly pin?: CellRef;
}

const inPadded = (row: number, col: number): CellRef => ({ tensor: 'padded', row, col });

const BEATS: Readonly<Record<string, BeatRecipe>> = {
  valid: { params: { fit: 'valid' }, at: [0, 0] },
  same: { at: [0, 0] },
  full: { params: { fit: 'full' }, at: [0, 0] },
  hanging: { at: [3, 6] },
  'even-kernel': { params: { kernel: 4 }, at: [6, 6] },
  'wide-kernel': { params: { kernel: 5 }, at: [0, 0] },
  'same-stride-two': { params: { input: 8, stride: 2 }, at: [0, 0] },
  'one-each-side': { params: { input: 8, stride: 2, fit: 'own', before: 1, after: 1 }, at: [0, 0] },
  'corner-valid': { params: { fit: 'valid' }, at: 'end', pin: inPadded(0, 0) },
  'middle-valid': { params: { fit: 'valid' }, at: 'end', pin: inPadded(3, 3) },
  'corner-same': { at: 'end', pin: inPadded(1, 1) },
  'corner-full': { params: { fit: 'full' }, at: 'end', pin: inPadded(2, 2) },
  'flat-frame': { params: { source: 'flat' }, at: 'end', pin: { tensor: 'y', row: 0, col: 0 } },
  'flat-reflect': {
    params: { source: 'flat', mode: 'reflect' },
    at: 'end',
    pin: { tensor: 'y', row: 0, col: 0 },
  },
  'photo-frame': { params: { source: 'photo', input: 16, kernel: 5, preset: 'average' }, at: 'end' },
  'photo-reflect': {
    params: { source: 'photo', input: 16, kernel: 5, preset: 'average', mode: 'reflect' },
    at: 'end',
  },
  'invented-edge': {
    params: { source: 'flat', preset: 'sobel' },
    at: 'end',
    pin: { tensor: 'y', row: 3, col: 0 },
  },
  reflect: { params: { mode: 'reflect', kernel: 5 }, at: 'end', pin: inPadded(0, 4) },
  replicate: { params: { mode: 'replicate', kernel: 5 }, at: 'end', pin: inPadded(0, 4) },
  circular: { params: { mode: 'circular', kernel: 5 }, at: 'end', pin: inPadded(0, 4) },
};

/** The names that the prose can point at. */
export const BEAT_NAMES = Object.keys(BEATS);

function beatNamed(name: string, current: PaddingParams): Beat<PaddingParams> | undefined {
  const recipe = Object.hasOwn(BEATS, name) ? BEATS[name] : undefined;
  if (!recipe) return undefined;
  const params = constrain({ ...current, ...NUMBERS, ...recipe.params });
  const model = build(params);
  const { at, pin } = recipe;
  const position = at === 'end' ? total(model) : at[0] * model.out + at[1] + 1;
  return { params, position, ...(pin ? { pin } : {}) };
}

export const padding: Playable<PaddingParams, PaddingModel> = {
  name: 'padding',
  specs,
  constrain,
  build,
  total,
  rest,
  carry,
  beats: beatNamed,
};
