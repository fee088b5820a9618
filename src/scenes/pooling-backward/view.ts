import type { SumExplanation } from '../../explain/explanation.ts';
import { addUp } from '../../explain/terms.ts';
import { cellAt } from '../../kit/convolution/windows.ts';
import { flightOf } from '../../kit/motion/flightOf.ts';
import { explainPool, readersOfCell, tiedCells } from '../../kit/pooling/explain.ts';
import { placesIn } from '../../kit/scene/equations.ts';
import type { Equation, Flight, GridView, SceneView, ViewOptions } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import { finishedCells, type Moment } from '../../playback/track.ts';
import { pixelEquation } from './equation.ts';
import { type GridId, marksOf, type Subject, windowsAsked, windowsOf } from './marks.ts';
import { explainInput, type PoolBackModel } from './model.ts';
import type { PoolBackParams } from './parameters.ts';
import { arrivalsAt, isPixel, type Payment, shareText } from './payments.ts';

/** What is on the screen at one position. */
export interface PoolBackView extends SceneView {
  readonly equations: readonly [Equation];
  /** The pixel whose sum is written. */
  readonly explanation: SumExplanation;
  readonly done: number;
  /** The output whose window is spoken of; null: of a pixel that no window pays. */
  readonly window: number | null;
  /** The payment of the step. */
  readonly current: Payment | undefined;
  /** It lies on padding and is cut away. */
  readonly cropped: boolean;
  /** Windows that read the pixel. */
  readonly readers: number;
  /** Cells of the window that hold its maximum. */
  readonly tied: number;
  readonly asked: 'pixel' | 'output' | null;
  readonly isOver: boolean;
  readonly held: ViewOptions<PoolBackParams>['held'];
}

export function viewOf(
  model: PoolBackModel,
  moment: Moment,
  { asked, held, full }: ViewOptions<PoolBackParams>,
): PoolBackView {
  const { params, side, out } = model;
  const subject = asked ? questionOf(model, asked) : stepOf(model, moment);
  const { explanation, window, current, cropped } = subject;
  const done = held ? explanation.terms.length : subject.done;
  const places = placesIn({ x: model.x.shape, y: model.y.shape, dy: model.dy.shape, dx: model.dx.shape });
  const [row = 0, col = 0] = explanation.index.slice(-2);
  const first = moment.position - moment.done - moment.fraction;
  const equation = pixelEquation(explanation, {
    done,
    full,
    places,
    target: { grid: 'dx', plane: 0, row, col },
    // Gathered, the terms of a pixel are steps one after the other.
    start: !asked && params.method === 'gather' ? first : null,
  });
  const all = asked !== null || held !== null;
  const marks = marksOf(model, subject, asked);
  const windows = asked || held ? windowsAsked(model, window) : windowsOf(model, moment, current);
  const flight = all ? null : motionOf(moment, params.method, current);
  const tied = window === null || model.kind === 'average' ? 1 : tiesOf(model, window);
  const paid = all ? null : params.method === 'scatter' ? moment.done : subject.done;
  return {
    grids: {
      x: { marks: marks.of('x'), windows: windows.x },
      mask: maskOf(model, window),
      y: { marks: marks.of('y'), windows: windows.dy },
      dx: {
        marks: marks.of('dx'),
        windows: windows.dx,
        ...(all
          ? {}
          : params.method === 'scatter'
            ? landedOf(model, moment)
            : gatheredOf(model, moment, explanation, done)),
      },
      products: productsOf(model, window, params.method === 'scatter' ? paid : null, current),
      dy: { marks: marks.of('dy'), windows: windows.dy },
    },
    equations: [equation],
    flight,
    ...{ explanation, done, window, current, cropped, tied, held },
    readers:
      row < 0 || col < 0 || row >= side || col >= side ? 0 : readersOfCell(model, [0, row, col]).length,
    asked: asked === null ? null : asked.grid === 'y' || asked.grid === 'dy' ? 'output' : 'pixel',
    isOver: !all && moment.finished === (params.method === 'scatter' ? out * out : side * side),
  };
}

function tiesOf(model: PoolBackModel, window: number): number {
  const of = explainPool(model, [0, ...cellAt(window, model.out)]);
  return of.kind === 'choice' ? tiedCells(of).length : 1;
}

/** The pixel that is asked for; of an output, the first pixel that it pays. */
function questionOf(model: PoolBackModel, { grid, row, col }: Place): Subject {
  const ofOutput = grid === 'y' || grid === 'dy';
  const window = ofOutput ? row * model.out + col : null;
  const paid =
    window === null
      ? undefined
      : (model.payments[window]?.find((one) => isPixel(one, model.side)) as Payment);
  const explanation = paid ? explainInput(model, paid.row, paid.col) : explainInput(model, row, col);
  const payer = explanation.terms[0]?.factors[0]?.index.slice(-2) as [number, number] | undefined;
  return {
    explanation,
    done: explanation.terms.length,
    current: undefined,
    window: window ?? (payer ? payer[0] * model.out + payer[1] : null),
    cropped: false,
  };
}

