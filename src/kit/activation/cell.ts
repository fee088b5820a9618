import { explainActivation, explainActivationInput } from '../../explain/activations.ts';
import { operand } from '../../formula/arithmetic.ts';
import { cellName } from '../../formula/cellName.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { Place } from '../../playback/place.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { expressionEquation } from '../scene/equations.ts';
import type { ExpressionEquation } from '../scene/view.ts';
import type { ChosenActivation } from './functions.ts';
import { slopeParts, valueParts } from './lines.ts';

/** One cell of a map that goes through an activation function: its numbers on the way there and on the way back. */
export interface ActivatedCell {
  readonly row: number;
  readonly col: number;
  readonly z: number;
  readonly a: number;
  /** φ′(z): what a gradient is multiplied by. */
  readonly slope: number;
  readonly da: number;
  readonly dz: number;
}

/** What the core's explainers say of one cell, there and back. @param map z and da, each [1, 1, height, width] */
export function activatedCell(
  { name, alpha }: ChosenActivation,
  { z, da }: { readonly z: Tensor; readonly da: Tensor },
  row: number,
  col: number,
): ActivatedCell {
  const index = [0, 0, row, col];
  const out = explainActivation(name, { x: z }, index, alpha);
  const back = explainActivationInput(name, { x: z, dy: da }, index, alpha);
  const upstream = back.upstream?.value ?? 0;
  return { row, col, z: out.argument.value, a: out.value, slope: back.result, da: upstream, dz: back.value };
}

/**
 * The three lines of a cell: a = φ(z), φ′(z), and ∂z = ∂a × φ′(z).
 *
 * @param slopes the grid in which the slopes stand; null: in none
 */
export function cellLines(
  chosen: ChosenActivation,
  cell: ActivatedCell,
  full: boolean,
  slopes: string | null,
): Readonly<Record<'value' | 'slope' | 'gradient', ExpressionEquation>> {
  const { row, col, z, a, slope, da, dz } = cell;
  const at = (grid: string): Place => ({ grid, plane: 0, row, col });
  const shown = { full, place: at('pre') };
  const print = (value: number): string => printNumber(value, { full }).text;
  const made = (grid: string, parts: ExpressionEquation['parts'], value: number) =>
    expressionEquation({ head: cellName(grid, [row, col]), target: at(grid), parts, value, full });
  const factor = slopes ? { place: at(slopes) } : { symbol: 'dpre' };
  return {
    value: made('act', valueParts(chosen, z, shown), a),
    slope: expressionEquation({
      head: `φ′(${print(z)})`,
      ...(slopes && { target: at(slopes) }),
      parts: slopeParts(chosen, z, shown),
      value: slope,
      full,
    }),
    gradient: made(
      'dpre',
      [{ text: operand(print(da)), place: at('dact') }, ' × ', { text: operand(print(slope)), ...factor }],
      dz,
    ),
  };
}
