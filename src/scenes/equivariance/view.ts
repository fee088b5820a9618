import type { ChoiceExplanation, Factor, SumExplanation } from '../../explain/explanation.ts';
import { factor, MINUS, product } from '../../explain/terms.ts';
import { operand } from '../../formula/arithmetic.ts';
import { cellName } from '../../formula/cellName.ts';
import { printNumber } from '../../formula/numbers.ts';
import { cellAt, oneCell } from '../../kit/convolution/windows.ts';
import { flightOf } from '../../kit/motion/flightOf.ts';
import { expressionEquation, placesIn, sumEquation } from '../../kit/scene/equations.ts';
import { MarkBook } from '../../kit/scene/marks.ts';
import type {
  Equation,
  ExpressionPart,
  Flight,
  GridView,
  GridWindow,
  SceneView,
  ViewOptions,
} from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import { finishedCells, type Moment } from '../../playback/track.ts';
import { explainCell, reachOf } from './layers.ts';
import { CORNERS, type GridId, type ShiftModel, type StretchId, sideOf } from './model.ts';
import type { ShiftParams } from './parameters.ts';
import { sourceOf, spans } from './shift.ts';

export type ShiftPlace = Place<GridId>;

/** What is on the screen at one position. */
export interface ShiftView extends SceneView {
  readonly grids: Readonly<Record<GridId, GridView> & Partial<Record<'w', GridView>>>;
  /** The cell that is explained. */
  readonly cell: ShiftPlace;
  readonly asked: boolean;
  /** Its number; null where it is not known yet. */
  readonly value: number | null;
  /** Where a moved number came from; null: from outside (or it is not a moved one). */
  readonly from: ShiftPlace | null;
  /** Both routes have been walked and compared, and nothing else is asked: what came of it is said. */
  readonly isOver: boolean;
  /** The corner that the last step of the walk made; null: none yet, or the walk is over. */
  readonly corner: GridId | null;
  readonly held: ViewOptions<ShiftParams>['held'];
}

const GRIDS = ['x', ...CORNERS, 'mismatch'] as const satisfies readonly GridId[];
const isGrid = (id: string): id is GridId => (GRIDS as readonly string[]).includes(id);

export function viewOf(
  model: ShiftModel,
  moment: Moment<StretchId>,
  { asked: question, held, full }: ViewOptions<ShiftParams>,
): ShiftView {
  const { track, out } = model;
  const asked = question && isGrid(question.grid) ? (question as ShiftPlace) : null;
  const isAll = question !== null || held !== null;
  const corners = isAll ? CORNERS.length : finishedCells(track, moment, 'walk');
  const compared = isAll ? out * out : comparedCells(model, moment);
  const known: Record<GridId, number> = {
    x: Number.POSITIVE_INFINITY,
    mismatch: compared,
    ...(Object.fromEntries(
      CORNERS.map((id, i) => [id, i < corners ? Number.POSITIVE_INFINITY : 0]),
    ) as Record<(typeof CORNERS)[number], number>),
  };
  const cell = asked ?? cellOf(model, moment);
  const at = cell.row * sideOf(model, cell.grid) + cell.col;
  const value = at < known[cell.grid] ? (model[cell.grid].data[at] as number) : null;
  const from = movedFrom(model, cell);
  const explanation = explain(model, cell);
  const equation = value === null ? null : equationOf(model, cell, from, explanation, full);
  const marks = marksOf(model, cell, from, explanation);
  const windows = windowsOf(model, cell, explanation !== null);
  const grid = (id: GridId): GridView => ({
    marks: marks.of(id),
    windows: windows[id],
    known: (index) => index < known[id],
  });
  return {
    grids: {
      ...(Object.fromEntries(GRIDS.map((id) => [id, grid(id)])) as Record<GridId, GridView>),
      ...(model.w && { w: { marks: marks.of('w') } }),
    },
    equations: equation ? [equation] : [],
    flight: isAll ? null : flight(model, moment),
    ...{ cell, value, from, held },
    asked: asked !== null,
    isOver: asked === null && compared === out * out,
    corner: !isAll && moment.stretch.id === 'walk' && moment.position > 0 ? cell.grid : null,
  };
}

/** Cells of the difference that are there: one a step, or a row of many. */
function comparedCells(model: ShiftModel, moment: Moment<StretchId>): number {
  const { track, out } = model;
  const cells = track.stretches.find(({ id }) => id === 'compare')?.cells ?? 1;
  return (finishedCells(track, moment, 'compare') * out * out) / cells;
}

const placeIn = (grid: GridId, index: number, side: number): ShiftPlace => {
  const [row, col] = cellAt(index, side);
  return { grid, plane: 0, row, col };
};

/** The cell of a step: one in the middle of the corner that it makes, the one that is compared, at the end the largest difference. */
function cellOf(model: ShiftModel, moment: Moment<StretchId>): ShiftPlace {
  const { out, comparison } = model;
  if (moment.stretch.id === 'walk') {
    const grid = moment.position > 0 ? (CORNERS[moment.cell] as GridId) : 'x';
    const side = sideOf(model, grid);
    return placeIn(grid, Math.floor(side / 2) * (side + 1), side);
  }
  const perStep = (out * out) / moment.stretch.cells;
  const isEnd = comparedCells(model, moment) === out * out;
  return placeIn('mismatch', isEnd ? comparison.largest.at : (moment.cell + 1) * perStep - 1, out);
}

function movedFrom(model: ShiftModel, { grid, row, col }: ShiftPlace): ShiftPlace | null {
  const { params, outShift, side, out } = model;
  if (grid !== 'shifted' && grid !== 'shiftedy' && grid !== 'mismatch') return null;
  const source =
    grid === 'shifted'
      ? sourceOf(row, col, side, [params.down, params.right], params.border)
      : sourceOf(row, col, out, outShift, params.border);
  return source && { grid: grid === 'shifted' ? 'x' : 'y', plane: 0, row: source[0], col: source[1] };
}

