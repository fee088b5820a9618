import { operand } from '../../../../formula/arithmetic.ts';
import { evaluate, sameDecimal } from '../../../../formula/expression.ts';
import { printNumber } from '../../../../formula/numbers.ts';
import type { Role } from '../../../../formula/symbols.ts';
import type { OptimizerSpec } from '../../../../network/optimizers.ts';
import type { WeightStep } from '../../../../worker/weightStep.ts';

/** A piece of a line, in the colour of what it is. */
export type Part = string | { readonly text: string; readonly role: Role };

/** One line of what an update does: `v ← 0.9 × (−0.0609) + 0.0212 ≈ −0.0336`. */
export interface StepLine {
  readonly head: string;
  readonly role: Role;
  /** The arithmetic, as it can be evaluated. */
  readonly parts: readonly Part[];
  readonly sign: '=' | '≈';
  readonly result: string;
  /** What the core computed. */
  readonly value: number;
}

/** At least three digits that count. */
function printed(value: number): string {
  const size = Math.abs(value);
  const decimals = size === 0 ? 0 : Math.min(7, Math.max(4, 2 - Math.floor(Math.log10(size))));
  return printNumber(value, { digits: size < 0.1 ? decimals - 1 : decimals }).text;
}

const number = (value: number): string => operand(printed(value));
/** A setting, as it was set. */
const set = (value: number): string => String(value).replace('-', '−');
const gradientOf = (value: number): Part => ({ text: number(value), role: 'gradient' });
/** @param leads at the beginning of a line a minus needs no parentheses */
const weightOf = (value: number, leads = false): Part => ({
  text: leads ? printed(value) : number(value),
  role: 'weight',
});

export const textOf = (parts: readonly Part[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');

function line(head: string, role: Role, parts: readonly Part[], value: number): StepLine {
  const result = printed(value);
  const exact =
    printNumber(value, { full: true }).text === result && sameDecimal(evaluate(textOf(parts)), value);
  return { head, role, parts, sign: exact ? '=' : '≈', result, value };
}

/**
 * How a step made a weight anew, from the gradient on, in the conventions of `createOptimizer`. Every number is the run's
 * own: the weight, its gradient and what the optimizer carried, before and after; only g′, m̂ and v̂ are made of them here.
 *
 * @returns no lines before the gradient is there, none for what the update is still to make
 */
export function stepLines(step: WeightStep, spec: OptimizerSpec): StepLine[] {
  const { before, gradient, carried, carriedAfter, after, lr, t } = step;
  if (gradient === null || after === null || carriedAfter === null) return [];
  const { type, momentum = 0.9, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, weightDecay = 0 } = spec;
  const lines: StepLine[] = [];
  let [g, name] = [gradient, 'g'];
  if (weightDecay > 0 && type !== 'adamw') {
    g = gradient + weightDecay * before;
    name = 'g′';
    lines.push(
      line(
        name,
        'gradient',
        [{ text: printed(gradient), role: 'gradient' }, ` + ${set(weightDecay)} × `, weightOf(before)],
        g,
      ),
    );
  }
  const rate = number(lr);
  const [first = 0, second = 0] = carried;
  const [firstAfter = 0, secondAfter = 0] = carriedAfter;
  const onWeight = (parts: readonly Part[]): StepLine => line('w', 'weight', parts, after);
  if (type === 'sgd') return [...lines, onWeight([weightOf(before, true), ` − ${rate} × `, gradientOf(g)])];
  if (type === 'momentum' || type === 'nesterov') {
    lines.push(line('v', 'plain', [`${set(momentum)} × ${number(first)} + `, gradientOf(g)], firstAfter));
    const move: Part[] =
      type === 'momentum'
        ? [number(firstAfter)]
        : ['(', gradientOf(g), ` + ${set(momentum)} × ${number(firstAfter)})`];
    return [...lines, onWeight([weightOf(before, true), ` − ${rate} × `, ...move])];
  }
  const rest = (beta: number): string => printed(1 - beta);
  const mean = firstAfter / (1 - beta1 ** t);
  const square = secondAfter / (1 - beta2 ** t);
  lines.push(
    line(
      'm̂',
      'plain',
      [
        `(${set(beta1)} × ${number(first)} + ${rest(beta1)} × `,
        gradientOf(g),
        `) / (1 − ${set(beta1)}^${t})`,
      ],
      mean,
    ),
    line(
      'v̂',
      'plain',
      [
        `(${set(beta2)} × ${number(second)} + ${rest(beta2)} × `,
        gradientOf(g),
        `^2) / (1 − ${set(beta2)}^${t})`,
      ],
      square,
    ),
  );
  const kept: Part[] =
    type === 'adamw' && weightDecay > 0
      ? [`(1 − ${rate} × ${set(weightDecay)}) × `, weightOf(before)]
      : [weightOf(before, true)];
  const quotient = ` − ${rate} × ${number(mean)} / (sqrt(${number(square)}) + ${set(eps)})`;
  return [...lines, onWeight([...kept, quotient])];
}
