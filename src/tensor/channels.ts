import { checkShape } from './errors.ts';
import { type Shape, sizeOf, type Tensor, zeros } from './tensor.ts';

/** The channel of each place in the `data` of a tensor [n, c, …]. */
export function channelOf(shape: Shape): (i: number) => number {
  const [channels, plane] = [shape[1] as number, sizeOf(shape.slice(2))];
  return (i) => Math.floor(i / plane) % channels;
}

/** Σ term(i), by default the numbers themselves, over all places i of a channel, in their order: [c], in double precision. */
export function channelSums(
  { shape, size, data }: Tensor,
  term: (i: number, c: number) => number = (i) => data[i]!,
): Tensor {
  const sums = zeros([shape[1] as number], 'float64');
  const channel = channelOf(shape);
  for (let i = 0; i < size; i++) {
    const c = channel(i);
    sums.data[c]! += term(i, c);
  }
  return sums;
}

/** y [n, c, …] and, last of all, the bias [c] of each channel. @throws Error when b does not fit */
export function withBias(op: string, y: Tensor, b: Tensor | null): Tensor {
  if (!b) return y;
  checkShape(op, 'b', b, [y.shape[1] as number]);
  const channel = channelOf(y.shape);
  return y.map((sum, i) => sum + b.data[channel(i)]!);
}

/** The numbers of one plane of [n, c, h, w], whose n · c planes are counted one after the other; shared, not copied. */
export function planeOf({ data, shape }: Tensor, plane: number): Tensor['data'] {
  const area = sizeOf(shape.slice(2));
  return data.subarray(plane * area, (plane + 1) * area);
}
