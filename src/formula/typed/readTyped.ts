import { readDecimal } from './decimal.ts';
import { plainText } from './plainText.ts';

/** Why what was typed is no number. */
export type TypedProblem =
  | 'nothing'
  | 'noNumber'
  | 'decimalComma'
  | 'groups'
  | 'points'
  | 'tooLarge'
  | 'tooSmall'
  | 'overZero';

/** What the reader is told although it is one: separators were read as such; a double has fewer digits. */
export type TypedNote = 'grouped' | 'rounded';

/** What was typed: a finite number, or why it is none. */
export type Typed =
  | { readonly value: number; readonly note?: TypedNote }
  | { readonly problem: TypedProblem };

/** No number that anybody types is longer. */
const LONGEST = 400;

/**
 * Reads a number that a person typed. All that the page prints can be typed back.
 *
 * - The decimal mark is a point, in both languages. A comma only separates thousands: `1,000` is 1000, and `1,5` is
 *   refused, because whoever means one and a half would write `1,250` for one and a quarter.
 * - Thousands may also be parted by spaces or apostrophes: `1 000`, `1'000`. `1.000` is 1.
 * - An exponent: `1e-3`, `1.00e−5`, `1.00 × 10⁻⁵`, `10^-5`. A fraction: `1/9`. A negative number in parentheses.
 * - Digits and signs of input methods: `－１。５`, `ー1`, `–1`, `١`.
 */
export function readTyped(text: string): Typed {
  const whole = plainText(text);
  if (whole === '') return { problem: 'nothing' };
  if (whole.length > LONGEST) return { problem: 'noNumber' };
  const plain = /^\(\s*(-.*)\)$/.exec(whole)?.[1] ?? whole;
  const [above = '', below, ...more] = plain.split('/').map((part) => part.trim());
  if (below === undefined) return readDecimal(above);
  if (more.length > 0) return { problem: 'noNumber' };
  return divide(readDecimal(above), readDecimal(below));
}

function divide(above: Typed, below: Typed): Typed {
  if ('problem' in above) return above;
  if ('problem' in below) return below;
  if (below.value === 0) return { problem: 'overZero' };
  const value = above.value / below.value;
  if (!Number.isFinite(value)) return { problem: 'tooLarge' };
  if (value === 0 && above.value !== 0) return { problem: 'tooSmall' };
  const note = above.note ?? below.note;
  return note ? { value, note } : { value };
}
