import { easeCubicInOut, interpolateNumber } from 'd3';
import type { SumExplanation, Term } from '../../explain/explanation.ts';
import type { CellMark, GridWindow } from '../../figures/gridGeometry.ts';
import { type Line, lineOf } from '../../formula/arithmetic.ts';
import type { CellRef } from '../../playback/figureStore.ts';
import { answerOf, explainCell } from './explainCell.ts';
import { Marks } from './marks.ts';
import type { ConvolutionModel } from './model.ts';
import { type Moment, momentAt, type PassId } from './passes.ts';
import { type Arrivals, arrivals } from './scatter.ts';

export type GridId = 'x' | 'w' | 'b' | 'y' | 'dx' | 'dw' | 'db' | 'dy' | 'target';

/** What is on the screen at one position: plain data, no clock and no history. */
export interface ConvolutionView {
  readonly moment: Moment;
  readonly pass: PassId;
  readonly direction: 'forward' | 'backward';
  /** The cell that the line makes. */
  readonly target: { readonly tensor: string; readonly index: readonly number[] };
  readonly explanation: SumExplanation;
  /** How many of its terms have been added. */
  readonly done: number;
  readonly line: Line;
  /** The sum is not complete yet. */
  readonly partial: boolean;
  /** The reader asks for a cell; the step waits. */
  readonly asked: CellRef | null;
  readonly marks: Readonly<Record<GridId, ReadonlyMap<string, CellMark>>>;
  readonly windows: Readonly<Partial<Record<GridId, readonly GridWindow[]>>>;
  readonly known: Readonly<Partial<Record<GridId, (index: number) => boolean>>>;
  readonly partials: Readonly<Partial<Record<GridId, (index: number) => number | undefined>>>;
}

const never = (): boolean => false;

/** The picture at a position, or of the cell that the reader asks for. */
export function viewAt(
  model: ConvolutionModel,
  position: number,
  asked: CellRef | null = null,
  full = false,
): ConvolutionView {
  const moment = momentAt(model.passes, position);
  const { id } = moment.pass;
  const arrived = id === 'dx' && model.params.method === 'scatter' ? arrivals(model, moment) : null;
  const question = asked ? questionOf(model, asked) : null;
  const { explanation, done } = question ?? stepOf(model, moment, arrived);
  const partial = done < explanation.terms.length;
  const marks = new Marks(model);
  const current = explanation.terms[done - 1];
  if (question && asked) marks.question(asked, explanation);
  else marks.step(id, explanation, done, current);
  const valueSoFar = lineOf(explanation.terms, done).value;
  return {
    moment,
    pass: id,
    direction: id === 'forward' ? 'forward' : 'backward',
    target: { tensor: explanation.tensor, index: explanation.index },
    explanation,
    done,
    line: lineOf(explanation.terms, done, { full }),
    partial,
    asked: question ? asked : null,
    marks: marks.all,
    windows: question ? {} : windowsOf(model, moment, explanation, current),
    known: knownAt(model, moment, arrived),
    partials: arrived
      ? { dx: (i) => (arrived.counts[i] ? arrived.sums[i] : undefined) }
      : question || done === 0
        ? {}
        : { [explanation.tensor]: partialOf(explanation, valueSoFar, model) },
  };
}

function questionOf(
  model: ConvolutionModel,
  asked: CellRef,
): { explanation: SumExplanation; done: number } | null {
  const tensor = answerOf(asked.tensor);
  const grid = asked.tensor === 'target' ? model.y : model[asked.tensor as Exclude<GridId, 'target'>];
  if (!tensor || !grid) return null;
  const [rows, cols] = grid.shape.length === 1 ? [1, 1] : [grid.shape[2] as number, grid.shape[3] as number];
  if (asked.row >= rows || asked.col >= cols) return null;
  const explanation = explainCell(model, tensor, asked.row, asked.col);
  return { explanation, done: explanation.terms.length };
}

/** The sum that the current step adds to. */
function stepOf(
  model: ConvolutionModel,
  { pass, cell, done }: Moment,
  arrived: Arrivals | null,
): { explanation: SumExplanation; done: number } {
  const { params, out } = model;
  const rowCol = (side: number): [number, number] => [Math.floor(cell / side), cell % side];
  switch (pass.id) {
    case 'forward':
      return { explanation: explainCell(model, 'y', ...rowCol(out)), done };
    case 'loss':
      return { explanation: explainCell(model, 'dy', ...rowCol(out)), done: done === 0 ? 0 : 2 };
    case 'dw':
      return { explanation: explainCell(model, 'dw', ...rowCol(params.kernel)), done };
    case 'db':
      return { explanation: explainCell(model, 'db', 0, 0), done };
    case 'dx':
      if (!arrived) return { explanation: explainCell(model, 'dx', ...rowCol(params.input)), done };
      return arrived.landing;
  }
}

