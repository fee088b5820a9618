import type { Factor } from '../../explain/explanation.ts';
import { operand } from '../../formula/arithmetic.ts';
import { cellName } from '../../formula/cellName.ts';
import { printNumber } from '../../formula/numbers.ts';
import { expressionEquation } from '../../kit/scene/equations.ts';
import type { ExpressionEquation, ExpressionPart } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import { divisorOf, leaderOf, type Progress } from './progress.ts';

/** More numbers than this are not printed: the largest, or the sum, of the first ones stands in their place. */
const LONGEST = 16;

interface EquationOptions {
  readonly full: boolean;
  readonly target: Place;
  /** Where a number of the window is drawn. */
  placeOf(cell: Factor): Place | null;
}

/** `y₀,₀ = max(1, 3, 4, 2) = 4`, or `(1 + 3 + 4 + 2) / 4 = 2.5`; so far: the numbers that have been taken. */
export function poolEquation(progress: Progress, options: EquationOptions): ExpressionEquation {
  const { explanation, candidates, taken, isDone, value } = progress;
  const { full, target, placeOf } = options;
  const isMax = explanation.kind === 'choice';
  const print = (number: number): string => {
    const { text } = printNumber(number, { full });
    return isMax ? text : operand(text);
  };
  const from = Math.max(0, taken - LONGEST);
  const first: ExpressionPart[] = [];
  if (from > 0) {
    const leader = leaderOf(candidates, from);
    const sum = candidates.slice(0, from).reduce((all, one) => all + one.value, 0);
    first.push(
      isMax
        ? { text: print(leader?.value ?? Number.NEGATIVE_INFINITY), place: leader ? placeOf(leader) : null }
        : print(sum),
    );
  }
  const shown = candidates
    .slice(from, taken)
    .map((cell): ExpressionPart => ({ text: print(cell.value), place: placeOf(cell) }));
  const joined = [...first, ...shown].flatMap((part, i) => (i === 0 ? [part] : [isMax ? ', ' : ' + ', part]));
  const nothing = isMax ? '−∞' : '0';
  const body = taken === 0 ? [nothing] : isMax ? ['max(', ...joined, ')'] : joined;
  return expressionEquation({
    head: cellName('y', [target.row, target.col]),
    parts:
      isDone && explanation.kind === 'ratio' ? ['(', ...body, ') / ', String(divisorOf(explanation))] : body,
    ...{ value, full, target, unfinished: !isDone },
  });
}
