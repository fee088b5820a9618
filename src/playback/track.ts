import type { Text } from '../language/language.ts';

/**
 * A named part of the way through a computation: `cells` results are made one after the other (or, in a backward
 * pass that scatters, given away), each in `terms` steps.
 */
export interface Stretch<Id extends string = string> {
  readonly id: Id;
  readonly cells: number;
  readonly terms: number;
  /** Steps of each cell, where they differ (`terms` is then their largest): the entries of a sparse row. */
  readonly counts?: readonly number[] | undefined;
  readonly name: Text;
  /** What a cell is; default: cell, 格. */
  readonly cellWord?: Text | undefined;
  /** What a step is; default: term, 项. In Chinese with its measure word: 个乘积. */
  readonly termWord?: Text | undefined;
  /** The last step of each cell is something else, and is not counted with the others: the bias. */
  readonly lastTerm?: Text | undefined;
  /** The colour of its part of the bar: a role of the symbol table. Default: output. */
  readonly role?: string | undefined;
  /** A figure whose stretches run both ways has a switch that leads to the first of each. Default: forward. */
  readonly direction?: 'forward' | 'backward' | undefined;
}

/** A stretch that knows where on the bar it begins. */
export interface PlacedStretch<Id extends string = string> extends Stretch<Id> {
  readonly start: number;
  /** All its steps. */
  readonly steps: number;
}

/** All steps of a figure, in order. Positions run from 0 to `total`. */
export interface Track<Id extends string = string> {
  readonly stretches: readonly PlacedStretch<Id>[];
  readonly total: number;
}

/** One step: a term of a cell of a stretch. */
export interface Step<Id extends string = string> {
  readonly stretch: PlacedStretch<Id>;
  readonly cell: number;
  readonly term: number;
}

/** Where a position stands: `done` terms of a cell of a stretch have been taken, and perhaps one more is under way. */
export interface Moment<Id extends string = string> {
  readonly position: number;
  readonly stretch: PlacedStretch<Id>;
  readonly cell: number;
  readonly done: number;
  /** Progress through the step that is under way, 0 ≤ fraction < 1; 0: none is. */
  readonly fraction: number;
  /** The step under way is the first of its cell: the window comes from the cell before. */
  readonly enters: boolean;
  /** Cells of this stretch that are complete. */
  readonly finished: number;
}

/** Steps of one cell. */
export const termsOf = ({ terms, counts }: Stretch, cell: number): number =>
  counts ? (counts[cell] as number) : terms;

/** Steps of a stretch before one of its cells; for `cells`, all of them. */
export function stepsBefore({ terms, counts }: Stretch, cell: number): number {
  if (!counts) return cell * terms;
  let steps = 0;
  for (let i = 0; i < cell; i++) steps += counts[i] as number;
  return steps;
}

/** The cell in which a step of a stretch is taken, and the steps of that cell before it. */
function cellOf(stretch: Stretch, inside: number): { readonly cell: number; readonly term: number } {
  const { terms, counts } = stretch;
  if (!counts) return { cell: Math.floor(inside / terms), term: inside % terms };
  let [cell, term] = [0, inside];
  while (cell < counts.length - 1 && term >= (counts[cell] as number)) term -= counts[cell++] as number;
  return { cell, term };
}

/** Cells of a stretch that are complete after so many of its steps; one without steps is, as soon as those before it are. */
function finishedAfter(stretch: Stretch, steps: number): number {
  const { cells, terms, counts } = stretch;
  if (!counts) return Math.floor(steps / terms);
  let [finished, left] = [0, steps];
  while (finished < cells && left >= (counts[finished] as number)) left -= counts[finished++] as number;
  return finished;
}

/** Puts stretches one behind the other; empty ones are left out. @throws RangeError when none is left */
export function createTrack<Id extends string>(stretches: readonly Stretch<Id>[]): Track<Id> {
  let start = 0;
  const placed: PlacedStretch<Id>[] = [];
  for (const stretch of stretches) {
    const steps = stepsBefore(stretch, stretch.cells);
    if (steps === 0) continue;
    placed.push({ ...stretch, start, steps });
    start += steps;
  }
  if (placed.length === 0) throw new RangeError('track: there is no step');
  return { stretches: placed, total: start };
}

