import { operand } from '../../formula/arithmetic.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { Place } from '../../playback/place.ts';
import { activationOf, activations } from '../../tensor/activations.ts';
import { erfc } from '../../tensor/erf.ts';
import type { ExpressionPart } from '../scene/view.ts';
import type { ChosenActivation } from './functions.ts';

const sigmoid = (z: number): number => activations.sigmoid.forward(z, 0);
/** Φ and Φ′, the normal distribution and its density. */
const normal = (z: number): number => erfc(-z / Math.SQRT2) / 2;
const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
const C = Math.sqrt(2 / Math.PI);
const inner = (z: number): number => C * (z + 0.044715 * z ** 3);

interface Shown {
  readonly full: boolean;
  /** The cell in which z stands; null: it is the movable point. */
  readonly place: Place | null;
}

/** How numbers stand in a line: bare, as an operand, and z linked with its cell. */
function printer({ full, place }: Shown) {
  const bare = (value: number): string => printNumber(value, { full }).text;
  const op = (value: number): string => operand(bare(value));
  const linked = (text: string): ExpressionPart => ({ text, place, symbol: 'pre' });
  return { bare, op, z: (value: number) => linked(bare(value)), zOp: (value: number) => linked(op(value)) };
}

/** The left side of φ(z) with its numbers: `1 / (1 + exp(−0.5))`. */
export function valueParts({ name, alpha }: ChosenActivation, at: number, shown: Shown): ExpressionPart[] {
  const { bare, op, z, zOp } = printer(shown);
  switch (name) {
    case 'relu':
      return ['max(0, ', z(at), ')'];
    case 'leakyRelu':
      return at > 0 ? [z(at)] : [`${op(alpha)} × `, zOp(at)];
    case 'elu':
      return at > 0 ? [z(at)] : [`${op(alpha)} × (exp(`, z(at), ') − 1)'];
    case 'sigmoid':
      return ['1 / (1 + exp(', z(-at), '))'];
    case 'tanh':
      return ['tanh(', z(at), ')'];
    case 'gelu':
      return [zOp(at), ` × ${op(normal(at))}`];
    case 'geluTanh':
      return ['0.5 × ', zOp(at), ` × (1 + tanh(${bare(inner(at))}))`];
    case 'silu':
      return [zOp(at), ' / (1 + exp(', z(-at), '))'];
  }
}

/**
 * The left side of φ′(z) with its numbers: `0.622 × (1 − 0.622)`. On a straight piece through 0 it is rise over run;
 * at a kink, by convention, that of the left side, over one step.
 */
export function slopeParts({ name, alpha }: ChosenActivation, at: number, shown: Shown): ExpressionPart[] {
  const { op, z, zOp } = printer(shown);
  const { forward } = activationOf(name, alpha);
  const g = (value: number): number => forward(value, alpha);
  const s = op(sigmoid(at));
  switch (name) {
    case 'relu':
    case 'leakyRelu':
      return at === 0 ? [`${op(g(-1))} / ${op(-1)}`] : [`${op(g(at))} / `, zOp(at)];
    case 'elu':
      return at > 0 ? [`${op(g(at))} / `, zOp(at)] : [`${op(alpha)} × exp(`, z(at), ')'];
    case 'sigmoid':
      return [`${s} × (1 − ${s})`];
    case 'tanh':
      return [`1 − ${op(g(at))} ^ 2`];
    case 'gelu':
      return [`${op(normal(at))} + `, zOp(at), ` × ${op(density(at))}`];
    case 'geluTanh': {
      const t = op(Math.tanh(inner(at)));
      return [
        `0.5 × (1 + ${t}) + 0.5 × `,
        zOp(at),
        ` × (1 − ${t} ^ 2) × ${op(C)} × (1 + 0.134145 × `,
        zOp(at),
        ' ^ 2)',
      ];
    }
    case 'silu':
      return [`${s} + `, zOp(at), ` × ${s} × (1 − ${s})`];
  }
}