/** The cell that is being made shows its sum so far. */
function partialOf(explanation: SumExplanation, value: number, model: ConvolutionModel) {
  const [row = 0, col = 0] = explanation.index.length > 1 ? explanation.index.slice(-2) : [0, 0];
  const cols = { y: model.out, dy: model.out, dx: model.params.input, dw: model.params.kernel, db: 1 }[
    explanation.tensor as 'y' | 'dy' | 'dx' | 'dw' | 'db'
  ];
  const at = row * cols + col;
  return (i: number): number | undefined => (i === at ? value : undefined);
}

/** Which numbers exist at this moment. */
function knownAt(
  model: ConvolutionModel,
  moment: Moment,
  arrived: Arrivals | null,
): ConvolutionView['known'] {
  const { pass, cell, done } = moment;
  const order: readonly PassId[] = ['forward', 'loss', 'dx', 'dw', 'db'];
  const at = order.indexOf(pass.id);
  const finished = cell + (done === pass.terms ? 1 : 0);
  const upTo = (id: PassId): ((index: number) => boolean) => {
    const place = order.indexOf(id);
    if (place < at) return () => true;
    if (place > at) return never;
    return (index) => index < finished;
  };
  return {
    y: upTo('forward'),
    ...(model.params.loss === 'target' ? { dy: upTo('loss') } : {}),
    dx: arrived ? (index) => arrived.counts[index] === arrived.expected[index] : upTo('dx'),
    dw: upTo('dw'),
    db: upTo('db'),
  };
}

/** Outlines: the window and the cell that it makes. They move with the first step of a cell. */
function windowsOf(
  model: ConvolutionModel,
  moment: Moment,
  explanation: SumExplanation,
  current: Term | undefined,
): ConvolutionView['windows'] {
  const { params, sides, extent, out } = model;
  const { pass, cell, done, fraction } = moment;
  const box = (row: number, col: number, size: number, role: GridWindow['role']): GridWindow => ({
    row,
    col,
    rows: size,
    cols: size,
    role,
  });
  const slide = (side: number, place: (row: number, col: number) => [number, number]): [number, number] => {
    const [row, col] = place(Math.floor(cell / side), cell % side);
    if (done < pass.terms || cell + 1 >= pass.cells || fraction === 0) return [row, col];
    const [nextRow, nextCol] = place(Math.floor((cell + 1) / side), (cell + 1) % side);
    const t = easeCubicInOut(fraction);
    return [interpolateNumber(row, nextRow)(t), interpolateNumber(col, nextCol)(t)];
  };
  const overInput = (row: number, col: number): [number, number] => [
    row * params.stride - sides[0],
    col * params.stride - sides[1],
  ];
  switch (pass.id) {
    case 'forward':
      return {
        x: [box(...slide(out, overInput), extent, 'window')],
        y: [box(...slide(out, (row, col) => [row, col]), 1, 'result')],
      };
    case 'dx':
      if (params.method === 'scatter')
        return {
          dx: [box(...slide(out, overInput), extent, 'window')],
          dy: [box(...slide(out, (row, col) => [row, col]), 1, 'result')],
        };
      return {
        // Over the zero-inserted gradient: the rotated kernel ends at the cell's own place.
        dy: [
          box(
            ...slide(params.input, (row, col) => [row + sides[0] - extent + 1, col + sides[1] - extent + 1]),
            extent,
            'window',
          ),
        ],
        dx: [box(...slide(params.input, (row, col) => [row, col]), 1, 'result')],
      };
    case 'dw': {
      const place = current?.factors.find((factor) => factor.tensor === 'x')?.index;
      const [row = 0, col = 0] = explanation.index.slice(-2);
      return {
        ...(place ? { x: [box(place[2] as number, place[3] as number, 1, 'window')] } : {}),
        dw: [box(row, col, 1, 'result')],
      };
    }
    case 'db': {
      const place = current?.factors[0]?.index;
      return {
        ...(place ? { dy: [box(place[2] as number, place[3] as number, 1, 'window')] } : {}),
        db: [box(0, 0, 1, 'result')],
      };
    }
    case 'loss': {
      const [row = 0, col = 0] = explanation.index.slice(-2);
      return { y: [box(row, col, 1, 'window')], dy: [box(row, col, 1, 'result')] };
    }
  }
}
