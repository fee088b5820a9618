import type { Phase } from '../../../network/trainer.ts';
import type { RunState } from './state.ts';

/** The parts of a step, in their order. */
export const PHASES: readonly Phase[] = ['forward', 'loss', 'backward', 'update'];
export const PARTS = PHASES.length;

/** Parts of the step under way that are done. */
export const partsDone = ({ part, step }: Pick<RunState, 'part' | 'step'>): number =>
  part && part.step === step ? PHASES.indexOf(part.phase) + 1 : 0;

/** Where a run stands, in parts: four a step. */
export const positionOf = (state: Pick<RunState, 'part' | 'step'>): number =>
  state.step * PARTS + partsDone(state);
