import type { Readings } from '../../../../worker/readings.ts';

export const CLASSES = 10;

/** How many test digits of each class were read as each class. */
export interface Confusion {
  /** [label][read] */
  readonly counts: readonly (readonly number[])[];
  /** Digits of each class. */
  readonly totals: readonly number[];
  /** The largest count beside the diagonal. */
  readonly worst: number;
}

export function confusionOf({ labels, read }: Pick<Readings, 'labels' | 'read'>): Confusion {
  const counts = Array.from({ length: CLASSES }, () => new Array<number>(CLASSES).fill(0));
  labels.forEach((label, n) => {
    const row = counts[label] as number[];
    row[read[n] as number] = (row[read[n] as number] ?? 0) + 1;
  });
  const wrong = counts.flatMap((row, label) => row.filter((_, is) => is !== label));
  return {
    counts,
    totals: counts.map((row) => row.reduce((sum, count) => sum + count, 0)),
    worst: Math.max(...wrong),
  };
}
