import { keepLast } from '../../playback/keepLast.ts';
import { createRandom, mixSeeds } from '../../tensor/random.ts';
import { quickPass } from './quick.ts';
import { sharesOf } from './quickLoss.ts';

/** How large a change is: its largest pixel, and its length. */
export interface Size {
  readonly largest: number;
  readonly length: number;
}

export function sizeOf(change: ArrayLike<number>): Size {
  let [largest, squares] = [0, 0];
  for (let i = 0; i < change.length; i++) {
    const by = change[i] as number;
    largest = Math.max(largest, Math.abs(by));
    squares += by * by;
  }
  return { largest, length: Math.sqrt(squares) };
}

/** The same changes in an order drawn by lot: the control. */
export interface Control {
  readonly moved: Float64Array;
  readonly x: Float64Array;
  readonly shares: Float64Array;
  readonly size: Size;
}

export const controlOf = keepLast(
  (start: Float64Array, x: Float64Array, clip: boolean, seed: number): Control => {
    const moved = x.map((pixel, i) => pixel - (start[i] as number));
    const random = createRandom(mixSeeds(seed, 255));
    for (let i = moved.length - 1; i > 0; i--) {
      const j = random.below(i + 1);
      [moved[i], moved[j]] = [moved[j] as number, moved[i] as number];
    }
    const shuffled = start.map((pixel, i) => {
      const next = pixel + (moved[i] as number);
      return clip ? Math.min(1, Math.max(0, next)) : next;
    });
    const size = sizeOf(shuffled.map((pixel, i) => pixel - (start[i] as number)));
    return { moved, x: shuffled, shares: sharesOf(quickPass(shuffled).logits()), size };
  },
);
