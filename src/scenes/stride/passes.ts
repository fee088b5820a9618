import type { StrideModel } from './model.ts';

/** The two ways to the same numbers: only the stops, or every place and then drop. */
export type PassId = 'stops' | 'everyPlace';

/** Where a position stands: `done` windows of a pass have been computed; `row` and `col` are those of the last. */
export interface Moment {
  readonly pass: PassId;
  readonly done: number;
  readonly row: number;
  readonly col: number;
  /** Progress through the next step, 0 … 1. */
  readonly fraction: number;
}

/** How many windows a pass has. */
export const lengthOf = (model: StrideModel, pass: PassId): number =>
  (pass === 'stops' ? model.out : model.outAtOne) ** 2;

export const totalOf = (model: StrideModel): number =>
  lengthOf(model, 'stops') + lengthOf(model, 'everyPlace');

export function momentAt(model: StrideModel, position: number): Moment {
  const steps = Math.floor(position);
  const first = lengthOf(model, 'stops');
  const pass = steps <= first ? 'stops' : 'everyPlace';
  const done = pass === 'stops' ? steps : steps - first;
  const side = pass === 'stops' ? model.out : model.outAtOne;
  const last = Math.max(0, done - 1);
  return { pass, done, row: Math.floor(last / side), col: last % side, fraction: position - steps };
}

/** The position after the window in this row and column of a pass. */
export function positionOf(model: StrideModel, pass: PassId, row: number, col: number): number {
  return pass === 'stops'
    ? row * model.out + col + 1
    : lengthOf(model, 'stops') + row * model.outAtOne + col + 1;
}

/** A window at stride 1 that the stride keeps. */
export const isKept = ({ params }: StrideModel, row: number, col: number): boolean =>
  row % params.stride === 0 && col % params.stride === 0;
