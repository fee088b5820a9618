import { printNumber } from '../../formula/numbers.ts';

const sizeOf = (of: ArrayLike<number>): number =>
  Array.from(of).reduce((sum, value) => sum + Math.abs(value), 0);

/** What of a map's gradients comes through: how many came, how many of them are 0 now, and the share of their size in percent. */
export function passedOf(da: ArrayLike<number>, dz: ArrayLike<number>) {
  return {
    sent: Array.from(da).filter((value) => value !== 0).length,
    cut: Array.from(dz).filter((value, i) => value === 0 && da[i] !== 0).length,
    share: printNumber((sizeOf(dz) / sizeOf(da)) * 100, { digits: 1 }).text,
  };
}
