import type { SumExplanation, Term } from '../../explain/explanation.ts';
import type { Place } from '../../playback/place.ts';
import type { Moment } from '../../playback/track.ts';
import type { MarkBook } from '../scene/marks.ts';
import type { SumEquation } from '../scene/view.ts';
import { type Explained, explainLayer } from './explain.ts';
import type { ForwardLayer, LayerGradients, SquareSizes } from './layer.ts';
import { arrivalsAt, paymentAt } from './scatter.ts';

/** What the picture of a convolution speaks of: a sum, how much of it is there, and the step that adds to it. */
export interface Subject {
  readonly explanation: SumExplanation;
  /** Terms of it that have been added. */
  readonly done: number;
  readonly current: Term | undefined;
  /** The product of the step lies on padding and is cut away. */
  readonly cropped: boolean;
}

/** The cell that a sum makes: each tensor is the grid of its name. */
export function targetOf({ tensor, index }: SumExplanation): Place {
  const [row = 0, col = 0] = index.length > 1 ? index.slice(-2) : [0, index[0] ?? 0];
  return { grid: tensor, plane: 0, row, col };
}

/** The index of a cell in its tensor (one picture, one channel, one filter). */
export const indexIn = (tensor: Explained, row: number, col: number): number[] =>
  tensor === 'db' ? [0] : [0, 0, row, col];

/** While a gradient is scattered, the picture speaks of the pixel on which the last product lands. */
export function landingOf(
  layer: ForwardLayer & LayerGradients & { readonly params: SquareSizes },
  moment: Moment,
): Subject {
  const { cell, done, fraction } = moment;
  const { input } = layer.params;
  const term = fraction > 0 ? done : Math.max(0, done - 1);
  const { row, col, oy, ox, ky, kx, value } = paymentAt(layer, layer.params, cell, term);
  const factors = [
    { tensor: 'dy', index: [0, 0, oy, ox], value: layer.dy.at(0, 0, oy, ox) },
    { tensor: 'w', index: [0, 0, ky, kx], value: layer.w.at(0, 0, ky, kx) },
  ];
  const current = done === 0 && fraction === 0 ? undefined : { factors, value };
  if (row >= 0 && row < input && col >= 0 && col < input) {
    const explanation = explainLayer(layer, 'dx', [0, 0, row, col]);
    const { counts } = arrivalsAt(layer, layer.params, moment);
    return { explanation, done: counts[row * input + col] as number, current, cropped: false };
  }
  const terms = [{ factors, value }];
  const explanation: SumExplanation = { kind: 'sum', tensor: 'dx', index: [0, 0, row, col], value, terms };
  return { explanation, done: fraction > 0 || !current ? 0 : 1, current, cropped: true };
}

/** The cell that is being made shows its sum so far. */
export function partialOf({ target, done, line, terms }: SumEquation) {
  return (grid: string, cols: number): ((index: number) => number | undefined) => {
    const at = target.grid === grid && done > 0 && done < terms.length ? target.row * cols + target.col : -1;
    return (index) => (index === at ? line.value : undefined);
  };
}

/** Rows and columns at the far side that no window reads: grey, their gradient is 0. */
export function markUnread(
  { params: { input }, unread, sides }: ForwardLayer & { readonly params: SquareSizes },
  marks: MarkBook,
): void {
  const first = input - Math.max(0, unread - sides[2]);
  for (const grid of unread > 0 ? ['x', 'dx'] : [])
    for (let row = 0; row < input; row++)
      for (let col = 0; col < input; col++)
        if (row >= first || col >= first) marks.cell({ grid, plane: 0, row, col }, { kind: 'unread' });
}
