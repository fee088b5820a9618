import { isDue, nextDue } from './legs.ts';
import { PARTS, partsDone } from './position.ts';
import type { RunState } from './state.ts';

/** What a worker is sent for: to begin, to read the test digits and look at the weights, back in time, on, or through one part of a step. */
export type Errand =
  | { readonly kind: 'begin' | 'part' | 'read' }
  | { readonly kind: 'back'; readonly to: number }
  | { readonly kind: 'advance'; readonly until: number };

interface Means {
  /** What the worker of now has come to. */
  readonly workerReached: number;
  /** The test digits come. */
  readonly readable: boolean;
}

const hasReadings = ({ tests }: RunState, step: number): boolean => tests.some((test) => test.step === step);

/** The next errand on the way to a position; null: the run is there, and all is known of it. Pure. */
export function nextErrand(
  state: RunState,
  target: number,
  { workerReached, readable }: Means,
): Errand | null {
  const [step, parts] = [Math.floor(target / PARTS), target % PARTS];
  const done = partsDone(state);
  const isWhole = done === 0;
  if (isWhole && readable && isDue(state.step) && !hasReadings(state, state.step)) return { kind: 'read' };
  if (state.step > step || (state.step === step && done > parts)) return { kind: 'back', to: step };
  if (state.step < step) {
    const isKnown = step <= Math.min(workerReached, state.reports.length);
    return isKnown && isWhole
      ? { kind: 'back', to: step }
      : { kind: 'advance', until: Math.min(step, nextDue(state.step)) };
  }
  if (done < parts) return { kind: 'part' };
  const isLookedAt = state.now?.step === state.step;
  const isRead = !readable || state.readings?.step === state.step;
  return isWhole && !(isLookedAt && isRead) ? { kind: 'read' } : null;
}
