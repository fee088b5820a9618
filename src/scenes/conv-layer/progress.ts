import type { Moment } from '../../playback/track.ts';
import type { LayerModel, Stretch } from './model.ts';

/** What has been computed at a moment. */
export interface Progress {
  /** Terms (products, then the bias) of the number that is worked out. */
  readonly terms: number;
  readonly bent: boolean;
  /** Whether sum or activation of a cell exists. */
  readonly sum: (filter: number, row: number, col: number) => boolean;
  readonly activation: (filter: number, row: number, col: number) => boolean;
  /** Complete sums in the whole layer. */
  readonly sums: number;
}

/** What a whole step changes of a moment. */
export type Steps = Pick<Moment<Stretch>, 'stretch' | 'cell' | 'done' | 'finished'>;

export function progressAt(model: LayerModel, moment: Steps): Progress {
  const { k, out, maps, params } = model;
  const { stretch, done, finished } = moment;
  const all = maps * k * k + 1;
  const inCell = stretch.id === 'cell';
  const terms = inCell ? Math.min(done, all) : all;
  const bent = !inCell || done > all;
  const rows = inCell ? 0 : stretch.id === 'map' ? finished : out;
  // The other filters follow in their order: two steps each, sums and activations.
  const later = stretch.id === 'maps' ? 2 * moment.cell + done : 0;
  const turn = (filter: number): number => 2 * (filter < params.filter ? filter : filter - 1);
  const isCell = (row: number, col: number): boolean => row === params.row && col === params.col;
  const summed = terms === all;
  return {
    terms,
    bent,
    sum: (filter, row, col) =>
      filter === params.filter ? row < rows || (isCell(row, col) && summed) : later > turn(filter),
    activation: (filter, row, col) =>
      filter === params.filter ? row < rows || (isCell(row, col) && bent) : later > turn(filter) + 1,
    sums: rows * out + (params.row >= rows && summed ? 1 : 0) + Math.ceil(later / 2) * out * out,
  };
}
