import { indexAt } from '../../explain/flatten.ts';
import type { Text } from '../../language/language.ts';
import type { Tensor } from '../../tensor/tensor.ts';

/** The two orders in which the numbers can lie in memory. */
export const ORDERS = ['nchw', 'nhwc'] as const;
export type Order = (typeof ORDERS)[number];

export const ORDER_NAMES: Readonly<Record<Order, Text>> = {
  nchw: { en: 'channels first', zh: '通道在前' },
  nhwc: { en: 'channels last', zh: '通道在后' },
};

/** One number of the batch by its four indices. */
export interface Entry {
  readonly n: number;
  readonly c: number;
  readonly h: number;
  readonly w: number;
}

/** The same numbers in both orders: x [N, C, H, W], last [N, H, W, C]. */
export interface BothOrders {
  readonly x: Tensor;
  readonly last: Tensor;
}

/** The address of a number: how many numbers lie before it. */
export const addressOf = ({ x, last }: BothOrders, order: Order, { n, c, h, w }: Entry): number =>
  order === 'nchw' ? x.offset([n, c, h, w]) : last.offset([n, h, w, c]);

/** Which number lies at an address. */
export function entryAt({ x, last }: BothOrders, order: Order, address: number): Entry {
  const [n = 0, second = 0, third = 0, fourth = 0] = indexAt((order === 'nchw' ? x : last).shape, address);
  return order === 'nchw' ? { n, c: second, h: third, w: fourth } : { n, h: second, w: third, c: fourth };
}

/** The axes of an order, outermost first. */
const axesOf = (order: Order): readonly (keyof Entry)[] =>
  order === 'nchw' ? ['n', 'c', 'h', 'w'] : ['n', 'h', 'w', 'c'];

/** How far the next channel, row and column lie in memory, nearest last. */
export function stridesOf(
  { x, last }: BothOrders,
  order: Order,
): readonly [axis: keyof Entry, stride: number][] {
  const { shape } = order === 'nchw' ? x : last;
  return axesOf(order)
    .slice(1)
    .map((axis, i) => [axis, shape.slice(i + 2).reduce((product, side) => product * side, 1)]);
}

/** ((n·C + c)·H + h)·W + w, with letters or with numbers. */
export function nested(
  order: Order,
  index: (axis: keyof Entry) => string,
  size: (axis: keyof Entry) => string,
): string {
  const [first = 'n', ...rest] = axesOf(order);
  const times = (left: string, axis: keyof Entry, i: number): string =>
    `${i === 0 ? left : `(${left})`} × ${size(axis)} + ${index(axis)}`;
  return rest.reduce(times, index(first));
}
