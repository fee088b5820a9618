import { printNumber } from '../../formula/numbers.ts';

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
  const exact = printNumber(value);
  if (exact.exact && exact.text.length <= 5) return exact.text;
  for (const digits of [2, 1, 0]) {
    const { text } = printNumber(value, { digits });
    if (text.length <= 5) return text;
  }
  return value.toExponential(0).replace('e+', 'e').replace('-', '−');
}
