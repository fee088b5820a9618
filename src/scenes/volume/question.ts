import type { CellRef } from '../../playback/figureStore.ts';
import { firstChannelOf, type VolumeModel } from './model.ts';
import type { Moment } from './steps.ts';

/** What the reader asks about, and the output cell that is explained meanwhile. */
export interface Asked {
  readonly kind: 'x' | 'w' | 'b' | 's' | 'y';
  /** The cell itself; `plane` is the channel of x, the filter of w, b and y. */
  readonly plane: number;
  readonly at: { readonly row: number; readonly col: number };
  readonly filter: number;
  readonly row: number;
  readonly col: number;
  /** The channel of the line, counted within the group. */
  readonly channel: number;
}

/** Reads a cell of one of the grids; null when there is no such cell. */
export function askedOf(model: VolumeModel, ref: CellRef, moment: Moment): Asked | null {
  const { params, depth, out } = model;
  const { channels, filters, kernel, groups, input } = params;
  const [, kind = '', first = '0', second = '0'] = /^([a-z]+)(?:_(\d+))?(?:_(\d+))?$/.exec(ref.tensor) ?? [];
  const plane = Number(first);
  const at = { row: ref.row, col: ref.col };
  const inside = (rows: number, cols = rows): boolean => ref.row < rows && ref.col < cols;
  const here = { row: moment.row, col: moment.col };
  const stay = { at, ...here, filter: moment.filter, channel: 0 };
  switch (kind) {
    case 'y':
      if (plane >= filters || !inside(out)) return null;
      return { kind, plane, at, filter: plane, ...at, channel: 0 };
    case 'x': {
      if (plane >= channels || !inside(input)) return null;
      const group = Math.floor(plane / depth);
      const reads = firstChannelOf(model, moment.filter) === group * depth;
      const within = (n: number): number => Math.min(out - 1, Math.max(0, n - Math.floor(kernel / 2)));
      return {
        kind,
        plane,
        at,
        filter: reads ? moment.filter : group * (filters / groups),
        row: within(ref.row),
        col: within(ref.col),
        channel: plane % depth,
      };
    }
    case 'w':
      if (plane >= filters || Number(second) >= depth || !inside(kernel)) return null;
      return { kind, plane, at, ...here, filter: plane, channel: Number(second) };
    case 'b':
      if (!inside(1, filters)) return null;
      return { ...stay, kind, plane: ref.col, filter: ref.col };
    case 's':
      if (!inside(1, depth)) return null;
      return { ...stay, kind, plane: 0, channel: ref.col };
    default:
      return null;
  }
}
