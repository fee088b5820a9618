import type { SumExplanation } from '../../explain/explanation.ts';
import { addUp } from '../../explain/terms.ts';
import { operand } from '../../formula/arithmetic.ts';
import { cellName } from '../../formula/cellName.ts';
import { printNumber } from '../../formula/numbers.ts';
import { expressionEquation, type placesIn, sumEquation } from '../../kit/scene/equations.ts';
import type { Equation, ExpressionPart } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';

interface EquationOptions {
  readonly done: number;
  readonly full: boolean;
  readonly places: ReturnType<typeof placesIn>;
  readonly target: Place;
  /** The position before the first term, where each term is a step; null: they are not. */
  readonly start: number | null;
}

/** A pixel's gradient: `18 + 27` of a maximum; `18 / 9 + 27 / 9` of a mean, so that no share has to be rounded. */
export function pixelEquation(explanation: SumExplanation, options: EquationOptions): Equation {
  const { done, full, places, target, start } = options;
  const { terms } = explanation;
  const isMean = terms.some(({ factors }) => factors.length > 1);
  if (!isMean)
    return sumEquation(explanation, {
      ...{ done, full, target, placeOf: places },
      positionOf: start === null ? undefined : (count) => start + count,
    });
  const parts = terms.slice(0, done).flatMap(({ factors: [upstream, share] }, i): ExpressionPart[] => {
    if (!upstream || !share) return [];
    const text = operand(printNumber(upstream.value, { full }).text);
    const count = Math.round(1 / share.value);
    return [i === 0 ? '' : ' + ', { text, place: places(upstream.tensor, upstream.index) }, ` / ${count}`];
  });
  return expressionEquation({
    head: cellName('dx', explanation.index),
    parts: done === 0 ? ['0'] : parts.filter((part) => part !== ''),
    value: done === terms.length ? explanation.value : addUp(terms.slice(0, done)),
    ...{ full, target, unfinished: done < terms.length },
  });
}
