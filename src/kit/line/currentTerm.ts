import type { Moment } from '../../playback/track.ts';
import type { SumEquation } from '../scene/view.ts';

/**
 * Which term of a sum is the one of the moment: the one under way, or else the last that was added; −1: the sum is
 * complete, or has not begun. `fraction` is the progress from the term before to it.
 */
export function currentTerm(
  equation: Pick<SumEquation, 'terms' | 'done' | 'positionOf'>,
  moment: Pick<Moment, 'position' | 'fraction'>,
): { readonly index: number; readonly fraction: number } {
  const { terms, done, positionOf } = equation;
  const isPlayed = positionOf !== undefined && positionOf(done) === Math.floor(moment.position);
  if (isPlayed && moment.fraction > 0 && done < terms.length)
    return { index: done, fraction: moment.fraction };
  return { index: done < terms.length ? done - 1 : -1, fraction: 1 };
}

/** The term that stands in the middle of the line: the one of the moment, or else the first or the last. */
export function middleTerm({ terms, done }: Pick<SumEquation, 'terms' | 'done'>, current: number): number {
  if (current >= 0) return current;
  return done === 0 ? 0 : terms.length - 1;
}
