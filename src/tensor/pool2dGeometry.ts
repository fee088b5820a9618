import { type Conv2dGeometry, geometryOf } from './conv2dGeometry.ts';
import { checkRank, reject } from './errors.ts';
import { alongAxes, kernelExtent, outputSize, type Padding2d, type Pair, resolveWindow } from './geometry.ts';
import type { Shape } from './tensor.ts';

/** Defaults: stride = kernel, no padding, dilation 1, sizes rounded down. */
export interface Pool2dOptions {
  readonly kernel: Pair;
  readonly stride?: Pair;
  readonly padding?: Padding2d;
  readonly dilation?: Pair;
  /** Round sizes up: a last window may hang over the far side, but not start in the padding there. */
  readonly ceilMode?: boolean;
}

/**
 * How many windows a pooling takes along one axis, rounded as PyTorch does.
 * `ceilMode` drops a last window that would start in the far padding.
 */
export function pooledSize(
  size: number,
  kernel: number,
  stride: number,
  padBefore = 0,
  padAfter = 0,
  dilation = 1,
  ceilMode = false,
): number {
  const overhang = ceilMode ? stride - 1 : 0;
  const outputs = outputSize(size, kernel, stride, padBefore, padAfter + overhang, dilation);
  return ceilMode && (outputs - 1) * stride >= size + padBefore ? outputs - 1 : outputs;
}

/**
 * Shape arithmetic of a pooling of x [n, c, h, w]: that of a convolution with each channel by itself.
 *
 * @throws Error when a shape or an option does not fit, or a side has more padding than half the
 * window: some windows would read nothing but padding
 */
export function pool2dGeometry(op: string, xShape: Shape, options: Pool2dOptions): Conv2dGeometry {
  checkRank(op, 'x', xShape, 'n, c, height, width');
  const [batch, channels, height, width] = xShape as [number, number, number, number];
  const { kernel: given, stride = given, ceilMode = false } = options;
  const path = resolveWindow(op, [height, width], given, { ...options, stride });
  path.pads.forEach((pad, side) => {
    const [size, dilation] = [path.kernel[side % 2] as number, path.dilation[side % 2] as number];
    const limit = Math.floor(kernelExtent(size, dilation) / 2);
    if (pad > limit) reject(op, 'padding', path.pads, `at most half the window, ${limit}`);
  });
  const outputs = alongAxes(path, pooledSize, [ceilMode, ceilMode]);
  return geometryOf(op, path, outputs, batch, channels, channels, channels);
}
