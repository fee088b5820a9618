import type { Place } from '../../playback/place.ts';
import { firstChannelOf, type VolumeModel } from './model.ts';

/** The output cell whose sum is on the screen, and the channel of it that lies in front, counted within the group. */
export interface Shown {
  readonly filter: number;
  readonly row: number;
  readonly col: number;
  readonly channel: number;
}

/** What the reader asks about, and the sum that is shown meanwhile. */
export interface Question extends Shown {
  readonly kind: 'x' | 'w' | 'b' | 's' | 'y';
  readonly place: Place;
}

/** What a cell of one of the grids asks; `here` is the cell that is being made. */
export function questionOf(model: VolumeModel, place: Place, here: Omit<Shown, 'channel'>): Question {
  const { params, depth, out } = model;
  const { filters, kernel, groups } = params;
  const { plane, row, col } = place;
  switch (place.grid) {
    case 'x': {
      const group = Math.floor(plane / depth);
      const reads = firstChannelOf(model, here.filter) === group * depth;
      const within = (n: number): number => Math.min(out - 1, Math.max(0, n - Math.floor(kernel / 2)));
      const filter = reads ? here.filter : group * (filters / groups);
      return { kind: 'x', place, filter, row: within(row), col: within(col), channel: plane % depth };
    }
    case 'w':
      return { ...here, kind: 'w', place, filter: Math.floor(plane / depth), channel: plane % depth };
    case 'b':
      return { ...here, kind: 'b', place, filter: col, channel: 0 };
    case 's':
      return { ...here, kind: 's', place, channel: col };
    default:
      return { kind: 'y', place, filter: plane, row, col, channel: 0 };
  }
}
