import type { SumExplanation } from '../../explain/explanation.ts';
import { factor, number, product, sumOf } from '../../explain/terms.ts';
import { type Tensor, zeros } from '../../tensor/tensor.ts';
import { LAYERS } from './breaks.ts';
import type { Parts, Pooled } from './parts.ts';

const { filters: MAPS, side: SIDE } = LAYERS[1];
const CELLS = SIDE * SIDE;
const CLASSES = 10;

/** What one of the last maps gives to the score of class k: 49 products. */
export function shareOf(
  { dense }: Parts,
  { pooled }: { readonly pooled: Pooled },
  k: number,
  map: number,
): SumExplanation {
  const [w] = dense.params as [Tensor];
  const terms = Array.from({ length: CELLS }, (_, i) =>
    product(
      factor('x', pooled[1], 0, map, Math.floor(i / SIDE), i % SIDE),
      factor('w', w, k, map * CELLS + i),
    ),
  );
  return sumOf('share', [k, map], terms);
}

/** The shares of all maps in all scores, [10, 16]: the same sums, none of their products kept. */
export function sharesOf({ dense }: Parts, { pooled }: { readonly pooled: Pooled }): Tensor {
  const [w] = dense.params as [Tensor];
  const [x, shares] = [pooled[1].data, zeros([CLASSES, MAPS], 'float64')];
  for (let k = 0; k < CLASSES; k++)
    for (let map = 0; map < MAPS; map++) {
      let sum = 0;
      for (let i = map * CELLS; i < (map + 1) * CELLS; i++)
        sum += (x[i] as number) * (w.data[k * MAPS * CELLS + i] as number);
      shares.data[k * MAPS + map] = sum;
    }
  return shares;
}

/** A score from the shares of the sixteen maps and the bias. @param logits [1, 10] */
export function scoreOf({ dense }: Parts, logits: Tensor, shares: Tensor, k: number): SumExplanation {
  const [, b] = dense.params as [Tensor, Tensor];
  const terms = Array.from({ length: MAPS }, (_, map) =>
    product(number('share', shares.at(k, map), [k, map])),
  );
  return { ...sumOf('logits', [k], [...terms, product(factor('b', b, k))]), value: logits.at(0, k) };
}
