import type { LayerModel } from './model.ts';
import { cellSteps, type Moment } from './stages.ts';

/** What has been computed at a moment. */
export interface Progress {
  /** Terms (products, then the bias) of the number that is worked out. */
  readonly terms: number;
  readonly bent: boolean;
  /** Whether sum or activation of a cell exists. */
  readonly sum: (filter: number, row: number, col: number) => boolean;
  readonly activation: (filter: number, row: number, col: number) => boolean;
  /** Complete sums and activations in the whole layer, and products of the sum that is not complete. */
  readonly sums: number;
  readonly activations: number;
  readonly products: number;
}

export function progressAt(model: LayerModel, { stage, done }: Moment): Progress {
  const { k, out, params } = model;
  const inCell = stage.id === 'cell';
  const terms = inCell ? Math.min(done, k * k + 1) : k * k + 1;
  const bent = !inCell || done >= cellSteps(k);
  const rows = inCell ? 0 : stage.id === 'map' ? done : out;
  const later = stage.id === 'maps' ? done : 0;
  const summed = terms === k * k + 1;
  const isCell = (row: number, col: number): boolean => row === params.row && col === params.col;
  // The other filters follow in their order: two steps each, sums and activations.
  const turn = (filter: number): number => 2 * (filter < params.filter ? filter : filter - 1);
  const own = (cell: boolean): number => rows * out + (params.row >= rows && cell ? 1 : 0);
  return {
    terms,
    bent,
    sum: (filter, row, col) =>
      filter === params.filter ? row < rows || (isCell(row, col) && summed) : later > turn(filter),
    activation: (filter, row, col) =>
      filter === params.filter ? row < rows || (isCell(row, col) && bent) : later > turn(filter) + 1,
    sums: own(summed) + Math.ceil(later / 2) * out * out,
    activations: own(bent) + Math.floor(later / 2) * out * out,
    products: summed ? 0 : terms,
  };
}
