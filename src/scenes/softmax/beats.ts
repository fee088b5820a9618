import { placeAt } from '../../playback/place.ts';
import type { Beat } from '../../playback/playable.ts';
import type { SoftmaxParams } from './parameters.ts';

/** The example of the chapter: shares of 1/8, 2/8 and 5/8. */
const EIGHTHS = [0, Math.LN2, Math.log(5)];
const EXAMPLE = { classes: 3, truth: 2, z: EIGHTHS, subtract: false } as const;
const THOUSANDS = { classes: 3, truth: 2, z: [1000, 1001, 1002] } as const;
const equal = (classes: number): number[] => Array.from({ length: classes }, () => 0);

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<SoftmaxParams>>> = {
  logits: { at: { stretch: 'exp', cell: 0, done: 0 } },
  exponentials: { params: EXAMPLE, at: { stretch: 'exp' } },
  shares: { params: EXAMPLE, at: { stretch: 'share' } },
  shifted: { params: { ...EXAMPLE, z: EIGHTHS.map((z) => z + 100) }, at: { stretch: 'share' } },
  doubled: { params: { ...EXAMPLE, z: EIGHTHS.map((z) => 2 * z) }, at: { stretch: 'share' } },
  cold: { params: { ...EXAMPLE, temperature: 0.1 }, at: { stretch: 'share' } },
  hot: { params: { ...EXAMPLE, temperature: 10 }, at: { stretch: 'share' } },
  overflow: { params: { ...THOUSANDS, subtract: false }, at: { stretch: 'share' } },
  subtracted: { params: THOUSANDS, at: { stretch: 'share' } },
  loss: { params: EXAMPLE, at: { stretch: 'loss' } },
  'ten-equal': { params: { classes: 10, z: equal(10) }, at: { stretch: 'loss' } },
  'sure-wrong': { params: { classes: 3, z: [0, 9, 0], truth: 0 }, at: { stretch: 'loss' } },
  'surest-wrong': { params: { classes: 3, z: [0, 1000, 0], truth: 0 }, at: { stretch: 'loss' } },
  gradient: { params: EXAMPLE, at: { stretch: 'gradient' }, pin: placeAt('dlogits', 2) },
  'all-gradients': { params: EXAMPLE, at: 'end' },
};
