import type { Factor, Term } from '../explain/explanation.ts';
import { type Printed, printNumber } from './numbers.ts';

/** One product of the line, ready to be printed: its factors as texts, and its own value. */
export interface PrintedTerm {
  readonly factors: readonly (Factor & { readonly text: string })[];
  readonly value: number;
}

/**
 * A line of arithmetic that closes: the printed operands, evaluated from left to right, give the
 * printed result, or the sign is ≈.
 */
export interface Line {
  /** Sum of the terms that are not printed because the line would be too long. */
  readonly before: Printed | null;
  /** How many terms that sum has. */
  readonly beforeCount: number;
  readonly terms: readonly PrintedTerm[];
  /** Products that are still to come. */
  readonly pending: readonly PrintedTerm[];
  readonly sign: '=' | '≈';
  readonly result: Printed;
  readonly value: number;
}

/** A longer line keeps its last products and puts the sum of the others in front. */
const LONGEST = 30;

const sum = (terms: readonly Term[]): number => terms.reduce((total, term) => total + term.value, 0);

/**
 * The line of a sum of which `done` terms have been added.
 *
 * The value is added up in the order of the core's loops, so that in full precision the printed
 * line, re-evaluated in doubles, gives exactly the printed result.
 */
export function lineOf(
  terms: readonly Term[],
  done: number = terms.length,
  options: { full?: boolean; longest?: number } = {},
): Line {
  const { full = false, longest = LONGEST } = options;
  const print = (value: number): Printed => printNumber(value, { full });
  const printTerm = (term: Term): PrintedTerm => ({
    value: term.value,
    factors: term.factors.map((factor) => ({ ...factor, text: print(factor.value).text })),
  });
  const from = done > longest ? done - longest : 0;
  const before = from > 0 ? print(sum(terms.slice(0, from))) : null;
  const shown = terms.slice(from, done);
  const value = sum(terms.slice(0, done));
  const result = print(value);
  // Rounded or not, its operands come to the same ∞.
  const exact =
    !Number.isFinite(value) ||
    (result.exact &&
      (before?.exact ?? true) &&
      shown.every((term) => term.factors.every((factor) => print(factor.value).exact)));
  return {
    before,
    beforeCount: from,
    terms: shown.map(printTerm),
    pending: terms.slice(done, done + longest).map(printTerm),
    sign: exact ? '=' : '≈',
    result,
    value,
  };
}

/** A negative operand stands in parentheses. */
export const operand = (text: string): string => (text.startsWith('−') ? `(${text})` : text);

const termText = (term: PrintedTerm): string =>
  term.factors.map((factor) => operand(factor.text)).join(' × ');

/** The line as plain text: `1 × 2 + (−1) × 3 + 0.5 = −0.5`. An empty sum is `0 = 0`. */
export function lineText(line: Line): string {
  const parts = [...(line.before ? [operand(line.before.text)] : []), ...line.terms.map(termText)];
  return `${parts.length ? parts.join(' + ') : '0'} ${line.sign} ${line.result.text}`;
}
