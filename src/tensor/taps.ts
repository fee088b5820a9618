import { checkOneOf, reject } from './errors.ts';
import type { PadMode } from './geometry.ts';

/** What stands outside of the input, at row `iy` of `size`. */
const outside: Readonly<Record<PadMode, (iy: number, size: number) => number>> = {
  zeros: () => -1,
  reflect: (iy, size) => (iy < 0 ? -iy : 2 * (size - 1) - iy),
  replicate: (iy, size) => (iy < 0 ? 0 : size - 1),
  circular: (iy, size) => (iy + size) % size,
};

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
  checkOneOf(op, 'padMode', mode, Object.keys(outside));
  // A mirror image lacks the edge.
  const most = mode === 'reflect' ? size - 1 : mode === 'circular' ? size : pad;
  if (pad > most) reject(op, 'padding', pad, `at most ${most} with padMode '${mode}'`);
  const taps = new Int32Array(outputs * kernel);
  for (let oy = 0; oy < outputs; oy++)
    for (let ky = 0; ky < kernel; ky++)
      taps[oy * kernel + ky] = sourceOf(oy * stride + ky * dilation - padBefore, size, mode);
  return taps;
}

/** The input row that stands at row `iy` of the padded input; −1 where a zero stands there. */
export function sourceOf(iy: number, size: number, mode: PadMode): number {
  return iy >= 0 && iy < size ? iy : outside[mode](iy, size);
}
