import type { TypedArray } from '../tensor.ts';

/** Where each number of a tensor stands in a memory, from a place on. */
export type Packing = Int32Array;

/** @param placeOf the place of w[o, i, y, x] */
export function packingOf(
  [outs, ins, rows, cols]: readonly [number, number, number, number],
  placeOf: (o: number, i: number, y: number, x: number) => number,
): Packing {
  const packing = new Int32Array(outs * ins * rows * cols);
  let at = 0;
  for (let o = 0; o < outs; o++)
    for (let i = 0; i < ins; i++)
      for (let y = 0; y < rows; y++) for (let x = 0; x < cols; x++) packing[at++] = placeOf(o, i, y, x);
  return packing;
}

export function pack(cells: TypedArray, place: number, packing: Packing, from: TypedArray): void {
  for (let i = 0; i < packing.length; i++) cells[place + packing[i]!] = from[i]!;
}

/** Adds what was packed to a tensor's numbers. */
export function addUnpacked(cells: TypedArray, place: number, packing: Packing, to: TypedArray): void {
  for (let i = 0; i < packing.length; i++) to[i]! += cells[place + packing[i]!]!;
}
