import type { SumExplanation, Term } from '../../explain/explanation.ts';
import { expressionEquation, placesIn } from '../../kit/scene/equations.ts';
import type { Equation, ExpressionEquation, SumEquation } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import type { LayerModel } from './model.ts';
import type { Question } from './question.ts';

/** The products of one input map, as a sum of its own. */
export const tileSum = (map: number, terms: readonly Term[]): SumExplanation => ({
  ...{ kind: 'sum', tensor: 's', index: [map, 0, 0], terms },
  value: terms.reduce((total, { value }) => total + value, 0),
});

/** Where a factor stands: x in the input, w among the kernels of the filter, sums and bias beside them. */
export function placesOf(model: LayerModel, filter: number) {
  const places = placesIn({ x: model.x.shape, pre: model.z.shape });
  return (tensor: string, index: readonly number[]): Place | null => {
    const [first = 0, second = 0, row = 0, col = 0] = index;
    if (tensor === 's') return { grid: 's', plane: index.length === 3 ? first : second, row: 0, col: 0 };
    if (tensor === 'b') return { grid: 'b', plane: 0, row: 0, col: 0 };
    if (tensor === 'w') return first === filter ? { grid: 'w', plane: second, row, col } : null;
    return places(tensor, index);
  };
}

/** What there is to be told of one number. */
interface Lines {
  readonly question: Question | null;
  readonly isSummed: boolean;
  readonly bent: boolean;
  readonly tile: SumEquation;
  readonly total: SumEquation;
  readonly bend: ExpressionEquation;
  readonly full: boolean;
}

/** The products of a tile while they are added or asked for; then the sum of the tiles, and what becomes of it. */
export function equationsOf({ params, out }: LayerModel, of: Lines): Equation[] {
  const { question, isSummed, bent, tile, total, bend, full } = of;
  const count = (...factors: number[]): ExpressionEquation =>
    expressionEquation({
      head: 'U',
      parts: [factors.join(' × ')],
      value: factors.reduce((product, n) => product * n, 1),
      full,
    });
  switch (question?.kind) {
    case 'tile':
      return [tile, total];
    case 'pixel':
      return [count(question.block?.rows ?? 0, question.block?.cols ?? 0, params.filters)];
    case 'weight':
    case 'bias':
      return [count(out, out)];
    default:
      if (!isSummed) return [tile];
      return bent ? [total, bend] : [total];
  }
}
