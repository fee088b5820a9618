import { averaged } from './averaged.ts';
import { photoCrop } from './samples.ts';

/** The photograph of the cat with `side` pixels along each side, row by row: means of 0 … 255, rounded. */
export const catPhoto = (side: number): number[] => averaged(photoCrop.pixels, photoCrop.width, side);
