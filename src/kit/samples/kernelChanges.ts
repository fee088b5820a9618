import { createRandom } from '../../tensor/random.ts';

/** What can be done to a kernel. The first three only change the places or the signs of its weights. */
export const KERNEL_CHANGES = {
  turned: (w) => [...w].reverse(),
  // Adding 0 makes 0 of −0.
  negative: (w) => w.map((weight) => -weight + 0),
  shuffled: (w) => {
    const random = createRandom(1);
    return w
      .map((weight) => ({ weight, at: random.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ weight }) => weight);
  },
  mean: (w) => w.map(() => w.reduce((sum, weight) => sum + weight, 0) / w.length),
} as const satisfies Record<string, (w: readonly number[]) => number[]>;

export type KernelChange = keyof typeof KERNEL_CHANGES;
