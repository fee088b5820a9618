import { photoCrop } from '../../figures/data/samples.ts';

/** What the figures of padding and of stride have in common: how large things may be, and the photograph. */
export const LARGEST_INPUT = 16;
export const LARGEST_KERNEL = 5;
export const LARGEST_DILATION = 3;

/** The largest kernel and dilation whose window still fits into the picture without any padding. */
export function limits({ input, kernel }: { readonly input: number; readonly kernel: number }): {
  kernel: number;
  dilation: number;
} {
  const largest = Math.min(LARGEST_KERNEL, input);
  const taken = Math.min(kernel, largest);
  const room = taken > 1 ? Math.floor((input - 1) / (taken - 1)) : LARGEST_DILATION;
  return { kernel: largest, dilation: Math.min(LARGEST_DILATION, room) };
}

/** Where the face begins in the photograph. */
const CROP = { row: 3, col: 8 } as const;

/** A pixel of the photograph, 0 … 255, counted from the corner of the face. */
export function photoPixel(row: number, col: number): number {
  return photoCrop.pixels[(CROP.row + row) * photoCrop.width + CROP.col + col] as number;
}
