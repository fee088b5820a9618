import { checkRank, checkShape, checkWhole, reject } from './errors.ts';
import {
  alongAxes,
  outputSize,
  type Padding2d,
  type PadMode,
  type Pair,
  resolveWindow,
  type WindowPath,
} from './geometry.ts';
import { tapTable } from './taps.ts';
import type { Shape } from './tensor.ts';

/** Defaults: stride 1, no padding, dilation 1 (ordinary), one group, zeros. */
export interface Conv2dOptions {
  readonly stride?: Pair;
  readonly padding?: Padding2d;
  readonly dilation?: Pair;
  /** Output channel co reads only the input channels of its group: depthwise is groups = cin. */
  readonly groups?: number;
  readonly padMode?: PadMode;
}

/** Every size in a convolution or a pooling, and which input row and column each tap reads. */
export interface Conv2dGeometry extends WindowPath {
  readonly batch: number;
  readonly cin: number;
  readonly height: number;
  readonly width: number;
  readonly cout: number;
  /** A pooling has as many groups as channels. */
  readonly groups: number;
  /** Input and output channels of one group. */
  readonly groupIn: number;
  readonly groupOut: number;
  readonly kh: number;
  readonly kw: number;
  readonly outHeight: number;
  readonly outWidth: number;
  /** [batch, cin, height, width] and [batch, cout, outHeight, outWidth] */
  readonly xShape: Shape;
  readonly yShape: Shape;
  readonly padMode: PadMode;
  /** `rows[oy · kh + ky]`: the input row of a tap, −1 for a zero; `cols[ox · kw + kx]` alike. */
  readonly rows: Int32Array;
  readonly cols: Int32Array;
}

/**
 * Shape arithmetic of y = conv2d(x, w): x [n, cin, h, w], w [cout, cin/groups, kh, kw].
 *
 * @throws Error when a shape or an option does not fit
 */
export function conv2dGeometry(xShape: Shape, wShape: Shape, options: Conv2dOptions = {}): Conv2dGeometry {
  const op = 'conv2d';
  checkRank(op, 'x', xShape, 'n, cin, height, width');
  const [batch, cin, height, width] = xShape as [number, number, number, number];
  const { groups = 1, padMode = 'zeros' } = options;
  checkGroups(op, groups, cin, 'input');
  checkShape(op, 'w', { shape: wShape }, ['cout', cin / groups, 'kh', 'kw']);
  const [cout, , kh, kw] = wShape as [number, number, number, number];
  checkGroups(op, groups, cout, 'output');
  const path = resolveWindow(op, [height, width], [kh, kw], options);
  return geometryOf(op, path, alongAxes(path, outputSize), batch, cin, cout, groups, padMode);
}

/** @throws Error unless the groups share the channels evenly */
export function checkGroups(op: string, groups: number, channels: number, side: string): void {
  checkWhole(op, 'groups', groups, 1);
  if (channels % groups !== 0) reject(op, 'groups', groups, `a divisor of the ${channels} ${side} channels`);
}

/**
 * All sizes of a window on its way, with the tables of its taps.
 *
 * @throws Error where the window does not fit, or a mode cannot fill the padding
 */
export function geometryOf(
  op: string,
  path: WindowPath,
  outputs: readonly [number, number],
  batch: number,
  cin: number,
  cout: number,
  groups: number,
  padMode: PadMode = 'zeros',
): Conv2dGeometry {
  const [height, width] = path.size;
  const [kh, kw] = path.kernel;
  const [outHeight, outWidth] = outputs;
  const [top, left, bottom, right] = path.pads;
  if (Math.min(...outputs) < 1)
    reject(
      op,
      'the kernel with its dilation',
      `${kh} × ${kw} (dilation ${path.dilation.join(' × ')})`,
      `no larger than the padded input, ${height + top + bottom} × ${width + left + right}`,
    );
  const [rows, cols] = alongAxes(path, (...axis) => tapTable(op, padMode, ...axis), outputs);
  return {
    ...path,
    batch,
    cin,
    height,
    width,
    cout,
    groups,
    groupIn: cin / groups,
    groupOut: cout / groups,
    kh,
    kw,
    outHeight,
    outWidth,
    padMode,
    rows,
    cols,
    xShape: [batch, cin, ...path.size],
    yShape: [batch, cout, ...outputs],
  };
}
