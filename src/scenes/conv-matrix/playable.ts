import type { Beat, CellRef, Playable } from '../../playback/figureStore.ts';
import { build, constrain, type MatrixModel, type MatrixParams, specs } from './model.ts';
import { momentAt, type PassId, positionOf } from './passes.ts';

/** Two rows are done and the third has begun when a reader first sees it. */
const rest = ({ passes, outputs }: MatrixModel): number => positionOf(passes[0], Math.min(2, outputs - 1), 6);

/** The reader stays in the same pass, as far through it. */
function carry(position: number, from: MatrixModel, to: MatrixModel): number {
  const { pass, cell, done } = momentAt(from.passes, position);
  const same = to.passes.find((each) => each.id === pass.id) ?? to.passes[0];
  if (same.steps === pass.steps) return position - pass.start + same.start;
  if (position - pass.start >= pass.steps) return same.start + same.steps;
  const cells = pass.starts.length - 1;
  const next = Math.min(same.starts.length - 2, Math.floor((cell / cells) * (same.starts.length - 1)));
  return Math.max(same.start + (same.id === 'backward' ? 1 : 0), positionOf(same, next, done));
}

/** Where the transposed matrix is shown first: about the middle pixel, after all its products. */
export function turnedTo({ passes, params, inputs }: MatrixModel): number {
  const middle = Math.min(inputs - 1, Math.floor((params.input - 1) / 2) * (params.input + 1));
  return Math.max(passes[1].start + 1, positionOf(passes[1], middle));
}

interface BeatRecipe {
  readonly params?: Partial<MatrixParams>;
  readonly pass?: PassId;
  /** The row of the matrix, counted from 0; 'end': the end of the pass. */
  readonly cell: number | 'end';
  readonly done?: number;
  readonly pin?: CellRef;
}

const SMALL = { input: 4, kernel: 3, stride: 1, padding: 0, x: null, w: null, dy: null } as const;
const pin = (tensor: string, row: number, col: number): CellRef => ({ tensor, row, col });

const BEATS: Readonly<Record<string, BeatRecipe>> = {
  start: { params: SMALL, cell: 0, done: 0 },
  'first-row': { params: SMALL, cell: 0 },
  'second-row': { params: SMALL, cell: 1 },
  product: { params: SMALL, cell: 'end' },
  'one-row': { params: SMALL, cell: 'end', pin: pin('y', 0, 1) },
  'one-column': { params: SMALL, cell: 'end', pin: pin('x', 1, 1) },
  'one-weight': { params: SMALL, cell: 'end', pin: pin('w', 1, 1) },
  padded: { params: { ...SMALL, padding: 1 }, cell: 'end' },
  'stride-two': { params: { ...SMALL, padding: 1, stride: 2 }, cell: 'end' },
  pointwise: { params: { ...SMALL, kernel: 1 }, cell: 'end' },
  large: { params: { ...SMALL, input: 6, padding: 1 }, cell: 'end' },
  transpose: { params: SMALL, pass: 'backward', cell: 5 },
  'transpose-corner': { params: SMALL, pass: 'backward', cell: 0 },
  'transpose-end': { params: SMALL, pass: 'backward', cell: 'end' },
  'turned-kernel': {
    params: { ...SMALL, padding: 1 },
    pass: 'backward',
    cell: 'end',
    pin: pin('x', 1, 1),
  },
  'stride-back': {
    params: { ...SMALL, input: 6, stride: 2 },
    pass: 'backward',
    cell: 'end',
    pin: pin('x', 5, 5),
  },
  columns: { params: SMALL, cell: 'end', pin: pin('x', 0, 1) },
};

export const BEAT_NAMES = Object.keys(BEATS);

function beatNamed(name: string, current: MatrixParams): Beat<MatrixParams> | undefined {
  const recipe = Object.hasOwn(BEATS, name) ? BEATS[name] : undefined;
  if (!recipe) return undefined;
  const params = constrain({ ...current, ...recipe.params });
  const { passes } = build(params);
  const pass = passes[recipe.pass === 'backward' ? 1 : 0];
  const position =
    recipe.cell === 'end' ? pass.start + pass.steps : positionOf(pass, recipe.cell, recipe.done);
  return { params, position, ...(recipe.pin ? { pin: recipe.pin } : {}) };
}

export const convMatrixScene: Playable<MatrixParams, MatrixModel> = {
  name: 'conv-matrix',
  specs,
  constrain,
  build,
  total: ({ passes }) => passes[0].steps + passes[1].steps,
  rest,
  carry,
  beats: beatNamed,
};
