import type { Place } from '../../playback/place.ts';

/** What the reader points at. Layers count from 0. */
export type Question =
  | { readonly kind: 'input'; readonly layer: 0; readonly unit: number }
  | { readonly kind: 'weight'; readonly layer: number; readonly neuron: number; readonly unit: number }
  | { readonly kind: 'bias' | 'neuron'; readonly layer: number; readonly neuron: number };

/**
 * The grids of layer ℓ (from 1) are `w_ℓ`, `b_ℓ`, `z_ℓ` and `y_ℓ`: a row for each neuron. `x_1` is the input, in a row.
 */
export function questionOf({ grid, row, col }: Place): Question {
  const [letter, number] = grid.split('_');
  const layer = Number(number) - 1;
  if (letter === 'x') return { kind: 'input', layer: 0, unit: col };
  if (letter === 'w') return { kind: 'weight', layer, neuron: row, unit: col };
  return { kind: letter === 'b' ? 'bias' : 'neuron', layer, neuron: row };
}

/** The node of a column of the drawing, column 0 being the input. */
export const nodePlace = (column: number, unit: number): Place =>
  column === 0
    ? { grid: 'x_1', plane: 0, row: 0, col: unit }
    : { grid: `y_${column}`, plane: 0, row: unit, col: 0 };

/** A cell of the table of a layer, counted from 0. */
export const tablePlace = (letter: 'w' | 'b' | 'z', layer: number, row: number, col = 0): Place => ({
  grid: `${letter}_${layer + 1}`,
  plane: 0,
  row,
  col,
});

/** The cell of a factor or of the result of a layer's sum. */
export function placeIn(layer: number, tensor: string, index: readonly number[]): Place | null {
  const [first = 0, second = 0] = index;
  switch (tensor) {
    case 'x':
      return nodePlace(layer, second);
    case 'w':
      return tablePlace('w', layer, first, second);
    case 'b':
      return tablePlace('b', layer, first);
    default:
      return null;
  }
}
