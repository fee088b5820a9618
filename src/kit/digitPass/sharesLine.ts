import { operand } from '../../formula/arithmetic.ts';
import type { Place } from '../../playback/place.ts';
import type { ExpressionPart } from '../scene/view.ts';

/**
 * A share as softmax computes it: the exponential of its score over those of all, the largest score taken off first.
 *
 * @param of its class
 * @param text how a number is printed
 * @param placeOf where a score stands; null: nowhere
 */
export function shareParts(
  scores: ArrayLike<number>,
  of: number,
  text: (value: number) => string,
  placeOf: (row: number) => Place | null,
): ExpressionPart[] {
  const all = Array.from(scores);
  const top = Math.max(...all);
  const power = (row: number): ExpressionPart[] => [
    'exp(',
    { text: text(all[row] as number), place: placeOf(row) },
    ` − ${operand(text(top))})`,
  ];
  return [
    ...power(of),
    ' / (',
    ...all.flatMap((_, row) => [...(row > 0 ? [' + '] : []), ...power(row)]),
    ')',
  ];
}
