import { activationOf } from '../../src/tensor/activations.ts';
import { conv2dGeometry } from '../../src/tensor/conv2dGeometry.ts';
import { checkShape } from '../../src/tensor/errors.ts';
import { convStages } from '../../src/tensor/kernels/plan/convStages.ts';
import { createPlan, type Engine } from '../../src/tensor/kernels/plan/plan.ts';
import type { Stage } from '../../src/tensor/kernels/plan/stage.ts';
import { pool2dGeometry } from '../../src/tensor/pool2dGeometry.ts';
import { type Tensor, zeros } from '../../src/tensor/tensor.ts';
import plain, { avgPool, conv, into, maxPool, maybe, named, out } from './adapter.ts';
import type {
  Act,
  ActOpts,
  Adapter,
  AvgPoolOpts,
  ConvOpts,
  MaxPoolOpts,
  PlainTensor,
} from './adapter-api.ts';

type Parameters = readonly Tensor[];

/** Forward through stages and, where there is a dy, back again. */
function run(stages: readonly Stage[], yShape: readonly number[], engine: Engine, x: Tensor, dy?: Tensor) {
  const plan = createPlan(stages, x.shape.slice(1), yShape.slice(1), engine);
  const y = plan.forward(x);
  const dx = zeros(x.shape);
  if (dy) {
    checkShape('backward', 'dy', dy, y.shape);
    plan.backward(dy, dx);
  }
  return { y, dx };
}

const given = (w: PlainTensor, b: PlainTensor | null): Parameters => (b ? [into(w), into(b)] : [into(w)]);
const gradientsOf = (params: Parameters) => params.map((p) => zeros(p.shape));

/** The plain adapter, with every operation that has kernels computed in a plan of its own. */
export function planned(name: string, engine: () => Engine): Adapter {
  const convolve = (x: PlainTensor, params: Parameters, grads: Parameters, o: ConvOpts, dy?: PlainTensor) => {
    const g = conv2dGeometry(x.shape, params[0]!.shape, conv(o));
    if (params[1]) checkShape('conv2d', 'b', params[1], [g.cout]);
    return run(convStages(g, { params, grads }), g.yShape, engine(), into(x), maybe(dy ?? null) ?? undefined);
  };
  const dense = (x: PlainTensor, params: Parameters, grads: Parameters, dy?: PlainTensor) => {
    const [outs] = params[0]!.shape as [number];
    const outShape = [outs];
    const stage: Stage = { kind: 'dense', params, grads, relu: false, outShape };
    return run([stage], [x.shape[0]!, outs], engine(), into(x), maybe(dy ?? null) ?? undefined);
  };
  const pool = (
    kind: 'maxPool' | 'avgPool',
    x: PlainTensor,
    o: MaxPoolOpts | AvgPoolOpts,
    dy?: PlainTensor,
  ) => {
    const average = kind === 'avgPool';
    const options = average ? avgPool(o as AvgPoolOpts) : maxPool(o as MaxPoolOpts);
    const g = pool2dGeometry(`${kind}2d`, x.shape, options);
    const includePad = average ? (o as AvgPoolOpts).countIncludePad : true;
    const stage: Stage = { kind, g, includePad, outShape: g.yShape.slice(1) };
    return run([stage], g.yShape, engine(), into(x), maybe(dy ?? null) ?? undefined);
  };
  const activate = (kind: Act, x: PlainTensor, o: ActOpts, dy?: PlainTensor) => {
    const activation = named(kind, o);
    const { alpha } = activationOf(activation, o.alpha);
    // One sample of as many features as there are cells.
    const shape = [1, x.data.length];
    const stage: Stage = { kind: 'activation', name: activation, alpha, outShape: shape.slice(1) };
    if (dy) checkShape(kind, 'dy', into(dy), x.shape);
    const { y, dx } = run([stage], shape, engine(), into(x).reshape(shape), dy && into(dy).reshape(shape));
    return { y: y.reshape(x.shape), dx: dx.reshape(x.shape) };
  };
  return {
    ...plain,
    name: `pixel-to-gradient, ${name}`,
    conv2dForward: (x, w, b, o) => out(convolve(x, given(w, b), [], o).y),
    conv2dBackward(x, w, b, dy, o) {
      const params = given(w, b);
      const grads = gradientsOf(params);
      const { dx } = convolve(x, params, grads, o, dy);
      return { dx: out(dx), dw: out(grads[0]!), db: grads[1] ? out(grads[1]) : null };
    },
    denseForward: (x, w, b) => out(dense(x, given(w, b), []).y),
    denseBackward(x, w, b, dy) {
      const params = given(w, b);
      const grads = gradientsOf(params);
      const { dx } = dense(x, params, grads, dy);
      return { dx: out(dx), dw: out(grads[0]!), db: grads[1] ? out(grads[1]) : null };
    },
    maxPool2dForward: (x, o) => out(pool('maxPool', x, o).y),
    maxPool2dBackward: (x, dy, o) => ({ dx: out(pool('maxPool', x, o, dy).dx) }),
    avgPool2dForward: (x, o) => out(pool('avgPool', x, o).y),
    avgPool2dBackward: (x, dy, o) => ({ dx: out(pool('avgPool', x, o, dy).dx) }),
    activationForward: (kind, x, o) => out(activate(kind, x, o).y),
    activationBackward: (kind, x, dy, o) => ({ dx: out(activate(kind, x, o, dy).dx) }),
  };
}
