import type { ChoiceExplanation, SumExplanation } from '../../explain/explanation.ts';
import type { CellMark } from '../../figures/gridGeometry.ts';
import type { CellRef } from '../../playback/figureStore.ts';
import { explainCell } from './layers.ts';
import type { ShiftModel } from './model.ts';
import { sourceOf } from './shift.ts';
import { GRIDS, type GridId, isKnown, type Moment, momentAt } from './steps.ts';

/** What is on the screen at one position: plain data, no clock and no history. */
export interface ShiftView {
  readonly moment: Moment;
  /** The cell that is explained. */
  readonly cell: { readonly grid: GridId; readonly row: number; readonly col: number };
  readonly asked: CellRef | null;
  /** Its number; null where it is not known yet. */
  readonly value: number | null;
  /** Where a moved number came from; null: from outside (or the grid is not a moved one). */
  readonly from: readonly [number, number] | null;
  /** The window's arithmetic, for a cell of an output or of the difference. */
  readonly explanation: SumExplanation | ChoiceExplanation | null;
  readonly marks: Readonly<Record<GridId | 'w', ReadonlyMap<string, CellMark>>>;
  readonly known: (grid: GridId, index: number) => boolean;
}

const isGrid = (name: string): name is GridId => (GRIDS as readonly string[]).includes(name);

export const sideOf = (model: ShiftModel, grid: GridId): number =>
  grid === 'x' || grid === 'shifted' ? model.side : model.out;

/** The picture at a position, or of the cell that the reader asks for. */
export function viewAt(model: ShiftModel, position: number, pointed: CellRef | null = null): ShiftView {
  const moment = momentAt(model, position);
  const known = (grid: GridId, index: number): boolean => isKnown(moment, grid, index);
  const asked = pointed && isThere(model, pointed) ? pointed : null;
  const cell = asked
    ? { grid: asked.tensor as GridId, row: asked.row, col: asked.col }
    : placeOf(model, moment);
  const at = cell.row * sideOf(model, cell.grid) + cell.col;
  const from = movedFrom(model, cell);
  const explanation = explain(model, cell);
  return {
    moment,
    cell,
    asked,
    value: known(cell.grid, at) ? (model[cell.grid].data[at] as number) : null,
    from,
    explanation,
    marks: marksOf(model, cell, from, explanation),
    known,
  };
}

function isThere(model: ShiftModel, { tensor, row, col }: CellRef): boolean {
  return isGrid(tensor) && row < sideOf(model, tensor) && col < sideOf(model, tensor);
}

/** The cell of a step: the last one compared, the largest difference at the end, else one in the middle. */
function placeOf(model: ShiftModel, { grid, compared }: Moment): ShiftView['cell'] {
  const { out } = model;
  if (grid === 'mismatch') {
    const at = compared === out * out ? model.comparison.largest.at : compared - 1;
    return { grid, row: Math.floor(at / out), col: at % out };
  }
  const middle = Math.floor(sideOf(model, grid) / 2);
  return { grid, row: middle, col: middle };
}

function movedFrom(
  model: ShiftModel,
  { grid, row, col }: ShiftView['cell'],
): readonly [number, number] | null {
  const { params, outShift, side, out } = model;
  if (grid === 'shifted') return sourceOf(row, col, side, [params.down, params.right], params.border);
  if (grid === 'shiftedy' || grid === 'mismatch') return sourceOf(row, col, out, outShift, params.border);
  return null;
}

function explain(model: ShiftModel, { grid, row, col }: ShiftView['cell']): ShiftView['explanation'] {
  if (grid === 'y') return explainCell(model.x, model.settings, 'x', row, col);
  if (grid === 'yshifted' || grid === 'mismatch')
    return explainCell(model.shifted, model.settings, 'shifted', row, col);
  return null;
}

/** Which cells stand out: the cell itself, and everything that it comes from. */
function marksOf(
  model: ShiftModel,
  { grid, row, col }: ShiftView['cell'],
  from: readonly [number, number] | null,
  explanation: ShiftView['explanation'],
): ShiftView['marks'] {
  const marks: Record<GridId | 'w', Map<string, CellMark>> = {
    x: new Map(),
    shifted: new Map(),
    y: new Map(),
    yshifted: new Map(),
    shiftedy: new Map(),
    mismatch: new Map(),
    w: new Map(),
  };
  const mark = (name: string, place: readonly number[], kind: CellMark['kind']): void => {
    if (kind && name in marks) marks[name as GridId].set(place.join(','), { kind });
  };
  const factors =
    explanation?.kind === 'sum'
      ? explanation.terms.flatMap(({ factors: each }) => each)
      : (explanation?.candidates ?? []);
  for (const factor of factors)
    if (!factor.virtual && factor.tensor !== 'w') mark(factor.tensor, factor.index.slice(2), 'reached');
  if (explanation?.kind === 'choice') {
    const chosen = explanation.candidates[explanation.chosen];
    if (chosen && !chosen.virtual) mark(chosen.tensor, chosen.index.slice(2), 'active');
  }
  if (grid === 'shifted' && from) mark('x', from, 'active');
  if (grid === 'shiftedy' && from) mark('y', from, 'active');
  if (grid === 'mismatch') {
    mark('yshifted', [row, col], 'target');
    mark('shiftedy', [row, col], 'target');
    if (from) mark('y', from, 'active');
  }
  if (grid === 'x') {
    const { params, side } = model;
    for (let i = 0; i < side * side; i++) {
      const place = [Math.floor(i / side), i % side] as const;
      const source = sourceOf(...place, side, [params.down, params.right], params.border);
      if (source?.[0] === row && source[1] === col) mark('shifted', place, 'active');
    }
  }
  mark(grid, [row, col], 'target');
  return marks;
}
