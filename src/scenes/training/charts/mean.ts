import type { PartReport } from '../../../worker/session.ts';

/** Batches of the running mean. */
export const SPAN = 20;

/** The mean loss of the last batches up to a step; null before the first. */
export function runningMean(reports: readonly PartReport[], step: number): number | null {
  const last = reports.slice(Math.max(0, step - SPAN), step);
  return last.length > 0 ? last.reduce((sum, { loss }) => sum + loss, 0) / last.length : null;
}

/** The running mean of one quantity after every step, the first first. */
export function runningMeans(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value, i) => {
    sum += value - (i >= SPAN ? (values[i - SPAN] as number) : 0);
    return sum / Math.min(i + 1, SPAN);
  });
}
