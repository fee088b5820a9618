import type { SumExplanation } from '../../explain/explanation.ts';
import { operand } from '../../formula/arithmetic.ts';
import { cellName } from '../../formula/cellName.ts';
import { printNumber } from '../../formula/numbers.ts';
import { expressionEquation } from '../../kit/scene/equations.ts';
import type { ExpressionEquation } from '../../kit/scene/view.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { type ConvolutionModel, lossOf } from './model.ts';

/** Large enough to be read; the loss is at most quadratic in any one number, so the two-sided slope is exact. */
const EPSILON = 0.1;
const VALUES = { dx: 'x', dw: 'w', db: 'b' } as const;

/**
 * The same gradient without a formula: one number nudged by ±ε, two passes forwards, in float64:
 * (L(θ + ε) − L(θ − ε)) / 2ε (Goodfellow et al. 2016, §11.5). Empty for a cell that is no gradient of x, w or b.
 */
export function checkOf(
  model: ConvolutionModel,
  { tensor, index }: SumExplanation,
  full: boolean,
): readonly ExpressionEquation[] {
  if (!Object.hasOwn(VALUES, tensor) || !model.b) return [];
  const name = VALUES[tensor as keyof typeof VALUES];
  const tensors: Record<'x' | 'w' | 'b', Tensor> = { x: model.x, w: model.w, b: model.b };
  const at = tensors[name].offset(index);
  const nudged = (by: number): number => {
    const changed = tensors[name].clone();
    changed.data[at] = (changed.data[at] as number) + by;
    const now = { ...tensors };
    now[name] = changed;
    return lossOf(model, now.x, now.w, now.b);
  };
  const [above, below] = [nudged(EPSILON), nudged(-EPSILON)];
  const text = (loss: number): string => operand(printNumber(loss, { full, digits: 6 }).text);
  return [
    expressionEquation({
      head: `${cellName(name, index)} ± ${EPSILON}`,
      parts: [`(${text(above)} − ${text(below)}) / ${2 * EPSILON}`],
      value: (above - below) / (2 * EPSILON),
      full,
    }),
  ];
}