/** The step with that number, 0 ≤ index < total. */
export function stepAt<Id extends string>(track: Track<Id>, index: number): Step<Id> {
  const found = track.stretches.findLast(({ start }) => start <= index) ?? track.stretches[0];
  const stretch = found as PlacedStretch<Id>;
  return { stretch, ...cellOf(stretch, index - stretch.start) };
}

/**
 * Between two whole positions the step under way decides; at a whole one the last step that has happened. At 0 the
 * first cell waits.
 */
export function momentAt<Id extends string>(track: Track<Id>, position: number): Moment<Id> {
  const within = Math.min(track.total, Math.max(0, position));
  const steps = Math.floor(within);
  const fraction = within - steps;
  if (fraction > 0) {
    const { stretch, cell, term } = stepAt(track, steps);
    const enters = term === 0 && cell > 0;
    const finished = finishedAfter(stretch, steps - stretch.start);
    return { position: within, stretch, cell, done: term, fraction, enters, finished };
  }
  const { stretch, cell, term } = stepAt(track, Math.max(0, steps - 1));
  const done = steps === 0 ? 0 : term + 1;
  const finished = finishedAfter(stretch, steps - stretch.start);
  return { position: within, stretch, cell, done, fraction, enters: false, finished };
}

/** A place on the track by name. What is left out stands for the last: all terms, all cells. */
export interface TrackPoint<Id extends string = string> {
  readonly stretch: Id;
  readonly cell?: number | undefined;
  /** Terms of that cell that have been taken. */
  readonly done?: number | undefined;
}

/** The position of a point, each of its numbers kept within the track; 0 for a stretch that is not there. */
export function positionOf<Id extends string>(track: Track<Id>, point: TrackPoint<Id>): number {
  const stretch = track.stretches.find(({ id }) => id === point.stretch);
  if (!stretch) return 0;
  const within = (n: number, most: number): number => Math.min(most, Math.max(0, Math.floor(n)));
  const cell = within(point.cell ?? stretch.cells - 1, stretch.cells - 1);
  const terms = termsOf(stretch, cell);
  return stretch.start + stepsBefore(stretch, cell) + within(point.done ?? terms, terms);
}

/** Where the reader comes to stand when the track changes: in the same stretch, as far through it. */
export function carryOver<Id extends string>(from: Track<Id>, to: Track<Id>, position: number): number {
  const { stretch, cell, done, finished } = momentAt(from, Math.floor(position));
  const same = to.stretches.find(({ id }) => id === stretch.id);
  if (!same) return Math.min(position, to.total);
  if (same.cells === stretch.cells && same.terms === stretch.terms && same.steps === stretch.steps)
    return same.start + (position - stretch.start);
  if (finished === stretch.cells) return same.start + same.steps;
  const at = Math.min(same.cells - 1, Math.floor((finished / stretch.cells) * same.cells));
  const [before, now] = [termsOf(stretch, cell), termsOf(same, at)];
  return same.start + stepsBefore(same, at) + (done === before ? 0 : Math.round((done / before) * now));
}

/** Cells of a stretch that are complete at a moment: all of a stretch that is over, none of one to come. */
export function finishedCells<Id extends string>(track: Track<Id>, moment: Moment<Id>, id: Id): number {
  const stretch = track.stretches.find((one) => one.id === id);
  if (!stretch) return 0;
  if (stretch.start < moment.stretch.start) return stretch.cells;
  return stretch.start > moment.stretch.start ? 0 : moment.finished;
}

/** For each stretch, whether one of its cells is complete at a moment. @param all as if everything were over */
export const knownCells =
  <Id extends string>(track: Track<Id>, moment: Moment<Id>, all: boolean) =>
  (id: Id): ((index: number) => boolean) => {
    const finished = all ? Number.POSITIVE_INFINITY : finishedCells(track, moment, id);
    return (index) => index < finished;
  };
