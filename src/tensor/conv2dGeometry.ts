import { checkRank, checkWhole, reject } from './errors.ts';
import {
  outputSize,
  type Padding2d,
  type PadMode,
  type Pair,
  resolvePadding,
  resolvePair,
  type Sides,
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

/** Every size in a convolution, and which input row and column each tap reads. */
export interface Conv2dGeometry {
  readonly batch: number;
  readonly cin: number;
  readonly height: number;
  readonly width: number;
  readonly cout: number;
  readonly groups: number;
  /** Input and output channels of one group. */
  readonly groupIn: number;
  readonly groupOut: number;
  readonly kh: number;
  readonly kw: number;
  readonly outHeight: number;
  readonly outWidth: number;
  readonly stride: readonly [number, number];
  readonly dilation: readonly [number, number];
  readonly pads: Sides;
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
  checkRank(op, 'w', wShape, 'cout, cin/groups, kh, kw');
  const [batch, cin, height, width] = xShape as [number, number, number, number];
  const [cout, groupIn, kh, kw] = wShape as [number, number, number, number];
  const { groups = 1, padMode = 'zeros' } = options;
  checkWhole(op, 'groups', groups, 1);
  if (cin % groups !== 0) reject(op, 'groups', groups, `a divisor of the ${cin} input channels`);
  if (cout % groups !== 0) reject(op, 'groups', groups, `a divisor of the ${cout} output channels`);
  if (groupIn !== cin / groups)
    reject(
      op,
      'the shape of w',
      wShape,
      `[cout, ${cin / groups}, kh, kw] for ${cin} channels in ${groups} groups`,
    );
  if (kh < 1 || kw < 1) reject(op, 'the shape of w', wShape, 'a kernel of at least 1 × 1');
  const stride = resolvePair(op, 'stride', options.stride ?? 1, 1);
  const dilation = resolvePair(op, 'dilation', options.dilation ?? 1, 1);
  const sizes = { size: [height, width], kernel: [kh, kw], stride, dilation } as const;
  const pads = resolvePadding(options.padding ?? 0, sizes, op);
  const [top, left, bottom, right] = pads;
  const outHeight = outputSize(height, kh, stride[0], top, bottom, dilation[0]);
  const outWidth = outputSize(width, kw, stride[1], left, right, dilation[1]);
  if (outHeight < 1 || outWidth < 1)
    reject(
      op,
      'the kernel with its dilation',
      `${kh} × ${kw} (dilation ${dilation.join(' × ')})`,
      `no larger than the padded input, ${height + top + bottom} × ${width + left + right}`,
    );
  return windowTaps(op, {
    batch,
    cin,
    height,
    width,
    cout,
    groups,
    groupIn,
    groupOut: cout / groups,
    kh,
    kw,
    outHeight,
    outWidth,
    stride,
    dilation,
    pads,
    padMode,
  });
}

/** Adds the two tables of taps to the sizes. */
export function windowTaps(op: string, sizes: Omit<Conv2dGeometry, 'rows' | 'cols'>): Conv2dGeometry {
  const { stride, dilation, pads, padMode } = sizes;
  const vertical = {
    size: sizes.height,
    kernel: sizes.kh,
    outputs: sizes.outHeight,
    stride: stride[0],
    dilation: dilation[0],
    padBefore: pads[0],
    padAfter: pads[2],
  };
  const horizontal = {
    size: sizes.width,
    kernel: sizes.kw,
    outputs: sizes.outWidth,
    stride: stride[1],
    dilation: dilation[1],
    padBefore: pads[1],
    padAfter: pads[3],
  };
  return { ...sizes, rows: tapTable(op, vertical, padMode), cols: tapTable(op, horizontal, padMode) };
}
