import type { TypedArray } from '../tensor.ts';

/** Whether all numbers from one place up to another are finite: 0 · v is 0 for these, and NaN for all others. */
export function allFinite(a: TypedArray, start: number, end: number): boolean {
  let sum = 0;
  for (let i = start; i < end; i++) sum += 0 * (a[i] as number);
  return sum === 0;
}