/** Scattered: the pixel on which the payment lands. Gathered: the pixel that collects. */
function stepOf(model: PoolBackModel, moment: Moment): Subject {
  const { params, payments, out, side } = model;
  const { cell, done, fraction } = moment;
  const term = fraction > 0 ? done : Math.max(0, done - 1);
  if (params.method === 'gather') {
    const explanation = explainInput(model, ...cellAt(cell, side));
    const [oy = 0, ox = 0] = explanation.terms[term]?.factors[0]?.index.slice(-2) ?? [];
    const window = explanation.terms.length > 0 ? oy * out + ox : null;
    const [row, col] = cellAt(cell, side);
    const current =
      window === null ? undefined : payments[window]?.find((one) => one.row === row && one.col === col);
    return { explanation, done, current, window, cropped: false };
  }
  const payment = payments[cell]?.[term] as Payment;
  const current = done === 0 && fraction === 0 ? undefined : payment;
  const { row, col, value, oy, ox, upstream, share } = payment;
  if (isPixel(payment, side)) {
    const { counts } = arrivalsAt(model, moment);
    const explanation = explainInput(model, row, col);
    return { explanation, done: counts[row * side + col] as number, current, window: cell, cropped: false };
  }
  const factors = [
    { tensor: 'dy', index: [0, 0, oy, ox], value: upstream },
    { tensor: '1/count', index: [], value: share },
  ];
  const terms = [{ factors, value }];
  const explanation: SumExplanation = { kind: 'sum', tensor: 'dx', index: [0, 0, row, col], value, terms };
  return { explanation, done: fraction > 0 || !current ? 0 : 1, current, window: cell, cropped: true };
}

/** What every place of the window gets of ∂y: 1 or 0 under a maximum, an equal part under a mean. */
function maskOf({ payments, extent }: PoolBackModel, window: number | null): GridView {
  const values = new Float64Array(extent * extent);
  for (const { ky, kx, share } of window === null ? [] : (payments[window] ?? []))
    values[ky * extent + kx] = share;
  return { values, known: () => window !== null, textOf: (i) => shareText(values[i] as number) };
}

/** Mask times ∂y, as far as it has been paid: `paid` places, or only that of the current payment. */
function productsOf(
  { payments, extent, params }: PoolBackModel,
  window: number | null,
  paid: number | null,
  current: Payment | undefined,
): GridView {
  const ofOne = window === null ? [] : (payments[window] ?? []);
  const shown =
    paid === null ? (current && params.method === 'gather' ? [current] : ofOne) : ofOne.slice(0, paid);
  const values = new Float64Array(extent * extent);
  const known = new Set<number>();
  for (const { ky, kx, value } of shown) {
    values[ky * extent + kx] = value;
    known.add(ky * extent + kx);
  }
  return { values, known: (index) => known.has(index) };
}

/** What has landed on the pixels so far. One that nobody pays is 0 from the beginning. */
function landedOf(model: PoolBackModel, moment: Moment): Partial<GridView> {
  const { sums, counts, expected } = arrivalsAt(model, moment);
  return {
    known: (i) => counts[i] === expected[i],
    partial: (i) => (counts[i] ? sums[i] : undefined),
    running: true,
  };
}

function gatheredOf(
  { track, side }: PoolBackModel,
  moment: Moment,
  { terms }: SumExplanation,
  done: number,
): Partial<GridView> {
  const finished = finishedCells(track, moment, 'dx');
  const isUnderWay = done > 0 && done < terms.length;
  return {
    known: (i) => i < finished,
    partial: (i) =>
      isUnderWay && i === moment.cell && i < side * side ? addUp(terms.slice(0, done)) : undefined,
  };
}

/** ∂y meets its place of the mask, and the product goes to the pixel. */
function motionOf(
  moment: Moment,
  method: PoolBackParams['method'],
  current: Payment | undefined,
): Flight | null {
  if (!current) return null;
  const { oy, ox, ky, kx, row, col, upstream, share, value } = current;
  const at = (grid: GridId, r: number, c: number): Place => ({ grid, plane: 0, row: r, col: c });
  const factors = [
    { tensor: 'dy', index: [oy, ox], value: upstream },
    { tensor: 'mask', index: [ky, kx], value: share },
  ];
  return flightOf(moment, {
    direction: method,
    terms: [{ factors, value }],
    placeOf: ({ tensor, index: [r = 0, c = 0] }) => at(tensor as GridId, r, c),
    targetOf: () => at('dx', row, col),
    productOf: () => at('products', ky, kx),
  });
}
