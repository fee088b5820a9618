import type { Text } from '../../language/language.ts';
import { wholeCell } from '../../playback/parameters/spec.ts';
import type { Subject } from './subject.ts';

/** One more than there are maps. */
export const LARGEST_TILE = 16;

/** The map whose products are written out, as a parameter; its default stands for the one with the largest share. */
export const tileParam = (label: Text) =>
  wholeCell({ label, default: LARGEST_TILE, range: [0, LARGEST_TILE] });

/** The tile whose products are written out: the wanted one, or the last; where none is wanted, the one that adds most, of either sign. */
export function tileOf({ tiles }: Pick<Subject, 'tiles'>, wanted: number): number {
  if (wanted !== LARGEST_TILE) return Math.min(wanted, tiles.length - 1);
  const sizes = tiles.map(({ sum }) => Math.abs(sum));
  return Math.max(0, sizes.indexOf(Math.max(...sizes)));
}
