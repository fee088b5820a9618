import { type Conv2dOptions, conv2dGeometry } from './conv2dGeometry.ts';
import { type Pool2dOptions, pool2dGeometry } from './pool2dGeometry.ts';
import { type Shape, sizeOf } from './tensor.ts';

/** What a layer costs. Bytes are those of float32. */
export interface LayerCounts {
  readonly parameters: number;
  /** Multiply-adds of one forward pass over the whole batch (pooling: comparisons or additions). */
  readonly multiplyAdds: number;
  readonly outputs: number;
  readonly parameterBytes: number;
  readonly outputBytes: number;
}

const BYTES = 4;

function counts(parameters: number, multiplyAdds: number, outputs: number): LayerCounts {
  return {
    parameters,
    multiplyAdds,
    outputs,
    parameterBytes: parameters * BYTES,
    outputBytes: outputs * BYTES,
  };
}

/** A convolution: cout·(cin/groups)·kh·kw weights, each used once at every output place. */
export function conv2dCounts(
  xShape: Shape,
  wShape: Shape,
  options: Conv2dOptions = {},
  bias = true,
): LayerCounts {
  const g = conv2dGeometry(xShape, wShape, options);
  const outputs = sizeOf(g.yShape);
  return counts(sizeOf(wShape) + (bias ? g.cout : 0), outputs * g.groupIn * g.kh * g.kw, outputs);
}

/** A dense layer from `inputs` to `outputs` numbers a sample. */
export function linearCounts(inputs: number, outputs: number, batch = 1, bias = true): LayerCounts {
  return counts(inputs * outputs + (bias ? outputs : 0), batch * inputs * outputs, batch * outputs);
}

/** A layer wired like a convolution, but with weights and bias of its own at every output. */
export function locallyConnectedCounts(
  xShape: Shape,
  wShape: Shape,
  options: Conv2dOptions = {},
): LayerCounts {
  const { outputs, multiplyAdds } = conv2dCounts(xShape, wShape, options, false);
  const batch = xShape[0] as number;
  return counts((multiplyAdds + outputs) / batch, multiplyAdds, outputs);
}

/** A pooling has nothing to learn. */
export function pool2dCounts(xShape: Shape, options: Pool2dOptions): LayerCounts {
  const g = pool2dGeometry('pool2dCounts', xShape, options);
  const outputs = sizeOf(g.yShape);
  return counts(0, outputs * g.kh * g.kw, outputs);
}
