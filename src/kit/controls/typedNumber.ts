import { printNumber } from '../../formula/numbers.ts';
import { readTyped } from '../../formula/typed/readTyped.ts';
import { noteText, problemText } from '../../formula/typed/typedText.ts';
import type { Language, Text } from '../../language/language.ts';

/** What is made of a typed number: the value that is taken (undefined: none), and what the reader is told of it. */
export interface Typed {
  readonly value: number | undefined;
  readonly note: Text | null;
}

/** One sentence in both languages. */
const said = (sentence: (language: Language) => string): Text => ({ en: sentence('en'), zh: sentence('zh') });

/**
 * Takes a typed number: outside of the range the nearest edge, between two whole numbers the nearer, and says so; also
 * why it is none, or that it was read otherwise than it was typed.
 *
 * @param whole only whole numbers are taken
 */
export function takeTyped(
  text: string,
  kept: number,
  [min, max]: readonly [number, number],
  whole: boolean,
): Typed {
  const typed = readTyped(text);
  const print = (value: number): string => printNumber(value).text;
  if ('problem' in typed) {
    const stays = { en: ` It stays ${print(kept)}.`, zh: `仍为 ${print(kept)}。` };
    return {
      value: undefined,
      note: said((language) => problemText(typed.problem, text, language) + stays[language]),
    };
  }
  const { value: number } = typed;
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
  const { note } = typed;
  return { value, note: note ? said((language) => noteText(note, text, print(number), language)) : null };
}
