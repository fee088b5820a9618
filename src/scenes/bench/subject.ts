import type { Explanation } from '../../explain/explanation.ts';
import { indexAt } from '../../explain/flatten.ts';
import { cellName } from '../../formula/cellName.ts';
import { isProductSum } from '../../kit/operations/equations.ts';
import { type GridId, need, type Operation, type Pass } from '../../kit/operations/operation.ts';
import type { Place } from '../../playback/place.ts';
import type { Moment } from '../../playback/track.ts';
import type { Shape } from '../../tensor/tensor.ts';
import type { BenchModel } from './model.ts';
import { planesOf } from './shapes.ts';

/** A value's question is its gradient's answer. */
const ANSWERS: Readonly<Partial<Record<GridId, GridId>>> = { x: 'dx', w: 'dw', b: 'db', t: 'dt' };

/** The tensor that has the same place on the stage, the other way round. */
export const TWIN: Readonly<Partial<Record<GridId, GridId>>> = {
  ...{ x: 'dx', w: 'dw', b: 'db', t: 'dt', y: 'dy' },
  ...{ dx: 'x', dw: 'w', db: 'b', dt: 't', dy: 'y' },
};

/** The cell that the picture speaks of, and how it comes about. */
export interface Subject {
  readonly grid: GridId;
  readonly index: readonly number[];
  readonly explanation: Explanation;
  /** Terms of its sum that are there; a cell that is one step has all of them. */
  readonly done: number;
  /** Whether its terms are steps. */
  readonly isStepped: boolean;
}

/** The pass on the stage: that of the moment, unless a cell is asked for that does not stand on it. */
export function passOf({ operation: { passes } }: BenchModel, moment: Moment, asked: Place | null): Pass {
  const now = passes.find(({ id }) => id === moment.stretch.id) ?? (passes[0] as Pass);
  const shows = ({ columns }: Pass): boolean =>
    columns.some((column) => column.includes(asked?.grid as GridId));
  if (!asked || shows(now)) return now;
  return passes.find((pass) => pass.id === asked.grid) ?? passes.find(shows) ?? now;
}

/** Which grid answers for the one that is asked; null: its numbers are given. */
function answerOf({ passes, tensors }: Operation, grid: GridId): GridId | null {
  if (grid === 'p' || passes.some(({ id }) => id === grid)) return grid;
  const gradient = ANSWERS[grid];
  return gradient && tensors[gradient] ? gradient : null;
}

/** The index of a place in its tensor. */
export function indexOfPlace(shape: Shape, { plane, row, col }: Omit<Place, 'grid'>): number[] {
  const { rows, cols } = planesOf(shape);
  return indexAt(shape, (plane * rows + row) * cols + col);
}

export function subjectOf(model: BenchModel, moment: Moment, pass: Pass, asked: Place | null): Subject {
  const { operation } = model;
  const answer = asked && answerOf(operation, asked.grid as GridId);
  const id: GridId = answer ?? pass.id;
  const { shape } = need(operation.tensors, id);
  const isNow = !answer && pass.id === moment.stretch.id;
  const index = answer && asked ? indexOfPlace(shape, asked) : indexAt(shape, isNow ? moment.cell : 0);
  const explanation = operation.explain(id, index);
  const isStepped = pass.terms !== 'whole' && explanation.kind === 'sum' && isProductSum(explanation);
  const all = explanation.kind === 'sum' ? explanation.terms.length : 1;
  return { grid: id, index, explanation, done: isNow && isStepped ? moment.done : all, isStepped };
}

/** `∂w₁,₀,₁,₂`: the letter that the operation gives the grid, the planes where there are several, row and column. */
export function headOf({ spec, operation }: BenchModel, grid: GridId, index: readonly number[]): string {
  const { shape } = need(operation.tensors, grid);
  const lead = index.slice(0, -2).filter((_, axis) => axis > 0 || (shape[0] ?? 1) > 1);
  const several = shape.slice(0, -2).some((side) => side > 1);
  const symbol = spec.symbols?.[grid] ?? grid;
  return cellName(several ? [symbol, ...lead].join('_') : symbol, index);
}
