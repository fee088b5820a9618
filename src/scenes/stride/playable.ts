import type { Beat, CellRef, Playable } from '../../playback/figureStore.ts';
import { build, constrain, type StrideModel, type StrideParams, specs } from './model.ts';
import { lengthOf, momentAt, type PassId, positionOf, totalOf } from './passes.ts';

/** The output is done, and most of the stride-1 output beside it. */
const rest = (model: StrideModel): number => {
  const row = Math.floor((model.outAtOne - 1) * 0.7);
  const { stride } = model.params;
  const kept = (n: number): number => Math.floor(n / stride) * stride;
  return positionOf(model, 'everyPlace', kept(row), kept(model.outAtOne - 1));
};

/** The reader stays in the same pass and as far through it. */
function carry(position: number, from: StrideModel, to: StrideModel): number {
  const { pass, done } = momentAt(from, position);
  const through = Math.round((done / lengthOf(from, pass)) * lengthOf(to, pass));
  return pass === 'stops' ? through : lengthOf(to, 'stops') + Math.max(1, through);
}

const NUMBERS: Partial<StrideParams> = {
  source: 'numbers',
  seed: 1,
  shift: 0,
  input: 8,
  kernel: 3,
  stride: 2,
  padding: 0,
  dilation: 1,
  preset: 'sobelX',
};

interface BeatRecipe {
  readonly params?: Partial<StrideParams>;
  readonly pass?: PassId;
  /** The last window that is done; default: the last of all. */
  readonly at?: readonly [row: number, col: number];
  readonly pin?: CellRef;
}

const STRIPES: Partial<StrideParams> = { source: 'stripes', preset: 'identity', kernel: 1 };

const BEATS: Readonly<Record<string, BeatRecipe>> = {
  'first-stop': { at: [0, 0] },
  'second-stop': { at: [0, 1] },
  stops: {},
  'seven-wide': { params: { input: 7 } },
  'left-over': { pin: { tensor: 'x', row: 7, col: 7 } },
  'one-more': { params: { input: 9 } },
  gaps: { params: { stride: 4, kernel: 2, input: 10, preset: 'box' }, pin: { tensor: 'x', row: 0, col: 3 } },
  dropped: { pass: 'everyPlace', at: [2, 3] },
  kept: { pass: 'everyPlace', at: [2, 4] },
  subsampled: { pass: 'everyPlace' },
  'shift-one': { params: { shift: 1 }, pass: 'everyPlace' },
  'shift-two': { params: { shift: 2 }, pass: 'everyPlace' },
  stripes: { params: STRIPES },
  'stripes-shifted': { params: { ...STRIPES, shift: 1 } },
  'stripes-blurred': { params: { ...STRIPES, preset: 'box', kernel: 2 } },
  'stripes-blurred-shifted': { params: { ...STRIPES, preset: 'box', kernel: 2, shift: 1 } },
  holes: { params: { dilation: 2, stride: 1 }, at: [0, 0] },
  'wider-holes': { params: { dilation: 3, stride: 1 }, at: [0, 0] },
  'no-holes': { params: { kernel: 5, stride: 1 }, at: [0, 0] },
  'hole-grid': { params: { dilation: 2, stride: 2, input: 9 }, pin: { tensor: 'x', row: 1, col: 1 } },
};

/** The names that the prose can point at. */
export const BEAT_NAMES = Object.keys(BEATS);

function beatNamed(name: string, current: StrideParams): Beat<StrideParams> | undefined {
  const recipe = Object.hasOwn(BEATS, name) ? BEATS[name] : undefined;
  if (!recipe) return undefined;
  const params = constrain({ ...current, ...NUMBERS, ...recipe.params });
  const model = build(params);
  const { pass = 'stops', at, pin } = recipe;
  const last = (pass === 'stops' ? model.out : model.outAtOne) - 1;
  return {
    params,
    position: positionOf(model, pass, ...(at ?? ([last, last] as const))),
    ...(pin ? { pin } : {}),
  };
}

export const stride: Playable<StrideParams, StrideModel> = {
  name: 'stride',
  specs,
  constrain,
  build,
  total: totalOf,
  rest,
  carry,
  beats: beatNamed,
};
