import { checkRank, reject } from './errors.ts';
import {
  kernelExtent,
  type Padding2d,
  type Pair,
  resolvePadding,
  resolvePair,
  type Sides,
} from './geometry.ts';
import { tapTable } from './taps.ts';
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

/** Every size in a pooling, and which input row and column each place of a window reads. */
export interface Pool2dGeometry {
  readonly batch: number;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly kh: number;
  readonly kw: number;
  readonly outHeight: number;
  readonly outWidth: number;
  readonly stride: readonly [number, number];
  readonly dilation: readonly [number, number];
  readonly pads: Sides;
  /** `rows[oy · kh + ky]`: the input row, −1 outside; `cols[ox · kw + kx]` alike. */
  readonly rows: Int32Array;
  readonly cols: Int32Array;
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
  const room = size + padBefore + padAfter - kernelExtent(kernel, dilation);
  const outputs = Math.floor((room + (ceilMode ? stride - 1 : 0)) / stride) + 1;
  return ceilMode && (outputs - 1) * stride >= size + padBefore ? outputs - 1 : Math.max(0, outputs);
}

/**
 * Shape arithmetic of a pooling of x [n, c, h, w].
 *
 * @throws Error when a shape or an option does not fit, or a side has more padding than half the
 * window: some windows would read nothing but padding
 */
export function pool2dGeometry(op: string, xShape: Shape, options: Pool2dOptions): Pool2dGeometry {
  checkRank(op, 'x', xShape, 'n, c, height, width');
  const [batch, channels, height, width] = xShape as [number, number, number, number];
  const [kh, kw] = resolvePair(op, 'kernel', options.kernel, 1);
  const stride = resolvePair(op, 'stride', options.stride ?? options.kernel, 1);
  const dilation = resolvePair(op, 'dilation', options.dilation ?? 1, 1);
  const sizes = { size: [height, width], kernel: [kh, kw], stride, dilation } as const;
  const pads = resolvePadding(options.padding ?? 0, sizes, op);
  const [top, left, bottom, right] = pads;
  const most = [kh, kw].map((k, axis) => Math.floor(kernelExtent(k, dilation[axis] as number) / 2));
  pads.forEach((pad, side) => {
    const limit = most[side % 2] as number;
    if (pad > limit) reject(op, 'padding', [...pads], `at most half the window, ${limit}`);
  });
  const ceil = options.ceilMode ?? false;
  const outHeight = pooledSize(height, kh, stride[0], top, bottom, dilation[0], ceil);
  const outWidth = pooledSize(width, kw, stride[1], left, right, dilation[1], ceil);
  checkOutput(op, [outHeight, outWidth], `kernel ${kh} × ${kw} over ${height} × ${width}`);
  const vertical = { size: height, kernel: kh, outputs: outHeight, padBefore: top, padAfter: bottom };
  const horizontal = { size: width, kernel: kw, outputs: outWidth, padBefore: left, padAfter: right };
  const rows = tapTable(op, { ...vertical, stride: stride[0], dilation: dilation[0] });
  const cols = tapTable(op, { ...horizontal, stride: stride[1], dilation: dilation[1] });
  return { batch, channels, height, width, kh, kw, outHeight, outWidth, stride, dilation, pads, rows, cols };
}

function checkOutput(op: string, sides: number[], what: string): void {
  for (const side of sides) if (side < 1) reject(op, 'the window', what, 'no larger than the padded input');
}

/** How many places of the window at `o` count along one axis: inside the input, or the padded input. */
export function countedTaps(g: Pool2dGeometry, axis: 0 | 1, o: number, includePad: boolean): number {
  const [size, kernel] = axis === 0 ? [g.height, g.kh] : [g.width, g.kw];
  const [before, after] = includePad ? [g.pads[axis], g.pads[axis === 0 ? 2 : 3]] : [0, 0];
  let count = 0;
  for (let k = 0; k < kernel; k++) {
    const i = o * g.stride[axis] + k * g.dilation[axis] - g.pads[axis];
    if (i >= -before && i < size + after) count++;
  }
  return count;
}
