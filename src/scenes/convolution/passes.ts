import type { ConvolutionParams } from './model.ts';

export type PassId = 'forward' | 'loss' | 'dx' | 'dw' | 'db';

/** A stretch of the bar: `cells` numbers are made (or, when scattering, given away), `terms` steps each. */
export interface Pass {
  readonly id: PassId;
  readonly start: number;
  readonly cells: number;
  readonly terms: number;
}

/** The passes of the bar, one after the other. A step is a pair (cell, term), found by arithmetic. */
export function passesOf(params: ConvolutionParams, out: number): Pass[] {
  const taps = params.kernel ** 2;
  const outputs = out ** 2;
  const lengths: [PassId, number, number][] = [['forward', outputs, taps + 1]];
  if (params.loss === 'target') lengths.push(['loss', outputs, 1]);
  lengths.push(params.method === 'scatter' ? ['dx', outputs, taps] : ['dx', params.input ** 2, taps]);
  lengths.push(['dw', taps, outputs], ['db', 1, outputs]);
  let start = 0;
  return lengths.map(([id, cells, terms]) => {
    const pass = { id, start, cells, terms };
    start += cells * terms;
    return pass;
  });
}

export const totalOf = (passes: readonly Pass[]): number =>
  passes.reduce((total, pass) => total + pass.cells * pass.terms, 0);

/** Where a position stands: after `done` terms of cell `cell` of a pass. */
export interface Moment {
  readonly pass: Pass;
  readonly cell: number;
  /** Terms that have been added to this cell. */
  readonly done: number;
  /** Progress through the next step, 0 … 1. */
  readonly fraction: number;
}

/** The last step that has happened decides; at position 0 the first cell waits. */
export function momentAt(passes: readonly Pass[], position: number): Moment {
  const steps = Math.floor(position);
  const fraction = position - steps;
  const last = Math.max(0, steps - 1);
  const pass = passes.findLast((candidate) => candidate.start <= last) as Pass;
  const inPass = steps - pass.start;
  const cell = Math.floor(Math.max(0, inPass - 1) / pass.terms);
  return { pass, cell, done: inPass - cell * pass.terms, fraction };
}

/** The position after `done` terms of a cell of a pass. */
export function positionOf(passes: readonly Pass[], id: PassId, cell: number, done: number): number {
  const pass = passes.find((candidate) => candidate.id === id);
  return pass ? pass.start + cell * pass.terms + done : 0;
}
