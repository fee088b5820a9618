import { readTyped } from './typed/readTyped.ts';

/** A number as the page prints it. */
export interface Printed {
  readonly text: string;
  /** No digit was dropped: the text is the number. */
  readonly exact: boolean;
}

/** The true minus sign; a hyphen is too short to be seen at small sizes. */
export const MINUS = '−';

const withMinus = (text: string): string => text.replaceAll('-', MINUS);

/** Made once: to make one takes longer than to write a hundred numbers with it. */
const GROUPED = new Intl.NumberFormat('en-US');

/** A whole number in a sentence: `73,728`; up to four digits stand without a comma. */
export const thousands = (n: number): string => (Math.abs(n) < 10_000 ? String(n) : GROUPED.format(n));

/** Numbers from this size on, or below its inverse, are written with an exponent. */
const LARGE = 1e7;
const SMALL = 1e-4;

/** A small number keeps digits that count: 0.0123, and 0.000123. Cells ask for two decimals and have no room for more. */
const moreDecimals = (size: number, digits: number): number =>
  size < 0.001 && digits > 2 ? 3 : size < 0.1 ? 1 : 0;

/**
 * Prints a number with at most `digits` decimals (default 3), or in full: then the text read back is
 * the same double. Negative zero prints as 0.
 */
export function printNumber(value: number, options: { digits?: number; full?: boolean } = {}): Printed {
  const { digits = 3, full = false } = options;
  if (Number.isNaN(value)) return { text: 'NaN', exact: true };
  if (!Number.isFinite(value)) return { text: value > 0 ? '∞' : `${MINUS}∞`, exact: true };
  const size = Math.abs(value);
  if (full || (Number.isInteger(value) && size < LARGE))
    return { text: withMinus(String(value === 0 ? 0 : value).replace('e+', 'e')), exact: true };
  const text =
    size >= LARGE || size < SMALL
      ? value.toExponential(2).replace('e+', 'e')
      : String(Number(value.toFixed(digits + moreDecimals(size, digits))));
  return { text: withMinus(text), exact: Number(text) === value };
}

/** The text of a number in TeX: a hyphen for the minus, a power of ten for the exponent. */
export const numberTex = (text: string): string =>
  text.replaceAll(MINUS, '-').replace(/e(-?\d+)$/, ' \\cdot 10^{$1}');

/** The text alone: three decimals at most. */
export const numberText = (value: number): string => printNumber(value).text;

/**
 * The text with which a field begins. It is not always the text that the page prints beside it: that one drops
 * digits, this one is the number in full, so that a field left as it is changes nothing. `readTyped` gives back
 * exactly `value` (negative zero as 0).
 */
export const prefillText = (value: number): string => printNumber(value, { full: true }).text;

/** The number that a person typed, undefined if it is none; `readTyped` says why. */
export function readNumber(text: string): number | undefined {
  const typed = readTyped(text);
  return 'value' in typed ? typed.value : undefined;
}
