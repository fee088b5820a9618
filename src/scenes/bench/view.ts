import type { Factor, Term } from '../../explain/explanation.ts';
import { indexAt } from '../../explain/flatten.ts';
import { flightOf } from '../../kit/motion/flightOf.ts';
import { windowAt } from '../../kit/motion/glide.ts';
import { detailHead, detailOf, equationOf, slopeEquation } from '../../kit/operations/equations.ts';
import { type GridId, need, type Pass } from '../../kit/operations/operation.ts';
import { placesIn } from '../../kit/scene/equations.ts';
import type { Equation, Flight, GridView, GridWindow, SceneView, ViewOptions } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import { finishedCells, type Moment, stepsBefore } from '../../playback/track.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { marksOf, termsIn } from './marks.ts';
import type { BenchModel } from './model.ts';
import type { BenchParams } from './parameters.ts';
import { headOf, passOf, type Subject, subjectOf } from './subject.ts';

/** What is on the screen at one position. */
export interface BenchView extends SceneView {
  readonly equations: readonly Equation[];
  readonly pass: Pass;
  readonly subject: Subject;
  readonly asked: Place | null;
}

export type Places = (tensor: string, index: readonly number[]) => Place | null;

export function viewOf(model: BenchModel, moment: Moment, options: ViewOptions<BenchParams>): BenchView {
  const { asked, held, full } = options;
  const { track } = model;
  const pass = passOf(model, moment, asked);
  const subject = subjectOf(model, moment, pass, asked);
  const places = placesOf(model);
  const isWhole = held !== null || asked !== null || pass.id !== moment.stretch.id;
  const shown: Subject = isWhole ? { ...subject, done: termsIn(subject.explanation).length } : subject;
  const equations = equationsOf(model, moment, shown, places, { full, isWhole });
  const marks = marksOf(model, pass, shown, places, asked, isWhole);
  const windows = isWhole && asked === null ? {} : windowsOf(model, moment, pass, shown, asked);
  const finished = isWhole ? Number.POSITIVE_INFINITY : finishedCells(track, moment, pass.id);
  const [line] = equations;
  const sum = line?.kind === 'sum' ? line : null;
  const grids: Record<string, GridView> = {};
  for (const id of pass.columns.flat()) {
    const isMade = id === pass.id;
    grids[id] = {
      marks: marks.of(id),
      windows: windows[id],
      ...(isMade && {
        known: (index: number) => index < finished,
        partial: (index: number) =>
          sum && !isWhole && index === moment.cell && sum.done > 0 ? sum.line.value : undefined,
      }),
    };
  }
  return {
    grids,
    equations,
    flight: isWhole ? null : motionOf(moment, pass, shown, places),
    pass,
    subject: shown,
    asked,
  };
}

/** Where the numbers of a line stand; what is neither given nor made stands nowhere. */
function placesOf({ operation: { tensors } }: BenchModel): Places {
  const shapes = Object.fromEntries(Object.entries(tensors).map(([id, { shape }]) => [id, shape]));
  const places = placesIn(shapes);
  return (tensor, index) => {
    const shape = shapes[tensor];
    // A number that has lost its places, such as the loss of one sample among several.
    return shape && shape.length === index.length ? places(tensor, index) : null;
  };
}

/** A score and the largest of its row. */
function exponentOf(x: Tensor, at: readonly number[]): { readonly score: number; readonly top: number } {
  const row = Array.from({ length: x.shape.at(-1) ?? 0 }, (_, k) => x.at(...at.with(-1, k)));
  return { score: x.at(...at), top: Math.max(...row) };
}

/** The line of the cell; below it what one of its numbers is made of, or the same number the other way. */
function equationsOf(
  model: BenchModel,
  moment: Moment,
  { grid, index, explanation, done, isStepped }: Subject,
  places: Places,
  { full, isWhole }: { readonly full: boolean; readonly isWhole: boolean },
): Equation[] {
  const { params, operation } = model;
  const { start } = moment.stretch;
  const before = start + stepsBefore(moment.stretch, moment.cell);
  const common = {
    full,
    placeOf: places,
    activation: { name: params.activation, alpha: params.alpha },
    exponentAt: (at: readonly number[]) => exponentOf(need(operation.tensors, 'x'), at),
  };
  const [row, col] = index.length > 1 ? index.slice(-2) : [0, index[0] ?? 0];
  const target = places(grid, index) ?? { grid, plane: 0, row: row as number, col: col as number };
  const own = {
    ...common,
    target,
    done,
    head: headOf(model, grid, index),
    positionOf: isStepped && !isWhole ? (count: number) => before + count : undefined,
  };
  const first = equationOf(explanation, own);
  const slope = slopeEquation(explanation, own);
  if (slope) return [first, slope];
  const other = isWhole ? operation.otherWay?.(grid, index) : null;
  if (other)
    return [first, equationOf(other, { ...own, done: other.kind === 'sum' ? other.terms.length : 1 })];
  const detail = detailOf(explanation);
  if (!detail) return [first];
  return [first, equationOf(detail, { ...common, target: null, head: detailHead(detail) })];
}

/** Outlines: what is read, and the cell that is made. */
function windowsOf(
  model: BenchModel,
  moment: Moment,
  pass: Pass,
  { grid, index }: Subject,
  asked: Place | null,
): Partial<Record<GridId, readonly GridWindow[]>> {
  const { operation } = model;
  const { shape } = need(operation.tensors, pass.id);
  const places = placesOf(model);
  const cellOf = (at: readonly number[]): GridWindow => {
    const { plane, row, col } = places(pass.id, at) ?? { plane: 0, row: 0, col: 0 };
    return { plane, row, col, rows: 1, cols: 1, role: 'result' };
  };
  if (asked) {
    if (grid !== 'y' || !operation.windowsOf || pass.id !== 'y') return {};
    return { x: operation.windowsOf(index).map((window) => ({ ...window, role: 'window' as const })) };
  }
  const result = { [pass.id]: [windowAt(moment, (cell) => cellOf(indexAt(shape, cell)))] };
  const read = pass.id === 'y' ? operation.windowsOf?.(indexAt(shape, moment.cell)) : undefined;
  if (!read) return result;
  return {
    ...result,
    x: read.map((_, i) =>
      windowAt(moment, (cell) => ({
        ...(operation.windowsOf?.(indexAt(shape, cell))[i] ?? (read[0] as (typeof read)[number])),
        role: 'window' as const,
      })),
    ),
  };
}

/** One product on its way to its sum; only what stands on the stage can travel. */
function motionOf(moment: Moment, pass: Pass, subject: Subject, places: Places): Flight | null {
  const { explanation, isStepped, index, grid } = subject;
  if (!isStepped || explanation.kind !== 'sum') return null;
  const term: Term | undefined = explanation.terms[moment.done];
  const shown = pass.columns.flat();
  const target = places(grid, index);
  if (!term || !target) return null;
  const placeOf = ({ tensor, index: at, virtual }: Factor): Place | null =>
    shown.includes(tensor as GridId) && !(virtual && tensor !== 'x') ? places(tensor, at) : null;
  return flightOf(moment, {
    direction: pass.id === 'y' ? 'forward' : 'gather',
    terms: [term],
    placeOf,
    targetOf: () => target,
  });
}
