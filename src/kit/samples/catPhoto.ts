import { photoCrop } from './samples.ts';

/** The photograph of the cat with `side` pixels along each side, row by row: means of 0 … 255, rounded. */
export function catPhoto(side: number): number[] {
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
