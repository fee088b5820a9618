import type {
  Explanation,
  Factor,
  FunctionExplanation,
  SumExplanation,
  Term,
} from '../../explain/explanation.ts';
import { operand } from '../../formula/arithmetic.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { Place } from '../../playback/place.ts';
import type { ChosenActivation } from '../activation/functions.ts';
import { slopeParts, valueParts } from '../activation/lines.ts';
import { expressionEquation, sumEquation } from '../scene/equations.ts';
import type { Equation, ExpressionPart } from '../scene/view.ts';

interface LineOptions {
  readonly full: boolean;
  /** Terms of a sum that have been added; default: all. */
  readonly done?: number;
  readonly head: string;
  readonly target: Place | null;
  placeOf(tensor: string, index: readonly number[]): Place | null;
  positionOf?: ((count: number) => number) | undefined;
  readonly activation: ChosenActivation;
  /** What stands in an exponential: a number of the input, less the largest of its row. */
  exponentAt(index: readonly number[]): { readonly score: number; readonly top: number };
}

/** What the intermediate numbers of an explanation are called in front of their own line. */
const HEADS: Readonly<Record<string, string>> = {
  max: 'm',
  'log total': 'ln Σ',
  'log p': 'ln q',
  'p − target': 'q − t',
  'x − target': 'x − t',
  'centred dy': '∂y − …',
  'Σ dy': 'Σ∂y',
  'dy − Σ dy·y': '∂q − Σ',
  x̂: 'x̂',
  y: 'L₀',
};

const MINUS_ONE = 'constant';
const COUNT_SHARE = '1/count';
const POWER = /^exp\(/;

/** Any explanation as a line of arithmetic that closes. */
export function equationOf(of: Explanation, options: LineOptions): Equation {
  const { full, head, target, placeOf } = options;
  const text = (value: number): string => printNumber(value, { full }).text;
  const linked = (factor: Factor, asOperand = false): ExpressionPart => {
    const printed = text(factor.value);
    return { text: asOperand ? operand(printed) : printed, place: placeOf(factor.tensor, factor.index) };
  };
  const line = (parts: readonly ExpressionPart[]): Equation =>
    expressionEquation({ head, parts, value: of.value, full, target });
  switch (of.kind) {
    case 'choice':
      return line([
        'max(',
        ...separated(
          of.candidates.map((one) => [linked(one)]),
          ', ',
        ),
        ')',
      ]);
    case 'function':
      return line(functionParts(of, options, linked));
    case 'ratio': {
      const above = sumParts(of.numerator, options, linked);
      const below = sumParts(of.denominator, options, linked);
      const wrap = (parts: readonly ExpressionPart[], many: boolean): ExpressionPart[] =>
        many ? ['(', ...parts, ')'] : [...parts];
      return line([
        ...wrap(above, of.numerator.length > 1),
        ' / ',
        ...wrap(below, of.denominator.length > 1),
      ]);
    }
    default:
      return isProductSum(of) && target && of.terms.length > 0
        ? sumEquation(of, {
            ...{ full, head, target, placeOf },
            ...(options.done !== undefined && { done: options.done }),
            positionOf: options.positionOf,
          })
        : line(of.terms.length === 0 ? ['0'] : sumParts(of.terms, options, linked));
  }
}

/** Plain sums of products are lines that can be stepped through; differences and shares are written as such. */
export const isProductSum = ({ terms }: SumExplanation): boolean =>
  !terms.some(({ factors }) => factors.some(({ tensor }) => tensor === MINUS_ONE || tensor === COUNT_SHARE));

type Linked = (factor: Factor, asOperand?: boolean) => ExpressionPart;

const separated = (parts: readonly ExpressionPart[][], by: string): ExpressionPart[] =>
  parts.flatMap((part, i) => (i > 0 ? [by, ...part] : part));

function sumParts(terms: readonly Term[], options: LineOptions, linked: Linked): ExpressionPart[] {
  return terms.flatMap((term, i): ExpressionPart[] => {
    const negative =
      term.factors[0]?.tensor === MINUS_ONE && term.factors[0].value === -1 && term.factors.length > 1;
    const factors = negative ? term.factors.slice(1) : term.factors;
    const sign = i === 0 ? (negative ? '−' : '') : negative ? ' − ' : ' + ';
    return [
      ...(sign === '' ? [] : [sign]),
      ...productParts(factors, options, linked, i > 0 || factors.length > 1 || negative),
    ];
  });
}

function productParts(
  factors: readonly Factor[],
  { full, placeOf, exponentAt }: LineOptions,
  linked: Linked,
  asOperand: boolean,
): ExpressionPart[] {
  const text = (value: number): string => printNumber(value, { full }).text;
  return factors.flatMap((factor, i): ExpressionPart[] => {
    if (factor.tensor === COUNT_SHARE) return [` / ${Math.round(1 / factor.value)}`];
    const joined = i > 0 ? [' × '] : [];
    if (!POWER.test(factor.tensor)) return [...joined, linked(factor, asOperand)];
    const { score, top } = exponentAt(factor.index);
    const place = placeOf('x', factor.index);
    return [...joined, 'exp(', { text: text(score), place }, ` − ${operand(text(top))})`];
  });
}

/** A function of one number, or its slope times the gradient that arrives. */
function functionParts(
  { name, argument, result, upstream }: FunctionExplanation,
  { full, activation, placeOf }: LineOptions,
  linked: Linked,
): ExpressionPart[] {
  if (name === 'sqrt' || name === 'log') return [`${name === 'log' ? 'ln' : 'sqrt'}(`, linked(argument), ')'];
  const shown = { full, place: placeOf(argument.tensor, argument.index) };
  if (!upstream) return valueParts(activation, argument.value, shown);
  const slope = operand(printNumber(result, { full }).text);
  return [linked(upstream, true), ` × ${slope}`];
}

/** The slope of an activation function at the number that went in, as a line of its own. */
export function slopeEquation(of: Explanation, options: LineOptions): Equation | null {
  if (of.kind !== 'function' || !of.upstream) return null;
  const { full, activation, placeOf } = options;
  const { argument, result } = of;
  return expressionEquation({
    head: `φ′(${printNumber(argument.value, { full }).text})`,
    parts: slopeParts(activation, argument.value, { full, place: placeOf(argument.tensor, argument.index) }),
    value: result,
    full,
  });
}

/** What an intermediate number of the line is made of: the one that says most. */
export function detailOf({ via, ...of }: Explanation): Explanation | null {
  if (!via || via.length === 0) return null;
  if (of.kind === 'sum' && of.terms.length === via.length) {
    const sizes = of.terms.map(({ value }) => Math.abs(value));
    return via[sizes.indexOf(Math.max(...sizes))] ?? null;
  }
  return via.findLast(({ kind }) => kind === 'sum') ?? via.at(-1) ?? null;
}

/** What stands before the equals sign of such a line. */
export const detailHead = ({ tensor }: Explanation): string =>
  Object.hasOwn(HEADS, tensor) ? (HEADS[tensor] as string) : tensor;
