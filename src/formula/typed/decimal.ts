import type { Typed, TypedProblem } from './readTyped.ts';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Times ten to a power, raised (`× 10⁻⁵`) or with ^; alone, too. */
const POWER = /^(.*?)(?:(^|[-+])|×\s*)10(?:\^\s*\{?([-+]?\d+)\}?|([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))$/;

const lowered = (raised: string): string =>
  Array.from(raised, (letter) =>
    letter === '⁻' ? '-' : letter === '⁺' ? '+' : String(RAISED.indexOf(letter)),
  ).join('');

/** The same number with its power of ten written as an exponent. */
function withExponent(text: string): string {
  const match = POWER.exec(text);
  if (!match) return text;
  const [, before = '', sign, caret, raised = ''] = match;
  const mantissa = before.trim() + (sign === undefined ? '' : `${sign}1`);
  return `${mantissa}e${caret ?? lowered(raised)}`;
}

/** A number without a fraction, in ASCII: sign, digits with separators and a point, exponent. */
export function readDecimal(text: string): Typed {
  const match = /^([-+]?)\s*([\d.,' ]*\d[\d.,' ]*?)(?:e([-+]?\d+))?$/i.exec(withExponent(text));
  if (!match) return { problem: 'noNumber' };
  const [, sign = '', body = '', exponent = '0'] = match;
  const digits = digitsOf(body);
  if (typeof digits !== 'string') return digits;
  const size = Number(`${digits}e${exponent}`);
  if (!Number.isFinite(size)) return { problem: 'tooLarge' };
  if (size === 0 && /[1-9]/.test(digits)) return { problem: 'tooSmall' };
  const value = sign === '-' && size > 0 ? -size : size;
  if (significant(digits, exponent) !== significant(...(String(size).split('e') as [string, string?])))
    return { value, note: 'rounded' };
  return digits === body ? { value } : { value, note: 'grouped' };
}

/** Digits and a point alone; or why the separators between them cannot be understood. */
function digitsOf(body: string): string | { readonly problem: TypedProblem } {
  const [whole = '', decimals = '', ...more] = body.split('.');
  if (more.length > 0) return { problem: 'points' };
  const separators = new Set(whole.replace(/\d/g, ''));
  const [separator = ''] = separators;
  if (separator === '' && /^\d*$/.test(decimals)) return body;
  const groups = whole.split(separator);
  const fit = /^[1-9]\d{0,2}$/.test(groups[0] as string) && groups.slice(1).every((g) => /^\d{3}$/.test(g));
  if (separators.size === 1 && fit && /^\d*$/.test(decimals))
    return groups.join('') + (decimals ? `.${decimals}` : '');
  return { problem: /^[\d.]*,[\d.]*$/.test(body) ? 'decimalComma' : 'groups' };
}

/** The digits that count and their power of ten: the same for `0.10`, `.1` and `1e-1`. */
function significant(digits: string, exponent = '0'): string {
  const [whole = '', decimals = ''] = digits.split('.');
  const all = (whole + decimals).replace(/^0+/, '');
  const short = all.replace(/0+$/, '');
  return short && `${short}e${Number(exponent) - decimals.length + all.length - short.length}`;
}
