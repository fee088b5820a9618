/** A number as the page prints it. */
export interface Printed {
  readonly text: string;
  /** No digit was dropped: the text is the number. */
  readonly exact: boolean;
}

/** The true minus sign; a hyphen is too short to be seen at small sizes. */
export const MINUS = '−';

const withMinus = (text: string): string => text.replaceAll('-', MINUS);

/** Numbers from this size on, or below its inverse, are written with an exponent. */
const LARGE = 1e7;
const SMALL = 1e-4;

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
    return { text: withMinus(String(value === 0 ? 0 : value)), exact: true };
  const text =
    size >= LARGE || size < SMALL
      ? value.toExponential(2).replace('e+', 'e')
      : String(Number(value.toFixed(size < 0.1 ? digits + 1 : digits)));
  return { text: withMinus(text), exact: Number(text) === value };
}

/** Reads a number that a person typed: real minus, decimal comma, a fraction such as 1/9. */
export function readNumber(text: string): number | undefined {
  // Full-width digits, signs and points are what a Chinese keyboard writes.
  const plain = text.normalize('NFKC').trim().replaceAll(MINUS, '-').replace(',', '.');
  const fraction = /^(-?\d+(?:\.\d+)?)\s*\/\s*(\d+(?:\.\d+)?)$/.exec(plain);
  if (fraction) {
    const value = Number(fraction[1]) / Number(fraction[2]);
    return Number.isFinite(value) ? value : undefined;
  }
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain)) return undefined;
  return Number(plain);
}
