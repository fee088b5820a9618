import { operand } from '../../formula/arithmetic.ts';
import { type ExpressionLine, expressionLine } from '../../formula/expression.ts';
import { printNumber } from '../../formula/numbers.ts';
import { activations } from '../../tensor/activations.ts';
import type { Bend } from './model.ts';

/** The slope of the leaky ReLU below 0. */
export const LEAK = activations.leakyRelu.alpha as number;

/** φ(z) with its number: `max(0, −1.3) = 0`. */
export function bendLine(name: Bend, z: number, a: number, full: boolean): ExpressionLine {
  const print = (value: number): string => operand(printNumber(value, { full }).text);
  const bare = printNumber(z, { full }).text;
  const line = (left: string): ExpressionLine => expressionLine(left, a, { full });
  switch (name) {
    case 'relu':
      return line(`max(0, ${bare})`);
    case 'leakyRelu':
      return line(`max(${bare}, ${print(LEAK)} × ${print(z)})`);
    case 'sigmoid':
      return line(`1 / (1 + exp(${printNumber(-z, { full }).text}))`);
    case 'tanh':
      return line(`tanh(${bare})`);
    case 'none':
      return line(bare);
  }
}

/** The rule of φ. */
export const BEND_TEX: Readonly<Record<Bend, string>> = {
  relu: '\\max(0,z)',
  leakyRelu: `\\max(z,${LEAK}z)`,
  sigmoid: '\\frac{1}{1+e^{-z}}',
  tanh: '\\tanh z',
  none: 'z',
};
