import { printNumber, readNumber } from '../../formula/numbers.ts';

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

/** `h1` as it is printed: h₁. */
export const nodeName = (name: string): string =>
  name.replace(/\d/g, (digit) => SUBSCRIPTS[Number(digit)] as string);

/** `h1` as it is typeset. */
export const nodeTex = (name: string): string => name.replace(/\d+/, '_{$&}');

/** At most five signs: what a cell of a phone holds. An eighth is printed as it is. */
export function shortText(value: number): string {
  const size = Math.abs(value);
  if (size > 0 && size < 0.005) return '≈0';
  const { text: exact } = printNumber(Number(value.toPrecision(12)));
  if (exact.length <= 5 && Math.abs(readNumber(exact) ?? Number.NaN) === Number(size.toPrecision(12)))
    return exact;
  for (const digits of [2, 1, 0]) {
    const { text } = printNumber(value, { digits });
    if (text.length <= 5) return text;
  }
  return value.toExponential(0).replace('e+', 'e').replace('-', '−');
}
