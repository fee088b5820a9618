import {
  type Conv2dGradients,
  conv2d as plainConv2d,
  conv2dBackward as plainConv2dBackward,
} from '../conv2d.ts';
import { type Conv2dGeometry, type Conv2dOptions, conv2dGeometry } from '../conv2dGeometry.ts';
import { checkShape } from '../errors.ts';
import { type Tensor, zeros } from '../tensor.ts';
import { fastEngine } from './engine.ts';
import { convStages } from './plan/convStages.ts';
import { createPlan, type Plan } from './plan/plan.ts';

/** {@link plainConv2d}, faster where all is float32: the same numbers, up to rounding to float32. */
export function conv2d(x: Tensor, w: Tensor, b: Tensor | null = null, options: Conv2dOptions = {}): Tensor {
  if (!inFloat32(x, w, b)) return plainConv2d(x, w, b, options);
  const g = conv2dGeometry(x.shape, w.shape, options);
  if (b) checkShape('conv2d', 'b', b, [g.cout]);
  return planOf(g, b ? [w, b] : [w]).forward(x);
}

/** {@link plainConv2dBackward}, faster where all is float32. */
export function conv2dBackward(
  x: Tensor,
  w: Tensor,
  dy: Tensor,
  options: Conv2dOptions = {},
): Conv2dGradients {
  if (!inFloat32(x, w, dy)) return plainConv2dBackward(x, w, dy, options);
  const g = conv2dGeometry(x.shape, w.shape, options);
  checkShape('conv2d', 'dy', dy, g.yShape);
  const [dx, dw, db] = [zeros(x.shape), zeros(w.shape), zeros([g.cout])];
  const plan = planOf(g, [w], [dw, db]);
  plan.forward(x);
  plan.backward(dy, dx);
  return { dx, dw, db };
}

function planOf(g: Conv2dGeometry, params: readonly Tensor[], grads: readonly Tensor[] = []): Plan {
  return createPlan(convStages(g, { params, grads }), g.xShape.slice(1), g.yShape.slice(1), fastEngine());
}

function inFloat32(...tensors: (Tensor | null)[]): boolean {
  return tensors.every((t) => !t || t.dtype === 'float32');
}
