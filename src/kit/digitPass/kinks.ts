import { FACTS, type NodeName, offsetOf, type Spot } from './nodes.ts';
import { receptiveField, regionOf } from './regions.ts';

/** Sums that lie closer than this to one another, or to 0, may change places when a pixel is nudged. */
const NEAR = 1e-3;

/** The sums that a pooling layer chose among, behind ReLU, and the gradients that came back to it. */
export interface Pooling {
  readonly sums: 'conv1' | 'conv2';
  readonly pooled: 'pool1' | 'pool2';
  readonly values: ArrayLike<number>;
  readonly gradients: ArrayLike<number>;
}

/**
 * Pixels at which what is asked has a kink, or may have one: they are read by a pooling window whose largest sums are as good
 * as equal, or by a sum that ReLU as good as shuts. On paper, where all sums are the bias, there are many.
 */
export function kinksOf(poolings: readonly Pooling[]): ReadonlySet<number> {
  const kinks = new Set<number>();
  for (const { sums, pooled, values, gradients } of poolings) {
    const { maps, rows, cols } = FACTS[pooled];
    for (let plane = 0; plane < maps; plane++)
      for (let row = 0; row < rows; row++)
        for (let col = 0; col < cols; col++) {
          const spot = { plane, row, col };
          if (gradients[offsetOf(pooled, spot)] === 0) continue;
          const four = [0, 1, 2, 3].map(
            (i) =>
              values[offsetOf(sums, { plane, row: 2 * row + (i >> 1), col: 2 * col + (i & 1) })] as number,
          );
          const [first, second] = four.toSorted((a, b) => b - a) as [number, number];
          if (Math.abs(first) < NEAR || (first > 0 && first - second < NEAR)) mark(kinks, pooled, spot);
        }
  }
  return kinks;
}

function mark(kinks: Set<number>, node: NodeName, spot: Spot): void {
  const { top, left, bottom, right } = receptiveField(node, regionOf(spot));
  for (let row = top; row <= bottom; row++)
    for (let col = left; col <= right; col++) kinks.add(row * FACTS.image.cols + col);
}
