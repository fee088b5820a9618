import type { Explanation, SumExplanation } from '../../explain/explanation.ts';
import { lineOf } from '../../formula/arithmetic.ts';
import { cellName } from '../../formula/cellName.ts';
import { evaluate, sameDecimal, sameNumber } from '../../formula/expression.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { Text } from '../../language/language.ts';
import type { Place } from '../../playback/place.ts';
import type { Shape } from '../../tensor/tensor.ts';
import type { ExpressionEquation, ExpressionPart, SumEquation } from './view.ts';

/**
 * Where the cell of a tensor stands: its last two places are row and column, those before count the planes
 * ([n, c, row, col] with n = 0, [co, ci, ky, kx]). A tensor of one axis is a row of cells.
 *
 * @param shapes the tensors that are drawn, under the ids of their grids
 * @returns a function that gives null for a tensor that is drawn nowhere
 */
export function placesIn(
  shapes: Readonly<Record<string, Shape>>,
): (tensor: string, index: readonly number[]) => Place | null {
  return (tensor, index) => {
    const shape = Object.hasOwn(shapes, tensor) ? (shapes[tensor] as Shape) : undefined;
    if (!shape) return null;
    const lead = index.slice(0, -2);
    let plane = 0;
    lead.forEach((at, axis) => {
      plane = plane * (shape[axis] as number) + at;
    });
    const [row = 0, col = 0] = index.length > 1 ? index.slice(-2) : [0, index[0] ?? 0];
    return { grid: tensor, plane, row, col };
  };
}

interface SumOptions {
  /** Terms that have been added; default: all. */
  readonly done?: number;
  readonly full: boolean;
  placeOf(tensor: string, index: readonly number[]): Place | null;
  readonly target?: Place;
  readonly head?: string;
  readonly way?: Text | undefined;
  /** Products that are printed; the sum of those before stands in front of them. Default: as many as a line holds. */
  readonly longest?: number;
  readonly positionOf?: ((count: number) => number) | undefined;
}

/** The equation of a sum of products. @throws Error when its cell is drawn nowhere and no target is given */
export function sumEquation(explanation: SumExplanation, options: SumOptions): SumEquation {
  const { done = explanation.terms.length, full, placeOf, positionOf, longest } = options;
  return {
    kind: 'sum',
    target: options.target ?? targetOf(explanation, placeOf),
    head: options.head ?? cellName(explanation.tensor, explanation.index),
    way: options.way,
    terms: explanation.terms,
    done,
    line: lineOf(explanation.terms, done, { full, ...(longest !== undefined && { longest }) }),
    placeOf,
    positionOf,
  };
}

function targetOf(explanation: Explanation, placeOf: SumOptions['placeOf']): Place {
  const place = placeOf(explanation.tensor, explanation.index);
  if (!place) throw new Error(`equation: ${explanation.tensor} is drawn in no grid`);
  return place;
}

const textOf = (part: ExpressionPart): string => (typeof part === 'string' ? part : part.text);

/**
 * The equation of any other arithmetic. The sign is = only if the printed left side, evaluated as printed, gives the
 * printed result.
 *
 * @param of.value the number that the core computed
 */
export function expressionEquation(of: {
  readonly head: string;
  readonly parts: readonly ExpressionPart[];
  readonly value: number;
  readonly full: boolean;
  readonly target?: Place | null;
  readonly unfinished?: boolean;
  /** Decimals of the result; default: as the page prints numbers. */
  readonly digits?: number;
}): ExpressionEquation {
  const { head, parts, value, full, target = null, unfinished, digits } = of;
  const result = printNumber(value, { full, ...(digits !== undefined && { digits }) });
  const [left, right] = [evaluate(parts.map(textOf).join('')), evaluate(result.text)];
  // Where all digits are shown, all of them count.
  const exact = full
    ? result.exact && sameNumber(left, right)
    : (result.exact || sameDecimal(value, right)) && sameDecimal(left, right);
  return {
    kind: 'expression',
    target,
    head,
    parts,
    value,
    sign: exact ? '=' : '≈',
    result: result.text,
    unfinished,
  };
}

/** The left side of an expression as it is printed. */
export const expressionLeft = ({ parts }: ExpressionEquation): string => parts.map(textOf).join('');
