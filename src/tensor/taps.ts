import { checkOneOf, reject } from './errors.ts';
import type { PadMode } from './geometry.ts';

/**
 * Which input row each tap of the window reads: `taps[oy · kernel + ky]` is
 * iy = oy · stride + ky · dilation − padBefore, sent through the padding mode; −1 is a zero.
 * The same table serves rows and columns, forwards and backwards.
 *
 * @throws Error when a mode cannot fill that much padding
 */
export function tapTable(
  op: string,
  mode: PadMode,
  size: number,
  kernel: number,
  stride: number,
  padBefore: number,
  padAfter: number,
  dilation: number,
  outputs: number,
): Int32Array {
  const pad = Math.max(padBefore, padAfter);
  checkOneOf(op, 'padMode', mode, ['zeros', 'reflect', 'replicate', 'circular']);
  if (mode === 'reflect' && pad >= size && pad > 0)
    reject(op, 'padding', pad, `smaller than the input (${size}) to be reflected`);
  if (mode === 'circular' && pad > size)
    reject(op, 'padding', pad, `at most the input (${size}) to be circular`);
  const taps = new Int32Array(outputs * kernel);
  for (let oy = 0; oy < outputs; oy++)
    for (let ky = 0; ky < kernel; ky++)
      taps[oy * kernel + ky] = sourceOf(oy * stride + ky * dilation - padBefore, size, mode);
  return taps;
}

/** The input row that stands at row `iy` of the padded input; −1 where a zero stands there. */
export function sourceOf(iy: number, size: number, mode: PadMode): number {
  if (iy >= 0 && iy < size) return iy;
  switch (mode) {
    case 'zeros':
      return -1;
    case 'reflect':
      return iy < 0 ? -iy : 2 * (size - 1) - iy;
    case 'replicate':
      return iy < 0 ? 0 : size - 1;
    case 'circular':
      return (iy + size) % size;
  }
}
