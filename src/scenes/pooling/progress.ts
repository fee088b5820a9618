import type { ChoiceExplanation, Factor, RatioExplanation } from '../../explain/explanation.ts';
import { candidatesOf } from '../../kit/pooling/explain.ts';

/** One window, as far as it has been worked out. */
export interface Progress {
  readonly explanation: ChoiceExplanation | RatioExplanation;
  readonly candidates: readonly Factor[];
  /** Numbers that have been compared, or added. */
  readonly taken: number;
  /** The cell is written: all of them are, and a mean is divided. */
  readonly isDone: boolean;
  /** The largest of them so far, or their sum; of a written cell its number. */
  readonly value: number;
  /** The largest so far, the first of equal ones; undefined: none is, or a mean. */
  readonly leader: Factor | undefined;
}

/** The largest of the first `count` numbers: a later one has to be larger, and padding is never taken. */
export const leaderOf = (candidates: readonly Factor[], count: number): Factor | undefined =>
  candidates
    .slice(0, count)
    .reduce<Factor | undefined>(
      (best, one) => (one.virtual || (best && one.value <= best.value) ? best : one),
      undefined,
    );

const sumOf = (candidates: readonly Factor[], count: number): number =>
  candidates.slice(0, count).reduce((sum, { value }) => sum + value, 0);

/** @param done steps of the cell that have been taken; a mean has one more than numbers */
export function progressOf(
  explanation: ChoiceExplanation | RatioExplanation,
  done: number = Number.POSITIVE_INFINITY,
): Progress {
  const candidates = candidatesOf(explanation);
  const taken = Math.min(done, candidates.length);
  const isMax = explanation.kind === 'choice';
  const isDone = done >= candidates.length + (isMax ? 0 : 1);
  const leader = isMax ? leaderOf(candidates, taken) : undefined;
  const soFar = isMax ? (leader?.value ?? Number.NEGATIVE_INFINITY) : sumOf(candidates, taken);
  return { explanation, candidates, taken, isDone, leader, value: isDone ? explanation.value : soFar };
}

/** What the cell holds after the next of the numbers. */
export const valueAfter = ({ explanation, taken }: Progress): number =>
  progressOf(explanation, taken + 1).value;

/** How many numbers the sum of a finished mean is divided by. */
export const divisorOf = (of: RatioExplanation): number => of.denominator[0]?.value ?? of.numerator.length;
