import {
  type Conv2dGradients,
  type Conv2dOptions,
  conv2d as plainConv2d,
  conv2dBackward as plainConv2dBackward,
} from '../conv2d.ts';
import { type Conv2dGeometry, conv2dGeometry } from '../conv2dGeometry.ts';
import { checkShape } from '../errors.ts';
import { type Tensor, zeros } from '../tensor.ts';
import { createPlan, type Plan } from './plan.ts';

/** Whether there are kernels: for 3 × 3 or 5 × 5, stride and dilation 1, one group, zeros around. */
export function hasKernels(g: Conv2dGeometry): boolean {
  const square = g.kh === g.kw && (g.kh === 3 || g.kh === 5);
  const ordinary = [...g.stride, ...g.dilation, g.groups].every((value) => value === 1);
  return square && ordinary && g.padMode === 'zeros';
}

/** The same as {@link plainConv2d}, faster where there are kernels and all numbers are float32. */
export function conv2d(x: Tensor, w: Tensor, b: Tensor | null = null, options: Conv2dOptions = {}): Tensor {
  const g = conv2dGeometry(x.shape, w.shape, options);
  if (!hasKernels(g) || !inFloat32(x, w, b)) return plainConv2d(x, w, b, options);
  if (b) checkShape('conv2d', 'b', b, [g.cout]);
  return planOf(g, b ? [w, b] : [w]).forward(x, 1);
}

/** The same as {@link plainConv2dBackward}, faster as above. Products with a dy of 0 are left out. */
export function conv2dBackward(
  x: Tensor,
  w: Tensor,
  dy: Tensor,
  options: Conv2dOptions = {},
): Conv2dGradients {
  const g = conv2dGeometry(x.shape, w.shape, options);
  // With a number that is not finite it would show that products were left out.
  const fits =
    hasKernels(g) && inFloat32(x, w, dy) && [x, w].every(({ data }) => data.every(Number.isFinite));
  if (!fits) return plainConv2dBackward(x, w, dy, options);
  checkShape('conv2d', 'dy', dy, g.yShape);
  const [dx, dw, db] = [zeros(x.shape), zeros(w.shape), zeros([g.cout])];
  const plan = planOf(g, [w], [dw, db]);
  plan.forward(x);
  plan.backward(dy, dx);
  return { dx, dw, db };
}

function planOf(conv: Conv2dGeometry, params: readonly Tensor[], grads: readonly Tensor[] = []): Plan {
  return createPlan([{ conv, params, grads }], conv.yShape.slice(1));
}

function inFloat32(...tensors: (Tensor | null)[]): boolean {
  return tensors.every((t) => !t || t.dtype === 'float32');
}
