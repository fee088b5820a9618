import { operand } from '../../formula/arithmetic.ts';
import { printNumber } from '../../formula/numbers.ts';
import { activations } from '../../tensor/activations.ts';
import type { Bend } from './parameters.ts';

/** The slope of the leaky ReLU below 0. */
export const LEAK = activations.leakyRelu.alpha as number;

/** φ(z) with its number, to be evaluated: `max(0, −1.3)`. */
export function bendText(name: Bend, z: number, full: boolean): string {
  const print = (value: number): string => operand(printNumber(value, { full }).text);
  const bare = printNumber(z, { full }).text;
  switch (name) {
    case 'relu':
      return `max(0, ${bare})`;
    case 'leakyRelu':
      return `max(${bare}, ${print(LEAK)} × ${print(z)})`;
    case 'sigmoid':
      return `1 / (1 + exp(${printNumber(-z, { full }).text}))`;
    case 'tanh':
      return `tanh(${bare})`;
    case 'none':
      return bare;
  }
}

/** The same with z, for the arrow from the sum to the activation. */
export const BEND_TEXT: Readonly<Record<Bend, string>> = {
  relu: 'max(0, z)',
  leakyRelu: `max(z, ${LEAK}z)`,
  sigmoid: 'σ(z)',
  tanh: 'tanh z',
  none: 'z',
};

/** The rule of φ. */
export const BEND_TEX: Readonly<Record<Bend, string>> = {
  relu: '\\max(0,z)',
  leakyRelu: `\\max(z,${LEAK}z)`,
  sigmoid: '\\frac{1}{1+e^{-z}}',
  tanh: '\\tanh z',
  none: 'z',
};
