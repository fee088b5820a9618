const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A tick of a logarithmic axis, by its exponent: `10⁻³`. Between whole exponents nothing is written. */
export function powerText(exponent: number): string {
  if (!Number.isInteger(exponent)) return '';
  const digits = String(Math.abs(exponent)).replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)] as string);
  return `10${exponent < 0 ? '⁻' : ''}${digits}`;
}
