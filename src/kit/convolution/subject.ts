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

/**
 * The cell that a sum makes: each tensor is the grid of its name, its planes are counted through.
 *
 * @param depth channels of a kernel, by which its planes are counted: filter, then channel
 */
export function targetOf({ tensor, index }: SumExplanation, depth = 1): Place {
  if (index.length < 2) return { grid: tensor, plane: 0, row: 0, col: index[0] ?? 0 };
  const [outer = 0, inner = 0, row = 0, col = 0] = index;
  return { grid: tensor, plane: outer * depth + inner, row, col };
}

/** The index of a cell in its tensor. @param depth channels of a kernel */
export function indexIn(
  tensor: Explained,
  { plane, row, col }: Omit<Place, 'grid'>,
  depth = 1,
): readonly number[] {
  if (tensor === 'db') return [col];
  return tensor === 'dw' ? [Math.floor(plane / depth), plane % depth, row, col] : [0, plane, row, col];
}

/** While a gradient is scattered, the picture speaks of the pixel on which the last product lands. */
export function landingOf(
  layer: ForwardLayer & LayerGradients & { readonly params: SquareSizes },
  moment: Moment,
): Subject {
  const { cell, done, fraction } = moment;
  const { input } = layer.params;
  const term = fraction > 0 ? done : Math.max(0, done - 1);
  const { co, oy, ox, ci, ky, kx, row, col, value } = paymentAt(layer, layer.params, cell, term);
  const factors = [
    { tensor: 'dy', index: [0, co, oy, ox], value: layer.dy.at(0, co, oy, ox) },
    { tensor: 'w', index: [co, ci, ky, kx], value: layer.w.at(co, ci, ky, kx) },
  ];
  const current = done === 0 && fraction === 0 ? undefined : { factors, value };
  if (row >= 0 && row < input && col >= 0 && col < input) {
    const explanation = explainLayer(layer, 'dx', [0, ci, row, col]);
    const { counts } = arrivalsAt(layer, layer.params, moment);
    return {
      explanation,
      done: counts[(ci * input + row) * input + col] as number,
      current,
      cropped: false,
    };
  }
  const terms = [{ factors, value }];
  const explanation: SumExplanation = { kind: 'sum', tensor: 'dx', index: [0, ci, row, col], value, terms };
  return { explanation, done: fraction > 0 || !current ? 0 : 1, current, cropped: true };
}

/** The cell that is being made shows its sum so far. */
export function partialOf({ target, done, line, terms }: SumEquation) {
  return (grid: string, cols: number, rows = cols): ((index: number) => number | undefined) => {
    const isMade = target.grid === grid && done > 0 && done < terms.length;
    const at = isMade ? (target.plane * rows + target.row) * cols + target.col : -1;
    return (index) => (index === at ? line.value : undefined);
  };
}

/** Which rows of the input at least one window reads; columns alike. */
function linesRead({ params, out, sides }: Read): readonly boolean[] {
  const { input, kernel, stride, dilation } = params;
  const read = new Array<boolean>(input).fill(false);
  for (let o = 0; o < out; o++)
    for (let k = 0; k < kernel; k++) {
      const line = o * stride + k * dilation - sides[0];
      if (line >= 0 && line < input) read[line] = true;
    }
  return read;
}

type Read = Pick<ForwardLayer, 'out' | 'sides' | 'x'> & { readonly params: SquareSizes };

/** Pixels that no window reads, at the far side or between windows, are grey: their gradient is 0. */
export function markUnread(layer: Read, marks: MarkBook, grids: readonly string[] = ['x', 'dx']): void {
  const read = linesRead(layer);
  if (read.every(Boolean)) return;
  const [, planes = 1] = layer.x.shape;
  for (const grid of grids)
    for (let plane = 0; plane < planes; plane++)
      for (const [row, isRowRead] of read.entries())
        for (const [col, isColRead] of read.entries())
          if (!isRowRead || !isColRead) marks.cell({ grid, plane, row, col }, { kind: 'unread' });
}
