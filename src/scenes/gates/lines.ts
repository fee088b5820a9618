import { operand } from '../../formula/arithmetic.ts';
import { cellName } from '../../formula/cellName.ts';
import { printNumber } from '../../formula/numbers.ts';
import { type ActivatedCell, cellLines } from '../../kit/activation/cell.ts';
import { slopeParts } from '../../kit/activation/lines.ts';
import { expressionEquation } from '../../kit/scene/equations.ts';
import type { ExpressionEquation } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import { arriving } from './chains.ts';
import type { GatesModel } from './model.ts';
import type { ChainPlace, GatesView } from './view.ts';

/** The lines of a cell: forwards its value and its gate, backwards the gradient times the gate. */
export function layerLines(
  { params }: GatesModel,
  cell: ActivatedCell,
  way: GatesView['way'],
  full: boolean,
): ExpressionEquation[] {
  const { value, slope, gradient } = cellLines(params, cell, full, 'gate');
  if (way === 'gate') return [slope];
  return [way === 'forward' ? value : gradient, slope];
}

/** Factors that are written out; those before them stand as one number. */
const MOST_FACTORS = 10;

/** The lines of a chain: the last factor alone, and the product of all of them. */
export function chainLines(
  { params, chains }: GatesModel,
  place: ChainPlace,
  way: GatesView['way'],
  full: boolean,
): ExpressionEquation[] {
  const { chain, layer, passed, gate, arriving: from, left, z } = place;
  const { depth, weight, gates } = chains;
  const print = (value: number): string => operand(printNumber(value, { full }).text);
  const at = (grid: string, col: number): Place => ({ grid, plane: 0, row: chain, col });
  if (way === 'gate')
    return [
      expressionEquation({
        head: `φ′(${printNumber(z, { full }).text})`,
        target: at('gates', layer),
        parts: slopeParts(params, z, { full, place: null }),
        value: gate,
        full,
      }),
    ];
  const factor = (col: number) => ({
    text: print(gates[chain * depth + col] as number),
    place: at('gates', col),
  });
  const head = cellName('dact', [chain, layer]);
  const step = expressionEquation({
    head,
    target: at('left', layer),
    parts: [
      { text: print(from), ...(layer < depth - 1 && { place: at('left', layer + 1) }) },
      ' × ',
      ...(weight === 1 ? [] : [{ text: print(weight), symbol: 'w' }, ' × ']),
      factor(layer),
    ],
    value: left,
    full,
  });
  if (passed === 1) return [step];
  const shown = Math.min(MOST_FACTORS, passed);
  const columns = Array.from({ length: shown }, (_, i) => layer + shown - 1 - i);
  const product = expressionEquation({
    head,
    target: at('left', layer),
    parts: [
      ...(shown < passed ? [{ text: print(arriving(chains, chain, layer + shown - 1)) }, ' × '] : []),
      ...(weight === 1 ? [] : [{ text: print(weight), symbol: 'w' }, ` ^ ${shown} × `]),
      ...columns.flatMap((col, i) => (i === 0 ? [factor(col)] : [' × ', factor(col)])),
    ],
    value: left,
    full,
  });
  return [step, product];
}
