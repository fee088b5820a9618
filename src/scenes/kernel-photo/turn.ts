import { Tensor } from '../../tensor/tensor.ts';

/** What half a turn of a kernel does to any picture; `negated`: every response (without the bias) changes its sign. */
export type TurnEffect = 'same' | 'negated' | 'other';

/** The same weights, turned by 180°. */
export const turned = (w: Tensor): Tensor => new Tensor(w.shape, w.data.slice().reverse());

export function turnEffect(w: Tensor): TurnEffect {
  const other = turned(w);
  if (w.data.every((value, i) => value === other.data[i])) return 'same';
  return w.data.every((value, i) => value === -(other.data[i] as number)) ? 'negated' : 'other';
}
