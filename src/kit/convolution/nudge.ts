import type { SumExplanation } from '../../explain/explanation.ts';
import { operand } from '../../formula/arithmetic.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { expressionEquation } from '../scene/equations.ts';
import type { ExpressionEquation } from '../scene/view.ts';
import { headOf } from './heads.ts';
import type { ForwardLayer } from './layer.ts';

/** Large enough to be read; the loss is at most quadratic in any one number, so the two-sided slope is exact. */
const EPSILON = 0.1;
const VALUES = { dx: 'x', dw: 'w', db: 'b' } as const;

/** What is left of the rounding of two equal losses is no slope. */
const slopeBetween = (above: number, below: number): number => {
  const rounding = 32 * Number.EPSILON * Math.max(Math.abs(above), Math.abs(below));
  return Math.abs(above - below) <= rounding ? 0 : (above - below) / (2 * EPSILON);
};

/**
 * The same gradient without a formula: one number nudged by ±ε, two passes forwards, in float64:
 * (L(θ + ε) − L(θ − ε)) / 2ε (Goodfellow et al. 2016, §11.5). Empty for a cell that is no gradient of x, w or b.
 *
 * @param loss runs forwards with these tensors and says how wrong the output is
 * @param several its name says the plane
 */
export function nudgedSlope(
  layer: ForwardLayer,
  { tensor, index }: SumExplanation,
  loss: (x: Tensor, w: Tensor, b: Tensor) => number,
  full: boolean,
  several = false,
): readonly ExpressionEquation[] {
  if (!Object.hasOwn(VALUES, tensor) || !layer.b) return [];
  const name = VALUES[tensor as keyof typeof VALUES];
  const tensors: Record<'x' | 'w' | 'b', Tensor> = { x: layer.x, w: layer.w, b: layer.b };
  const at = tensors[name].offset(index);
  const nudged = (by: number): number => {
    const changed = tensors[name].clone();
    changed.data[at] = (changed.data[at] as number) + by;
    const now = { ...tensors };
    now[name] = changed;
    return loss(now.x, now.w, now.b);
  };
  const [above, below] = [nudged(EPSILON), nudged(-EPSILON)];
  const text = (value: number): string => operand(printNumber(value, { full, digits: 6 }).text);
  return [
    expressionEquation({
      head: `${headOf({ tensor: name, index }, several)} ± ${EPSILON}`,
      parts: [`(${text(above)} − ${text(below)}) / ${2 * EPSILON}`],
      value: slopeBetween(above, below),
      full,
    }),
  ];
}
