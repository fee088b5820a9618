import type { TrainerState } from '../network/trainer.ts';

export interface Checkpoints {
  /** Keeps the state if its step is one that is kept. @param make called only then */
  offer(step: number, make: () => TrainerState): TrainerState | undefined;
  /** The last that is kept at `step` or before. */
  before(step: number): TrainerState;
}

/**
 * States of a run, every so many steps. When they become more than `most`, every second one is given up and
 * from then on half as many are kept: memory is bounded, and the way back to any step stays short.
 *
 * @param always the first state, and others that are never given up
 */
export function createCheckpoints(always: readonly TrainerState[], every: number, most: number): Checkpoints {
  const kept = new Map(always.map((state) => [state.step, state]));
  const pinned = new Set(kept.keys());
  let spacing = every;
  return {
    offer(step, make) {
      if (step % spacing !== 0 || kept.has(step)) return undefined;
      const state = make();
      kept.set(step, state);
      while (kept.size > most + pinned.size) {
        spacing *= 2;
        for (const at of kept.keys()) if (!pinned.has(at) && at % spacing !== 0) kept.delete(at);
      }
      return state;
    },
    before(step) {
      const at = Math.max(...[...kept.keys()].filter((other) => other <= step));
      return kept.get(at) as TrainerState;
    },
  };
}
