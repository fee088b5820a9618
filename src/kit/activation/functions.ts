import type { Text } from '../../language/language.ts';
import { type ActivationName, activations } from '../../tensor/activations.ts';

/** An activation function with its slope or depth, where it has one. */
export interface ChosenActivation {
  readonly name: ActivationName;
  readonly alpha: number;
}

const name = (same: string): Text => ({ en: same, zh: same });

/** The functions' names are the same in both languages. */
export const FUNCTION_NAMES = {
  relu: name('ReLU'),
  leakyRelu: name('leaky ReLU'),
  elu: name('ELU'),
  sigmoid: name('sigmoid'),
  tanh: name('tanh'),
  gelu: name('GELU'),
  geluTanh: name('GELU (tanh)'),
  silu: name('SiLU'),
} as const;

/** The alpha that a function is shown with: the slope of 0.01 that leaky ReLU was proposed with would look flat. */
export const alphaShown = (of: ActivationName): number | undefined =>
  of === 'leakyRelu' ? 0.1 : activations[of].alpha;

/** Whether the function has a corner at a place (or as near as that): no tangent, and a slope by convention. */
export const isKink = ({ name, alpha }: ChosenActivation, z: number, near = 0): boolean =>
  Math.abs(z) <= near && (name === 'relu' || ((name === 'leakyRelu' || name === 'elu') && alpha !== 1));
