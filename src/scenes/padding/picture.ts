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

/** The photograph of the cat with `side` pixels along each side, row by row: means of 0 … 255, rounded. */
export function photo(side: number): number[] {
  const { width, pixels } = photoCrop;
  const range = (i: number): number[] => {
    const from = Math.floor((i * width) / side);
    return Array.from({ length: Math.ceil(((i + 1) * width) / side) - from }, (_, k) => from + k);
  };
  return Array.from({ length: side * side }, (_, i) => {
    const rows = range(Math.floor(i / side));
    const cols = range(i % side);
    const all = rows.flatMap((row) => cols.map((col) => pixels[row * width + col] as number));
    return Math.round(all.reduce((sum, value) => sum + value, 0) / all.length);
  });
}
