import { checkWhole, reject } from './errors.ts';

/** One number for rows and columns alike, or [rows, columns]. */
export type Pair = number | readonly [number, number];

/** Padding in rows and columns: [top, left, bottom, right]. */
export type Sides = readonly [top: number, left: number, bottom: number, right: number];

/**
 * - a number: as many on every side; a pair: [top and bottom, left and right];
 * - four sides: [top, left, bottom, right];
 * - `valid`: none; `same`: ⌈size / stride⌉ outputs as TensorFlow rounds it, the odd one after;
 *   `full`: every place where kernel and input touch.
 */
export type Padding2d = Pair | Sides | 'valid' | 'same' | 'full';

/** What stands in the padding: 0, the mirror image without the edge, the edge, or the other side. */
export type PadMode = 'zeros' | 'reflect' | 'replicate' | 'circular';

/** The cells that a kernel spans: k̂ = d(k − 1) + 1 (Dumoulin & Visin, arXiv:1603.07285, §5.1). */
export function kernelExtent(kernel: number, dilation: number): number {
  return dilation * (kernel - 1) + 1;
}

/**
 * How many places a window takes: ⌊(i + p₀ + p₁ − k̂) / s⌋ + 1 (Dumoulin & Visin, relationship 15).
 * 0 where the window does not fit into the padded input at all.
 */
export function outputSize(
  size: number,
  kernel: number,
  stride = 1,
  padBefore = 0,
  padAfter = 0,
  dilation = 1,
): number {
  const room = size + padBefore + padAfter - kernelExtent(kernel, dilation);
  return room < 0 ? 0 : Math.floor(room / stride) + 1;
}

/** How many trailing rows of the padded input no window reads: (i + p₀ + p₁ − k̂) mod s. */
export function unreadSize(
  size: number,
  kernel: number,
  stride = 1,
  padBefore = 0,
  padAfter = 0,
  dilation = 1,
): number {
  const room = size + padBefore + padAfter - kernelExtent(kernel, dilation);
  return room < 0 ? size + padBefore + padAfter : room % stride;
}

/** The size of a transposed convolution's output: s(i − 1) + k̂ − p₀ − p₁ + a. */
export function transposedSize(
  size: number,
  kernel: number,
  stride = 1,
  padBefore = 0,
  padAfter = 0,
  dilation = 1,
  outputPadding = 0,
): number {
  return stride * (size - 1) + kernelExtent(kernel, dilation) - padBefore - padAfter + outputPadding;
}

/** What `same` adds [before, after]: P = max(0, (⌈i/s⌉ − 1)s + k̂ − i), the odd one after (TensorFlow). */
export function samePadding(size: number, kernel: number, stride = 1, dilation = 1): [number, number] {
  const needed = (Math.ceil(size / stride) - 1) * stride + kernelExtent(kernel, dilation);
  const total = Math.max(0, needed - size);
  const before = Math.floor(total / 2);
  return [before, total - before];
}

/** [rows, columns] of a pair. @throws Error unless both are whole numbers of at least `least` */
export function resolvePair(op: string, argument: string, value: Pair, least: number): [number, number] {
  const pair = typeof value === 'number' ? [value, value] : value;
  if (!Array.isArray(pair) || pair.length !== 2) reject(op, argument, value, 'a number or [rows, columns]');
  for (const side of pair) checkWhole(op, argument, side, least);
  return [pair[0] as number, pair[1] as number];
}

/** The sizes along rows and columns on which the words `same` and `full` depend. */
export interface WindowSizes {
  readonly size: readonly [number, number];
  readonly kernel: readonly [number, number];
  readonly stride: readonly [number, number];
  readonly dilation: readonly [number, number];
}

/** Any padding as [top, left, bottom, right]. @throws Error unless they are whole and ≥ 0 */
export function resolvePadding(padding: Padding2d, sizes: WindowSizes, op = 'padding'): Sides {
  if (padding === 'same' || padding === 'full') {
    const along = ({ size, kernel, stride, dilation }: WindowSizes, axis: 0 | 1) => {
      if (padding === 'same') return samePadding(size[axis], kernel[axis], stride[axis], dilation[axis]);
      const reach = kernelExtent(kernel[axis], dilation[axis]) - 1;
      return [reach, reach] as const;
    };
    const [[top, bottom], [left, right]] = [along(sizes, 0), along(sizes, 1)];
    return [top, left, bottom, right];
  }
  const sides = padding === 'valid' ? [0] : typeof padding === 'number' ? [padding] : padding;
  if (!Array.isArray(sides) || ![1, 2, 4].includes(sides.length))
    reject(op, 'padding', padding, "a number, a pair, [top, left, bottom, right], 'valid', 'same' or 'full'");
  for (const side of sides) checkWhole(op, 'padding', side, 0);
  const [top, left = top, bottom = top, right = left] = sides as [number, number?, number?, number?];
  return [top, left, bottom, right];
}

/** A window on its way over a plane: everything about it along rows and columns. */
export interface WindowPath extends WindowSizes {
  readonly pads: Sides;
}

/** Reads the options that every window has. @throws Error when one is not valid */
export function resolveWindow(
  op: string,
  size: readonly [number, number],
  kernel: Pair,
  options: { readonly stride?: Pair; readonly padding?: Padding2d; readonly dilation?: Pair },
): WindowPath {
  const sizes = {
    size,
    kernel: resolvePair(op, 'kernel', kernel, 1),
    stride: resolvePair(op, 'stride', options.stride ?? 1, 1),
    dilation: resolvePair(op, 'dilation', options.dilation ?? 1, 1),
  };
  return { ...sizes, pads: resolvePadding(options.padding ?? 0, sizes, op) };
}

/** f of the rows and f of the columns; `extra` is its last argument, one for each. */
export function alongAxes<Result, Extra = undefined>(
  { size, kernel, stride, dilation, pads }: WindowPath,
  f: (
    size: number,
    kernel: number,
    stride: number,
    padBefore: number,
    padAfter: number,
    dilation: number,
    extra: Extra,
  ) => Result,
  extra: readonly Extra[] = [],
): [Result, Result] {
  const along = (axis: 0 | 1) =>
    f(
      size[axis],
      kernel[axis],
      stride[axis],
      pads[axis],
      pads[axis + 2] as number,
      dilation[axis],
      extra[axis] as Extra,
    );
  return [along(0), along(1)];
}
