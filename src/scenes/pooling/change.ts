import type { Tensor } from '../../tensor/tensor.ts';

/** What a shift has done to the cells of a tensor. */
export interface Change {
  /** Cells that hold another number than before. */
  readonly cells: number;
  readonly of: number;
  /** Σ|new − old| over Σ|old|: 0, nothing has changed; undefined where all was 0. */
  readonly share: number | undefined;
  /** Which cells they are. */
  has(index: number): boolean;
}

/** Sums in another order differ in their last digits; that is no change. */
const ROUNDING = 1e-9;

/** Compares two tensors of one shape cell by cell. */
export function changeOf({ data: old }: Tensor, { data: now }: Tensor): Change {
  let [largest, moved, all] = [0, 0, 0];
  for (const value of old) {
    largest = Math.max(largest, Math.abs(value));
    all += Math.abs(value);
  }
  const gap = (i: number): number => Math.abs((now[i] as number) - (old[i] as number));
  const has = (i: number): boolean => gap(i) > ROUNDING * largest;
  let cells = 0;
  for (let i = 0; i < now.length; i++) {
    if (!has(i)) continue;
    cells++;
    moved += gap(i);
  }
  return { cells, of: now.length, share: all === 0 ? undefined : moved / all, has };
}
