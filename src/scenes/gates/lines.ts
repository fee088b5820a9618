import { operand } from '../../formula/arithmetic.ts';
import { cellName } from '../../formula/cellName.ts';
import { printNumber } from '../../formula/numbers.ts';
import { slopeParts, valueParts } from '../../kit/activation/lines.ts';
import { expressionEquation } from '../../kit/scene/equations.ts';
import type { ExpressionEquation } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import { arriving } from './chains.ts';
import type { GatesModel } from './model.ts';
import type { ChainPlace, GatesView, LayerCell } from './view.ts';

const inLayer = (grid: string, { row, col }: LayerCell): Place => ({ grid, plane: 0, row, col });

/** The lines of a cell: forwards its value and its gate, backwards the gradient times the gate. */
export function layerLines(
  { params }: GatesModel,
  cell: LayerCell,
  way: GatesView['way'],
  full: boolean,
): ExpressionEquation[] {
  const at = (grid: string): Place => inLayer(grid, cell);
  const nameOf = (symbol: string): string => cellName(symbol, [cell.row, cell.col]);
  const shown = { full, place: at('pre') };
  const print = (value: number): string => operand(printNumber(value, { full }).text);
  const gate = expressionEquation({
    head: `φ′(${printNumber(cell.z, { full }).text})`,
    target: at('gate'),
    parts: slopeParts(params, cell.z, shown),
    value: cell.gate,
    full,
  });
  if (way === 'gate') return [gate];
  if (way === 'forward')
    return [
      expressionEquation({
        head: nameOf('act'),
        target: at('act'),
        parts: valueParts(params, cell.z, shown),
        value: cell.a,
        full,
      }),
      gate,
    ];
  return [
    expressionEquation({
      head: nameOf('dpre'),
      target: at('dpre'),
      parts: [
        { text: print(cell.da), place: at('dact') },
        ' × ',
        { text: print(cell.gate), place: at('gate') },
      ],
      value: cell.dz,
      full,
    }),
    gate,
  ];
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