function explain(
  model: ShiftModel,
  { grid, row, col }: ShiftPlace,
): SumExplanation | ChoiceExplanation | null {
  if (grid === 'y') return { ...explainCell(model.x, model.settings, 'x', row, col), tensor: 'y' };
  if (grid === 'yshifted')
    return { ...explainCell(model.shifted, model.settings, 'shifted', row, col), tensor: 'yshifted' };
  return null;
}

const placesOf = ({ x, shifted, y, w }: ShiftModel) =>
  placesIn({ x: x.shape, shifted: shifted.shape, y: y.shape, yshifted: y.shape, ...(w && { w: w.shape }) });

/** One line: a window's sum or maximum, a number that was moved, or the difference of two. */
function equationOf(
  model: ShiftModel,
  cell: ShiftPlace,
  from: ShiftPlace | null,
  explanation: SumExplanation | ChoiceExplanation | null,
  full: boolean,
): Equation {
  const places = placesOf(model);
  const head = cellName(cell.grid, [cell.row, cell.col]);
  const numberOf = (place: ShiftPlace): number => model[place.grid].at(0, 0, place.row, place.col);
  const part = (place: ShiftPlace): ExpressionPart => ({
    text: operand(printNumber(numberOf(place), { full }).text),
    place,
  });
  const line = (parts: readonly ExpressionPart[]): Equation =>
    expressionEquation({ head, parts, value: numberOf(cell), full, target: cell });
  if (explanation?.kind === 'sum')
    return sumEquation(explanation, { full, placeOf: places, head, target: cell });
  if (explanation) {
    const candidate = ({ tensor, index, value, virtual }: Factor): ExpressionPart => ({
      text: printNumber(value, { full }).text,
      place: virtual ? null : places(tensor, index),
    });
    const [first, ...others] = explanation.candidates.map(candidate);
    return line(['max(', first ?? '0', ...others.flatMap((other) => [', ', other]), ')']);
  }
  if (cell.grid === 'mismatch')
    return line([part({ ...cell, grid: 'yshifted' }), ' − ', part({ ...cell, grid: 'shiftedy' })]);
  return line([from ? part(from) : cell.grid === 'x' ? part(cell) : '0']);
}

/** Which cells stand out: the cell itself, and what it comes from. */
function marksOf(
  model: ShiftModel,
  cell: ShiftPlace,
  from: ShiftPlace | null,
  explanation: SumExplanation | ChoiceExplanation | null,
): MarkBook {
  const marks = new MarkBook(placesOf(model));
  if (explanation?.kind === 'sum' && model.settings.operation === 'conv')
    marks.sources(explanation.terms.filter(({ factors }) => !factors[0]?.virtual));
  const chosen = explanation?.kind === 'choice' ? explanation.candidates[explanation.chosen] : undefined;
  if (chosen && !chosen.virtual) marks.factor(chosen, { kind: 'active' });
  if (from) marks.cell(from, { kind: 'active' });
  if (cell.grid === 'mismatch')
    for (const grid of ['yshifted', 'shiftedy'] as const) marks.cell({ ...cell, grid }, { kind: 'target' });
  if (cell.grid === 'x') {
    const { side, params } = model;
    const to = sourceOf(cell.row, cell.col, side, [-params.down, -params.right], params.border);
    if (to) marks.cell({ grid: 'shifted', plane: 0, row: to[0], col: to[1] }, { kind: 'active' });
  }
  marks.cell(cell, { kind: 'target' });
  return marks;
}

/** The window that a layer reads, cut at the border or going round it; on the difference, what no border has touched. */
function windowsOf(
  model: ShiftModel,
  { grid, row, col }: ShiftPlace,
  reads: boolean,
): Partial<Record<GridId, readonly GridWindow[]>> {
  const { settings, side, comparison } = model;
  const { rows, cols } = comparison;
  const isInside = settings.border === 'zeros' && rows[1] >= rows[0] && cols[1] >= cols[0];
  const inside: GridWindow = {
    ...{ row: rows[0], col: cols[0], rows: rows[1] - rows[0] + 1, cols: cols[1] - cols[0] + 1 },
    role: 'window',
  };
  const read = spans(reachOf(settings, row), side, settings.border).flatMap(([top, tall]) =>
    spans(reachOf(settings, col), side, settings.border).map(
      ([left, wide]): GridWindow => ({ row: top, col: left, rows: tall, cols: wide, role: 'window' }),
    ),
  );
  return {
    ...(isInside && { mismatch: [inside] }),
    ...(reads && { [grid === 'y' ? 'x' : 'shifted']: read, [grid]: [oneCell([row, col])] }),
  };
}

/** A step of the comparison: both numbers meet in the cell of their difference. */
function flight(model: ShiftModel, moment: Moment<StretchId>): Flight | null {
  const { out, yshifted, shiftedy } = model;
  if (moment.stretch.id !== 'compare' || moment.stretch.cells !== out * out) return null;
  const at = cellAt(moment.cell, out);
  const place = (grid: string): Place => ({ grid, plane: 0, row: at[0], col: at[1] });
  return flightOf(moment, {
    terms: [
      product(factor('yshifted', yshifted, 0, 0, ...at)),
      product(factor('shiftedy', shiftedy, 0, 0, ...at), MINUS),
    ],
    placeOf: ({ tensor }) => (tensor === 'yshifted' || tensor === 'shiftedy' ? place(tensor) : null),
    targetOf: () => place('mismatch'),
  });
}
