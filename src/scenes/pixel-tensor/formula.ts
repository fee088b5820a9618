import { tex } from '../../formula/symbols.ts';
import type { PixelModel } from './model.ts';
import { nested, type Order } from './orders.ts';
import type { PixelView } from './view.ts';

/** As everywhere in the article: row i, column j. */
const INDEX = { n: 'n', c: 'c', h: 'i', w: 'j' } as const;

/** The address of x[n, c, i, j] in memory, with letters (row-major order). */
const addressRule = (order: Order): string => {
  const right = nested(
    order,
    (axis) => INDEX[axis],
    (letter) => letter,
  );
  return `\\mathrm{${order.toUpperCase()}}=${right.replaceAll('×', '\\,')}`;
};

/** Y = 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601), or the address of a number. */
export const ruleOf = (_: PixelModel, { subject, order }: PixelView): string =>
  subject === 'pixel' ? `${tex('grey')}=0.299\\,R+0.587\\,G+0.114\\,B` : addressRule(order);
