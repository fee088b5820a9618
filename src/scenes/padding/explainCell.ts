import { explainConv2d, explainConv2dInput, explainConv2dWeight } from '../../explain/conv2d.ts';
import type { SumExplanation, Term } from '../../explain/explanation.ts';
import type { CellRef } from '../../playback/figureStore.ts';
import { sourceOf } from '../../tensor/taps.ts';
import type { PaddingModel } from './model.ts';

/** What a cell that the reader points at is asked: how it was made, what it copies, who reads it. */
export type Question =
  | { readonly kind: 'window'; readonly row: number; readonly col: number }
  | { readonly kind: 'border'; readonly source: { readonly row: number; readonly col: number } | null }
  | { readonly kind: 'uses'; readonly row: number; readonly col: number }
  | { readonly kind: 'weight'; readonly row: number; readonly col: number };

const within = (row: number, col: number, side: number): boolean =>
  row >= 0 && col >= 0 && row < side && col < side;

/** The question that a cell stands for; null for a cell that the figure does not have. */
export function questionOf(model: PaddingModel, { tensor, row, col }: CellRef): Question | null {
  const { params, before, side, out } = model;
  switch (tensor) {
    case 'y':
    case 'dy':
      return within(row, col, out) ? { kind: 'window', row, col } : null;
    case 'w':
      return within(row, col, params.kernel) ? { kind: 'weight', row, col } : null;
    case 'dx':
      return within(row, col, params.input) ? { kind: 'uses', row, col } : null;
    case 'padded': {
      if (!within(row, col, side)) return null;
      const [iy, ix] = [row - before, col - before];
      if (within(iy, ix, params.input)) return { kind: 'uses', row: iy, col: ix };
      const source = {
        row: sourceOf(iy, params.input, params.mode),
        col: sourceOf(ix, params.input, params.mode),
      };
      return { kind: 'border', source: source.row < 0 || source.col < 0 ? null : source };
    }
    default:
      return null;
  }
}

/** One window: the padded cells times the weights. */
export function windowSum(model: PaddingModel, row: number, col: number): SumExplanation {
  const { padded, w, params } = model;
  const { stride, dilation } = params;
  const sum = explainConv2d({ x: padded, w }, { stride, dilation }, [0, 0, row, col]);
  const rename = (term: Term): Term => ({
    ...term,
    factors: term.factors.map((factor) => (factor.tensor === 'x' ? { ...factor, tensor: 'padded' } : factor)),
  });
  return { ...sum, terms: sum.terms.map(rename) };
}

/** The first factor of each product alone; the second is 1. */
const onlyFirst = (sum: SumExplanation): SumExplanation => ({
  ...sum,
  terms: sum.terms.map(({ factors, value }) => ({ factors: factors.slice(0, 1), value })),
});

/** One 1 for every time that a window reads the input cell: its gradient, when all of w and ∂y is 1. */
export function usesSum(model: PaddingModel, row: number, col: number): SumExplanation {
  const { ones, upstream, x, options } = model;
  return onlyFirst(
    explainConv2dInput({ w: ones, dy: upstream, inputShape: x.shape }, options, [0, 0, row, col]),
  );
}

/** Every padded cell that one weight lies on: its gradient, when all of ∂y is 1. */
export function weightSum(model: PaddingModel, row: number, col: number): SumExplanation {
  const { padded, w, upstream, params } = model;
  const { stride, dilation } = params;
  const sum = explainConv2dWeight({ x: padded, dy: upstream, wShape: w.shape }, { stride, dilation }, [
    0,
    0,
    row,
    col,
  ]);
  return {
    ...sum,
    terms: sum.terms.map(({ factors, value }) => ({
      value,
      factors: factors.slice(1).map((factor) => ({ ...factor, tensor: 'padded' })),
    })),
  };
}

/** A cell of the border: the input cell that it copies, or a zero. */
export function borderCopy(
  model: PaddingModel,
  { row, col }: CellRef,
  source: { readonly row: number; readonly col: number } | null,
): SumExplanation {
  const value = model.padded.at(0, 0, row, col);
  const factor = source
    ? { tensor: 'padded', index: [0, 0, source.row + model.before, source.col + model.before], value }
    : { tensor: 'constant', index: [], value, virtual: 'padding' as const };
  return {
    kind: 'sum',
    tensor: 'padded',
    index: [0, 0, row, col],
    value,
    terms: [{ factors: [factor], value }],
  };
}
