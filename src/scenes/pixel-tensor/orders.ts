import type { PixelModel } from './model.ts';

/** The two orders in which the numbers can lie in memory. */
export const ORDERS = ['nchw', 'nhwc'] as const;
export type Order = (typeof ORDERS)[number];

/** One number of the batch by its four indices. */
export interface Place {
  readonly n: number;
  readonly c: number;
  readonly h: number;
  readonly w: number;
}

/** The address of a number: how many numbers lie before it. */
export const addressOf = ({ x, last }: PixelModel, order: Order, { n, c, h, w }: Place): number =>
  order === 'nchw' ? x.offset([n, c, h, w]) : last.offset([n, h, w, c]);

/** Which number lies at an address. */
export function placeAt({ params, cells }: PixelModel, order: Order, address: number): Place {
  const side = params.size;
  let rest = Math.min(cells - 1, Math.max(0, address));
  const take = (count: number): number => {
    const index = rest % count;
    rest = Math.floor(rest / count);
    return index;
  };
  if (order === 'nhwc') {
    const c = take(3);
    const w = take(side);
    const h = take(side);
    return { n: rest, c, h, w };
  }
  const w = take(side);
  const h = take(side);
  const c = take(3);
  return { n: rest, c, h, w };
}

/** The axes of an order, outermost first. */
export const axesOf = (order: Order): readonly (keyof Place)[] =>
  order === 'nchw' ? ['n', 'c', 'h', 'w'] : ['n', 'h', 'w', 'c'];

const AXIS_SIZE = { n: 'N', c: 'C', h: 'H', w: 'W' } as const;

/** How far apart two neighbours along each axis lie in memory. */
export function stridesOf({ x }: PixelModel, order: Order): Readonly<Record<keyof Place, number>> {
  const [, c = 3, h = 1, w = 1] = x.shape;
  return order === 'nchw' ? { n: c * h * w, c: h * w, h: w, w: 1 } : { n: h * w * c, h: w * c, w: c, c: 1 };
}

/** ((n·C + c)·H + h)·W + w, with letters or with numbers. */
export function nested(
  order: Order,
  index: (axis: keyof Place) => string,
  size: (letter: string) => string,
): string {
  const [first = 'n', ...rest] = axesOf(order);
  const times = (left: string, axis: keyof Place, i: number): string =>
    `${i === 0 ? left : `(${left})`} × ${size(AXIS_SIZE[axis])} + ${index(axis)}`;
  return rest.reduce(times, index(first));
}

/** Where a position stands: `done` numbers of one order have been written. */
export interface Moment {
  readonly order: Order;
  readonly done: number;
  /** The number that was written last; at position 0 the one that comes first. */
  readonly place: Place;
}

/** The bar: first all addresses of NCHW, then all of NHWC. */
export function momentAt(model: PixelModel, position: number): Moment {
  const steps = Math.min(2 * model.cells, Math.max(0, Math.floor(position)));
  const order = steps <= model.cells ? 'nchw' : 'nhwc';
  const done = order === 'nchw' ? steps : steps - model.cells;
  return { order, done, place: placeAt(model, order, Math.max(0, done - 1)) };
}

/** The position at which a number has just been written in an order. */
export const positionOf = (model: PixelModel, order: Order, place: Place): number =>
  (order === 'nchw' ? 0 : model.cells) + addressOf(model, order, place) + 1;
