import { type Kept, keepRuns } from './storage.ts';

/** Milliseconds between two times that a run under way is kept for the next visit. */
const KEEP_EVERY = 3000;

/** What came of the last attempt: the browser lets nothing be stored, or has no more room. */
export type Refusal = 'refused' | 'full';

/** Keeps the runs of a figure for the next visit: now and then while they train, and whenever they rest. */
export interface Keeper {
  /** Something is new. */
  note(isUnderWay: boolean): void;
  now(): Promise<void>;
}

/**
 * @param what is there to be kept; null: nothing
 * @param onOutcome null: it is kept. Called when that has changed, for one that was refused is tried again at each rest
 */
export function createKeeper(what: () => Kept | null, onOutcome: (refusal: Refusal | null) => void): Keeper {
  let keptAt = 0;
  let last: Refusal | null = null;

  async function now(): Promise<void> {
    const kept = what();
    if (!kept) return;
    keptAt = performance.now();
    const outcome = await keepRuns(kept).then(
      () => null,
      (error: unknown): Refusal =>
        (error as Error | null)?.name === 'QuotaExceededError' ? 'full' : 'refused',
    );
    if (outcome !== last) onOutcome(outcome);
    last = outcome;
  }

  return {
    now,
    note(isUnderWay) {
      if (!isUnderWay || (last === null && performance.now() - keptAt > KEEP_EVERY)) void now();
    },
  };
}
