import type { Conv2dGeometry } from '../../conv2dGeometry.ts';
import type { Box } from '../plan/box.ts';

/** Output columns that a forward pass makes at a time. */
export const TILE = 4;

/** A convolution's way over the words of two boxes of planes, for one group of channels. */
export interface Walk {
  /** How far each tap (ci, ky, kx) reads behind the first. */
  readonly taps: Int32Array;
  /** From one column of the kernel to the next, and how many there are. */
  readonly tap: number;
  readonly kw: number;
  /** From one output row, and column, to the next: how far the window moves in x. */
  readonly xRow: number;
  readonly xCol: number;
  /** From a row, and a channel, of y to the next. */
  readonly yRow: number;
  readonly yChannel: number;
  readonly rows: number;
  readonly cols: number;
}

export function walkOf(
  { groupIn, kh, kw, stride, dilation, outHeight, outWidth }: Conv2dGeometry,
  x: Box,
  y: Box,
): Walk {
  const taps = new Int32Array(groupIn * kh * kw);
  for (let t = 0; t < taps.length; t++) {
    const [ci, ky, kx] = [Math.floor(t / (kh * kw)), Math.floor(t / kw) % kh, t % kw];
    taps[t] = ci * x.channel + ky * dilation[0] * x.row + kx * dilation[1] * x.col;
  }
  return {
    taps,
    tap: dilation[1] * x.col,
    kw,
    xRow: stride[0] * x.row,
    xCol: stride[1] * x.col,
    yRow: y.row,
    yChannel: y.channel,
    rows: outHeight,
    cols: outWidth,
  };
}

/** How many words `listRows` may write. */
export function listWords({ taps, kw, rows, cols }: Walk): number {
  return rows * Math.ceil(cols / TILE) * (1 + (2 * taps.length) / kw);
}
