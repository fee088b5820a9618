import { explainAvgPool2d } from '../../explain/avgPool2d.ts';
import type { ChoiceExplanation, Factor, RatioExplanation } from '../../explain/explanation.ts';
import { explainMaxPool2d } from '../../explain/maxPool2d.ts';
import type { PoolLayer } from './layer.ts';

/** Where one cell y[0, channel, row, col] comes from: a choice among candidates, or a sum over a count. */
export function explainPool(
  { kind, x, options }: PoolLayer,
  [channel, row, col]: readonly [number, number, number],
): ChoiceExplanation | RatioExplanation {
  const index = [0, channel, row, col];
  return kind === 'max' ? explainMaxPool2d({ x }, options, index) : explainAvgPool2d({ x }, options, index);
}

/** The numbers of a window in the order in which they are taken, padding among them where it counts. */
export const candidatesOf = (of: ChoiceExplanation | RatioExplanation): readonly Factor[] =>
  of.kind === 'choice' ? of.candidates : of.numerator.map(({ factors }) => factors[0] as Factor);

/** How many cells of a window hold its maximum: from two on, a tie. */
export const tiedCells = ({ candidates, value }: ChoiceExplanation): readonly Factor[] =>
  candidates.filter((cell) => !cell.virtual && cell.value === value);

/** The windows that read a cell of the map, row by row; and of a maximum, whether they took it. */
export function readersOfCell(
  { out, stride, extent, sides, argMax, side }: PoolLayer,
  [channel, row, col]: readonly [number, number, number],
): { readonly row: number; readonly col: number; readonly takes: boolean }[] {
  const along = (at: number, before: number): number[] =>
    Array.from({ length: out }, (_, o) => o).filter((o) => {
      const inside = at + before - o * stride;
      return inside >= 0 && inside < extent;
    });
  const place = (channel * side + row) * side + col;
  return along(row, sides[0]).flatMap((oy) =>
    along(col, sides[1]).map((ox) => ({
      row: oy,
      col: ox,
      takes: argMax?.[(channel * out + oy) * out + ox] === place,
    })),
  );
}
