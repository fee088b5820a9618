import type { Beat, Playable } from '../../playback/figureStore.ts';
import { build, type ConvolutionModel, type ConvolutionParams, constrain, specs } from './model.ts';
import { momentAt, type PassId, positionOf, totalOf } from './passes.ts';

/** Three rows of a whole-number figure are done when a reader first sees it. */
const REST_CELL = 7;
const REST_DONE = 5;

const rest = (model: ConvolutionModel): number => {
  const { cells, terms } = model.passes[0] as { cells: number; terms: number };
  return positionOf(model.passes, 'forward', Math.min(REST_CELL, cells - 1), Math.min(REST_DONE, terms));
};

/** The reader stays in the same pass and as far through it. */
function carry(position: number, from: ConvolutionModel, to: ConvolutionModel): number {
  const { pass, cell, done } = momentAt(from.passes, position);
  const same = to.passes.find((candidate) => candidate.id === pass.id);
  if (!same) return positionOf(to.passes, 'dx', 0, 1);
  if (same.cells === pass.cells && same.terms === pass.terms) return same.start + (position - pass.start);
  const through = (cell + (done === pass.terms ? 1 : 0)) / pass.cells;
  if (through >= 1) return same.start + same.cells * same.terms;
  const nextCell = Math.min(same.cells - 1, Math.floor(through * same.cells));
  return same.start + nextCell * same.terms + Math.min(same.terms, Math.max(1, done));
}

const NUMBERS = { source: 'numbers', seed: 1, input: 5, kernel: 3, dilation: 1, fit: 'number' } as const;

interface BeatRecipe {
  readonly params?: Partial<ConvolutionParams>;
  readonly pass: PassId;
  /** How far through the cells of the pass, 0 … 1. */
  readonly through: number;
  /** Terms of that cell; default: all. */
  readonly done?: number;
}

const BEATS: Readonly<Record<string, BeatRecipe>> = {
  'first-window': { params: { ...NUMBERS, stride: 1 }, pass: 'forward', through: 0, done: 1 },
  'half-way': { params: { ...NUMBERS, stride: 1 }, pass: 'forward', through: 0.5 },
  'last-window': { params: { ...NUMBERS, stride: 1 }, pass: 'forward', through: 1 },
  edges: {
    params: { source: 'photo', input: 28, kernel: 3, preset: 'sobelX', stride: 1, padding: 1, b: 0 },
    pass: 'forward',
    through: 1,
  },
  blur: {
    params: { source: 'photo', input: 28, kernel: 3, preset: 'box', stride: 1, padding: 1, b: 0 },
    pass: 'forward',
    through: 1,
  },
  'stride-two': { params: { ...NUMBERS, stride: 2, padding: 0 }, pass: 'forward', through: 1 },
  'no-padding': { params: { ...NUMBERS, stride: 1, padding: 0 }, pass: 'forward', through: 1 },
  dilated: {
    params: { ...NUMBERS, input: 7, dilation: 2, stride: 1, padding: 0 },
    pass: 'forward',
    through: 0.5,
  },
  'backward-start': { params: { ...NUMBERS, stride: 1, loss: 'given' }, pass: 'dx', through: 0, done: 1 },
  scatter: { params: { ...NUMBERS, stride: 1, method: 'scatter' }, pass: 'dx', through: 0.5 },
  gather: { params: { ...NUMBERS, stride: 1, method: 'gather' }, pass: 'dx', through: 0.5 },
  'gather-stride-two': {
    params: { ...NUMBERS, stride: 2, padding: 1, method: 'gather' },
    pass: 'dx',
    through: 0.5,
  },
  'weight-gradient': { params: { ...NUMBERS, stride: 1 }, pass: 'dw', through: 0.5 },
  'bias-gradient': { params: { ...NUMBERS, stride: 1 }, pass: 'db', through: 1 },
  target: { params: { ...NUMBERS, stride: 1, loss: 'target' }, pass: 'loss', through: 1 },
};

/** The names that the prose can point at. */
export const BEAT_NAMES = Object.keys(BEATS);

function beatNamed(name: string, current: ConvolutionParams): Beat<ConvolutionParams> | undefined {
  const recipe = Object.hasOwn(BEATS, name) ? BEATS[name] : undefined;
  if (!recipe) return undefined;
  const params = constrain({ ...current, x: null, dy: null, ...recipe.params });
  const { passes } = build(params);
  const pass = passes.find((candidate) => candidate.id === recipe.pass);
  if (!pass) return undefined;
  const cell = Math.min(pass.cells - 1, Math.floor(recipe.through * pass.cells));
  return { params, position: positionOf(passes, recipe.pass, cell, recipe.done ?? pass.terms) };
}

export const convolution: Playable<ConvolutionParams, ConvolutionModel> = {
  name: 'convolution',
  specs,
  constrain,
  build,
  total: (model) => totalOf(model.passes),
  rest,
  carry,
  beats: beatNamed,
};
