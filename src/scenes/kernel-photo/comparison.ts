import { conv2d } from '../../tensor/kernels/conv2d.ts';
import { Tensor } from '../../tensor/tensor.ts';

/** What half a turn of a kernel does to any picture; `negated`: every response (without the bias) changes its sign. */
export type TurnEffect = 'same' | 'negated' | 'other';

/** The same weights, turned by 180°. */
export const turned = (w: Tensor): Tensor => new Tensor(w.shape, w.data.slice().reverse());

/** The kernel less itself turned: the responses of two kernels differ by what their difference makes. */
function turnDifference(w: Tensor): Float32Array {
  const other = turned(w);
  return Float32Array.from(w.data, (value, i) => value - (other.data[i] as number));
}

export function turnEffect(w: Tensor): TurnEffect {
  const other = turned(w);
  if (w.data.every((value, i) => value === other.data[i])) return 'same';
  return w.data.every((value, i) => value === -(other.data[i] as number)) ? 'negated' : 'other';
}

/**
 * Where half a turn of the kernel changes the response most: the window's first pixel.
 *
 * @param plane [1, 1, height, width], float32
 * @param w [1, 1, k, k]
 */
export function greatestChange(plane: Tensor, w: Tensor): { readonly row: number; readonly col: number } {
  const change = conv2d(plane, new Tensor(w.shape, turnDifference(w)));
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
  return { row: Math.floor(place / width), col: place % width };
}
