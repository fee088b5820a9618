import { explainConv2d, explainConv2dInput, explainConv2dWeight } from '../../explain/conv2d.ts';
import type { SumExplanation, Term } from '../../explain/explanation.ts';
import type { CellRef } from '../../playback/figureStore.ts';
import type { StrideModel } from './model.ts';
import type { PassId } from './passes.ts';

/** What a cell that the reader points at is asked: how it was made, who reads it, where it lies. */
export type Question =
  | { readonly kind: 'window'; readonly pass: PassId; readonly row: number; readonly col: number }
  | { readonly kind: 'reads'; readonly row: number; readonly col: number }
  | { readonly kind: 'weight'; readonly row: number; readonly col: number };

/** The question that a cell stands for; null for a cell that the figure does not have. */
export function questionOf(model: StrideModel, { tensor, row, col }: CellRef): Question | null {
  const sides: Record<string, number> = {
    x: model.params.input,
    w: model.params.kernel,
    y: model.out,
    dy: model.out,
    unstrided: model.outAtOne,
  };
  const side = sides[tensor];
  if (side === undefined || row >= side || col >= side) return null;
  if (tensor === 'x') return { kind: 'reads', row, col };
  if (tensor === 'w') return { kind: 'weight', row, col };
  return { kind: 'window', pass: tensor === 'unstrided' ? 'everyPlace' : 'stops', row, col };
}

/** One window of either pass. */
export function windowSum(model: StrideModel, pass: PassId, row: number, col: number): SumExplanation {
  const { x, w, options, everyPlace } = model;
  const sum = explainConv2d({ x, w }, pass === 'stops' ? options : everyPlace, [0, 0, row, col]);
  return pass === 'stops' ? sum : { ...sum, tensor: 'unstrided' };
}

/** Products whose other factor is 1, written without it. */
const only = (sum: SumExplanation, tensor: string): SumExplanation => ({
  ...sum,
  terms: sum.terms.map(
    ({ factors, value }): Term => ({ factors: factors.filter((factor) => factor.tensor === tensor), value }),
  ),
});

/** One 1 for every window that reads the input cell: its gradient, when all of w and ∂y is 1. */
export function readsSum(model: StrideModel, row: number, col: number): SumExplanation {
  const { ones, upstream, x, options } = model;
  const upstreamOf = { w: ones, dy: upstream, inputShape: x.shape };
  return only(explainConv2dInput(upstreamOf, options, [0, 0, row, col]), 'dy');
}

/** Every cell that one weight lies on: its gradient, when all of ∂y is 1. */
export function weightSum(model: StrideModel, row: number, col: number): SumExplanation {
  const { x, upstream, w, options } = model;
  return only(explainConv2dWeight({ x, dy: upstream, wShape: w.shape }, options, [0, 0, row, col]), 'x');
}
