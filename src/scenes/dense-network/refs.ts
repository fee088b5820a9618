import type { CellRef } from '../../playback/figureStore.ts';
import type { DenseModel } from './model.ts';

/** What the reader points at. Layers count from 0. */
export type Question =
  | { readonly kind: 'input'; readonly layer: number; readonly unit: number }
  | { readonly kind: 'weight'; readonly layer: number; readonly neuron: number; readonly unit: number }
  | { readonly kind: 'bias' | 'neuron'; readonly layer: number; readonly neuron: number };

/**
 * The cells of layer ℓ (from 1) are `x_ℓ` (what comes in, a row), `w_ℓ`, `b_ℓ`, `z_ℓ` and `y_ℓ` (columns, a
 * row for each neuron).
 */
export function questionOf(model: DenseModel, ref: CellRef | null): Question | null {
  const match = /^([xwbzy])_([1-3])$/.exec(ref?.tensor ?? '');
  const layer = Number(match?.[2]) - 1;
  const found = model.layers[layer];
  if (!ref || !match || !found) return null;
  const { row, col } = ref;
  switch (match[1]) {
    case 'x':
      return row === 0 && col < found.ins ? { kind: 'input', layer, unit: col } : null;
    case 'w':
      return row < found.outs && col < found.ins ? { kind: 'weight', layer, neuron: row, unit: col } : null;
    case 'b':
      return row < found.outs && col === 0 ? { kind: 'bias', layer, neuron: row } : null;
    default:
      return row < found.outs && col === 0 ? { kind: 'neuron', layer, neuron: row } : null;
  }
}

/** The cell of a factor of layer `layer`'s sum. */
export function cellOf(tensor: string, index: readonly number[]): CellRef {
  const [row = 0, col = 0] = index.length > 1 ? index : [index[0] ?? 0, 0];
  return { tensor, row, col };
}

/** The cell that a unit of the drawing stands for: an input asks what it reaches, a neuron where it comes from. */
export const unitRef = (column: number, unit: number): CellRef =>
  column === 0 ? { tensor: 'x_1', row: 0, col: unit } : { tensor: `y_${column}`, row: unit, col: 0 };
