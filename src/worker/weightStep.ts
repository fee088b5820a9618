import type { Trainer } from '../network/trainer.ts';

/** One weight of a network. */
export interface WeightPlace {
  /** The number of its tensor among the parameters. */
  readonly param: number;
  /** Its place in it, row-major. */
  readonly at: number;
}

/** What one step did with one weight. What the parts that are not done would tell is null. */
export interface WeightStep {
  readonly weight: WeightPlace;
  /** From 0. */
  readonly step: number;
  /** The learning rate of the step. */
  readonly lr: number;
  /** The number of this update, from 1: the t of Adam. */
  readonly t: number;
  readonly before: number;
  /** What the optimizer carried: nothing, v, or m and v. */
  readonly carried: readonly number[];
  /** ∂loss/∂w, without the L2. */
  readonly gradient: number | null;
  readonly after: number | null;
  readonly carriedAfter: readonly number[] | null;
}

export const sameWeight = (a: WeightPlace | null, b: WeightPlace | null): boolean =>
  a === b || (a !== null && b !== null && a.param === b.param && a.at === b.at);

/** Looks at one weight while a trainer works. */
export interface Follower {
  readonly weight: WeightPlace | null;
  /** The step that is under way, or the last one; null: none was seen from its beginning. */
  readonly last: WeightStep | null;
  follow(weight: WeightPlace | null): void;
  /** To be called behind each part of a step. */
  see(done: 'forward' | 'loss' | 'backward' | 'update', step: number, lr: number): void;
  forget(): void;
}

export function createFollower(trainer: Pick<Trainer, 'weight'>): Follower {
  let weight: WeightPlace | null = null;
  let last: WeightStep | null = null;
  return {
    get weight() {
      return weight;
    },
    get last() {
      return last;
    },
    follow(next) {
      if (!sameWeight(weight, next)) last = null;
      weight = next;
    },
    see(done, step, lr) {
      if (!weight) return;
      const { value, gradient, carried, t } = trainer.weight(weight.param, weight.at);
      if (done === 'forward') {
        const unknown = { gradient: null, after: null, carriedAfter: null };
        last = { weight, step, lr, t: t + 1, before: value, carried, ...unknown };
      } else if (last?.step !== step) last = null;
      else if (done === 'backward') last = { ...last, gradient };
      else if (done === 'update') last = { ...last, after: value, carriedAfter: carried };
    },
    forget() {
      last = null;
    },
  };
}
