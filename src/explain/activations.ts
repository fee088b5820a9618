import { type ActivationName, activationOf } from '../tensor/activations.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { FunctionExplanation } from './explanation.ts';
import { checkIndex, factor, stored } from './terms.ts';

/** One cell y = name(x). */
export function explainActivation(
  name: ActivationName,
  { x }: { x: Tensor },
  index: readonly number[],
  alpha?: number,
): FunctionExplanation {
  checkIndex('y', index, x.shape);
  const f = activationOf(name, alpha);
  const argument = factor('x', x, ...index);
  const result = f.forward(argument.value, f.alpha);
  const value = stored(result, x.dtype);
  return { kind: 'function', tensor: 'y', index: [...index], name, argument, result, value };
}

/** One cell dx = dy · name′(x). */
export function explainActivationInput(
  name: ActivationName,
  { x, dy }: { x: Tensor; dy: Tensor },
  index: readonly number[],
  alpha?: number,
): FunctionExplanation {
  checkIndex('dx', index, x.shape);
  const f = activationOf(name, alpha);
  const argument = factor('x', x, ...index);
  const upstream = factor('dy', dy, ...index);
  const result = f.derivative(argument.value, f.alpha);
  const shut = name === 'relu' && result === 0;
  const value = shut ? 0 : stored(upstream.value * result, dy.dtype);
  return {
    kind: 'function',
    tensor: 'dx',
    index: [...index],
    name: `${name}'`,
    argument,
    result,
    upstream,
    value,
  };
}
