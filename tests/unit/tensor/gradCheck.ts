import { type GradientCheck, gradientCheck } from '../../../src/tensor/gradientCheck.ts';
import { type Tensor, tensor } from '../../../src/tensor/tensor.ts';

/**
 * Holds a gradient against central differences, in float64.
 *
 * @param loss the scalar function of a tensor of x's shape
 * @param gradient ∂loss/∂x as computed by the backward pass, [shape of x]
 * @param epsilon the nudge of numbers up to 1
 */
export function gradCheck(
  loss: (x: Tensor) => number,
  x: Tensor,
  gradient: Tensor,
  epsilon = 1e-5,
): GradientCheck {
  if (String(gradient.shape) !== String(x.shape))
    throw new Error(`gradCheck: the shape of gradient is [${gradient.shape}], that of x [${x.shape}]`);
  const at = (values: Float64Array): number => loss(tensor(x.shape, values, 'float64'));
  return gradientCheck(at, x.data, gradient.data, { epsilon, floor: 1e-2 });
}
