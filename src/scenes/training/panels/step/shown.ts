import type { Phase } from '../../../../network/trainer.ts';
import type { RunState } from '../../run/state.ts';

/** The step that is taken apart, from 0, and the last of its parts that is done. */
export interface ShownStep {
  readonly step: number;
  readonly done: Phase;
}

/** The step under way, or else the last one; null before the first. */
export function shownStep({ part, step }: Pick<RunState, 'part' | 'step'>): ShownStep | null {
  if (part && part.step === step) return { step, done: part.phase };
  return step > 0 ? { step: step - 1, done: 'update' } : null;
}
