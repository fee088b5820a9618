import { symbolOf } from '../../formula/symbols.ts';
import type { Place } from '../../playback/place.ts';
import { type PlaneAxis, planeIndices } from '../grid/names.ts';

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

/** Indices as subscripts: `₀,₋₁`. */
export const subscripts = (indices: readonly number[]): string =>
  indices
    .map(
      (n) =>
        (n < 0 ? '₋' : '') +
        String(Math.abs(n)).replace(/\d/g, (digit) => SUBSCRIPTS[Number(digit)] as string),
    )
    .join(',');

interface NamedGrid {
  readonly id: string;
  readonly symbol?: string | undefined;
  readonly rows: number;
  readonly cols: number;
  readonly letters?: readonly string[] | undefined;
  readonly planes?: number | undefined;
  readonly planeAxes?: readonly PlaneAxis[] | undefined;
}

/** The letter of a grid with the indices that are needed to find a cell in it: `y₀,₁`, `w₅,₀,₁`, `b`; or the cell's own. */
export function placeName(place: Place, grid: NamedGrid): string {
  const { planes = 1, planeAxes, rows, cols, id, symbol = id, letters } = grid;
  const own = letters?.[(place.plane * rows + place.row) * cols + place.col];
  if (own !== undefined) return own;
  const indices = [
    ...(planes > 1 ? planeIndices(place.plane, planeAxes) : []),
    ...(rows > 1 ? [place.row] : []),
    ...(cols > 1 ? [place.col] : []),
  ];
  return symbolOf(symbol).plain + subscripts(indices);
}
