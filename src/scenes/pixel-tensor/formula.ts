import { tex } from '../../formula/symbols.ts';
import { nested, type Order } from './orders.ts';
import type { PixelView } from './view.ts';

/** As everywhere in the article: row i, column j. */
const INDEX = { n: 'n', c: 'c', h: 'i', w: 'j' } as const;

/** The address of x[n, c, i, j] in memory, with letters (row-major order). */
export const offsetRule = (order: Order): string =>
  nested(
    order,
    (axis) => INDEX[axis],
    (letter) => letter,
  ).replaceAll('×', '\\,');

/** Y = 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601). */
export const GREY_RULE = `${tex('grey')}=0.299\\,R+0.587\\,G+0.114\\,B`;

/** The lines of the moment in LaTeX. */
export function linesTex(view: PixelView): string {
  const { place, offsets, scaling } = view;
  const plain = (text: string): string => text.replaceAll('×', '\\times ').replaceAll('≈', '\\approx');
  const rows = (['nchw', 'nhwc'] as const).map(
    (order) =>
      `\\mathrm{${order.toUpperCase()}}(${place.n},${place.c},${place.h},${place.w}) &= ${plain(offsets[order].left)} = ${offsets[order].right}`,
  );
  const terms = view.greyLine.terms.map(({ factors }) =>
    factors.map((factor) => factor.text).join(' \\times '),
  );
  rows.push(
    `x / 255 &= ${plain(`${scaling.left} ${scaling.sign} ${scaling.right}`)}`,
    `Y &= ${terms.join(' + ')} ${plain(view.greyLine.sign)} ${view.greyLine.result.text}`,
  );
  return `\\begin{aligned}\n${rows.join(' \\\\\n')}\n\\end{aligned}`;
}
