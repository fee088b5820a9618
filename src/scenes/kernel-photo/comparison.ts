import { conv2d } from '../../tensor/kernels/conv2d.ts';
import { Tensor } from '../../tensor/tensor.ts';

/** What half a turn of the kernel does to a picture. */
export interface Comparison {
  /** `same`: nothing; `negated`: every response (without the bias) changes its sign. */
  readonly effect: 'same' | 'negated' | 'other';
  /** The row and column where the two results differ most. */
  readonly row: number;
  readonly col: number;
}

/** The same weights, turned by 180°. */
export const turned = (w: Tensor): Tensor => new Tensor(w.shape, w.data.slice().reverse());

/**
 * Sets a kernel beside itself turned. The two results differ by what the difference of the kernels makes.
 *
 * @param plane [1, 1, height, width], float32
 * @param w [1, 1, k, k]
 */
export function compareTurned(plane: Tensor, w: Tensor): Comparison {
  const other = turned(w);
  const difference = w.data.map((value, i) => value - (other.data[i] as number));
  if (difference.every((value) => value === 0)) return { effect: 'same', row: 0, col: 0 };
  const change = conv2d(plane, new Tensor(w.shape, Float32Array.from(difference)));
  let most = 0;
  let place = 0;
  for (let i = 0; i < change.size; i++) {
    const size = Math.abs(change.data[i] as number);
    if (size > most) {
      most = size;
      place = i;
    }
  }
  const width = change.shape[3] as number;
  const isNegated = w.data.every((value, i) => value === -(other.data[i] as number));
  return {
    effect: isNegated ? 'negated' : 'other',
    row: Math.floor(place / width),
    col: place % width,
  };
}
