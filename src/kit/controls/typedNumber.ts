import { printNumber, readNumber } from '../../formula/numbers.ts';
import type { Text } from '../../language/language.ts';

/** What is made of a typed number: the value that is taken (undefined: none), and what the reader is told of it. */
export interface Typed {
  readonly value: number | undefined;
  readonly note: Text | null;
}

/** How much of what is no number is said again. */
const LONGEST = 20;

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/**
 * Takes a typed number: outside of the range the nearest edge, between two whole numbers the nearer, and says so.
 *
 * @param whole only whole numbers are taken
 */
export function takeTyped(
  text: string,
  kept: number,
  [min, max]: readonly [number, number],
  whole: boolean,
): Typed {
  const number = readNumber(text);
  const print = (value: number): string => printNumber(value).text;
  if (number === undefined) {
    const what = shortened(text.trim());
    return {
      value: undefined,
      note: {
        en: `“${what}” is not a number; it stays ${print(kept)}.`,
        zh: `“${what}”不是数字，仍为 ${print(kept)}。`,
      },
    };
  }
  const value = Math.min(max, Math.max(min, whole ? Math.round(number) : number));
  const [low, high, taken] = [print(min), print(max), print(value)];
  if (number < min || number > max)
    return {
      value,
      note: {
        en: `Only ${low} to ${high} fit here: ${taken} was taken.`,
        zh: `此处只能取 ${low} 到 ${high}，已取 ${taken}。`,
      },
    };
  if (value !== number)
    return {
      value,
      note: {
        en: `Only whole numbers fit here: ${taken} was taken.`,
        zh: `此处只能取整数，已取 ${taken}。`,
      },
    };
  return { value, note: null };
}
