import { operand } from '../../formula/arithmetic.ts';
import { type ExpressionLine, expressionLine } from '../../formula/expression.ts';
import { printNumber } from '../../formula/numbers.ts';
import { activations } from '../../tensor/activations.ts';
import { erfc } from '../../tensor/erf.ts';
import { type ActivationModel, isKink } from './model.ts';

/** One row: what it computes, and the arithmetic. */
export interface Row {
  readonly head: string;
  readonly line: ExpressionLine;
}

const sigmoid = (z: number): number => activations.sigmoid.forward(z, 0);
const normal = (z: number): number => erfc(-z / Math.SQRT2) / 2;
const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
const C = Math.sqrt(2 / Math.PI);
const inner = (z: number): number => C * (z + 0.044715 * z ** 3);

/** How numbers stand in a row: bare, and as an operand. */
function printer(full: boolean) {
  const bare = (value: number): string => printNumber(value, { full }).text;
  return { bare, op: (value: number): string => operand(bare(value)) };
}

/** φ(z) with its number: `1 / (1 + exp(−0.5)) ≈ 0.622`. */
export function valueLine({ params, g }: ActivationModel, z: number, full = false): ExpressionLine {
  const { bare, op } = printer(full);
  const { alpha } = params;
  const line = (left: string): ExpressionLine => expressionLine(left, g(z), { full });
  switch (params.name) {
    case 'relu':
      return line(`max(0, ${bare(z)})`);
    case 'leakyRelu':
      return line(z > 0 ? bare(z) : `${op(alpha)} × ${op(z)}`);
    case 'elu':
      return line(z > 0 ? bare(z) : `${op(alpha)} × (exp(${bare(z)}) − 1)`);
    case 'sigmoid':
      return line(`1 / (1 + exp(${bare(-z)}))`);
    case 'tanh':
      return line(`tanh(${bare(z)})`);
    case 'gelu':
      return line(`${op(z)} × ${op(normal(z))}`);
    case 'geluTanh':
      return line(`0.5 × ${op(z)} × (1 + tanh(${bare(inner(z))}))`);
    case 'silu':
      return line(`${op(z)} / (1 + exp(${bare(-z)}))`);
  }
}

/** How the slope is found: on a straight piece as rise over run, at a kink by convention, else by the rule. */
export type SlopeKind = 'rise' | 'convention' | 'rule';

export function slopeKind({ params }: ActivationModel, z: number): SlopeKind {
  const { name } = params;
  if (isKink(params, z)) return 'convention';
  if (name === 'relu' || name === 'leakyRelu') return z === 0 ? 'rule' : 'rise';
  return name === 'elu' && z > 0 ? 'rise' : 'rule';
}

/** φ′(z) with its number: `0.622 × (1 − 0.622) ≈ 0.235`. */
export function slopeLine({ params, g, slope }: ActivationModel, z: number, full = false): ExpressionLine {
  const { bare, op } = printer(full);
  const { alpha } = params;
  const line = (left: string): ExpressionLine => expressionLine(left, slope(z), { full });
  switch (params.name) {
    case 'relu':
    case 'leakyRelu':
      // A straight piece through 0 (slopeKind).
      return line(z === 0 ? bare(slope(0)) : `${op(g(z))} / ${op(z)}`);
    case 'elu':
      return line(z > 0 ? `${op(z)} / ${op(z)}` : `${op(alpha)} × exp(${bare(z)})`);
    case 'sigmoid':
      return line(`${op(sigmoid(z))} × (1 − ${op(sigmoid(z))})`);
    case 'tanh':
      return line(`1 − ${op(Math.tanh(z))} ^ 2`);
    case 'gelu':
      return line(`${op(normal(z))} + ${op(z)} × ${op(density(z))}`);
    case 'geluTanh': {
      const t = op(Math.tanh(inner(z)));
      return line(
        `0.5 × (1 + ${t}) + 0.5 × ${op(z)} × (1 − ${t} ^ 2) × ${op(C)} × (1 + 0.134145 × ${op(z)} ^ 2)`,
      );
    }
    case 'silu':
      return line(`${op(sigmoid(z))} + ${op(z)} × ${op(sigmoid(z))} × (1 − ${op(sigmoid(z))})`);
  }
}

/** What the two lines lean on: Φ and φ, σ, the inside of a tanh. */
export function helperRow({ params }: ActivationModel, z: number, full = false): Row | null {
  const { bare, op } = printer(full);
  switch (params.name) {
    case 'sigmoid':
      return { head: 'e⁻ᶻ', line: expressionLine(`exp(${bare(-z)})`, Math.exp(-z), { full }) };
    case 'silu':
      return { head: 'σ(z)', line: expressionLine(`1 / (1 + exp(${bare(-z)}))`, sigmoid(z), { full }) };
    case 'gelu':
      return {
        head: 'φ(z)',
        line: expressionLine(`exp(−${op(z)} ^ 2 / 2) / sqrt(2 × 3.14159)`, density(z), { full }),
      };
    case 'geluTanh':
      return {
        head: 'u',
        line: expressionLine(`${op(C)} × (${bare(z)} + 0.044715 × ${op(z)} ^ 3)`, inner(z), {
          full,
        }),
      };
    default:
      return null;
  }
}
