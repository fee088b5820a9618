import { checkOneOf, checkWhole } from '../tensor/errors.ts';

/** Plain data. Steps are counted from 0. */
export interface ScheduleSpec {
  readonly type: 'constant' | 'cosine';
  /** Over so many first steps the rate rises in a straight line. Default 0. */
  readonly warmup?: number;
}

/**
 * The share of the base rate that step `step` of `steps` learns with: after the warm-up 1, or
 * (1 + cos πt)/2 with t from 0 to 1 over the steps that remain (Loshchilov & Hutter, arXiv:1608.03983).
 *
 * @throws Error for an unknown type or a warm-up that is no whole number
 */
export function rateAt({ type, warmup = 0 }: ScheduleSpec, step: number, steps: number): number {
  checkOneOf('schedule', 'type', type, ['constant', 'cosine']);
  checkWhole('schedule', 'warmup', warmup, 0);
  if (step < warmup) return (step + 1) / (warmup + 1);
  if (type === 'constant') return 1;
  return (1 + Math.cos((Math.PI * (step - warmup)) / Math.max(1, steps - warmup))) / 2;
}
