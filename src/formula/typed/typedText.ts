import type { Language } from '../../language/language.ts';
import type { TypedNote, TypedProblem } from './readTyped.ts';

/** So much of what was typed is said again. */
const LONGEST = 20;

/** What was typed, in quotation marks, cut where it is long. */
const quoted = (typed: string): string =>
  `“${typed.length > LONGEST ? `${typed.slice(0, LONGEST)}…` : typed.trim()}”`;

type Sentences<Key extends string> = Readonly<Record<Key, (typed: string, taken: string) => string>>;

const PROBLEMS: Readonly<Record<Language, Sentences<TypedProblem>>> = {
  en: {
    nothing: () => 'Nothing was typed.',
    noNumber: (typed) => `${typed} is not a number.`,
    decimalComma: (typed) =>
      `${typed} was not taken: the decimal mark here is a point, and a comma only separates thousands.`,
    groups: (typed) => `${typed} was not taken: a group of digits has three digits.`,
    points: (typed) => `${typed} was not taken: a number has one decimal point.`,
    tooLarge: (typed) => `${typed} was not taken: it is larger than any number of 64 bits.`,
    tooSmall: (typed) => `${typed} was not taken: it is closer to 0 than any number of 64 bits.`,
    overZero: (typed) => `${typed} was not taken: nothing can be divided by 0.`,
  },
  zh: {
    nothing: () => '没有输入任何内容。',
    noNumber: (typed) => `${typed}不是一个数。`,
    decimalComma: (typed) => `${typed}没有采用：这里的小数点写作“.”，逗号只用来分隔千位。`,
    groups: (typed) => `${typed}没有采用：分隔开的数字每组须为三位。`,
    points: (typed) => `${typed}没有采用：一个数只有一个小数点。`,
    tooLarge: (typed) => `${typed}没有采用：它超出了 64 位浮点数的范围。`,
    tooSmall: (typed) => `${typed}没有采用：它太接近 0，64 位浮点数表示不了。`,
    overZero: (typed) => `${typed}没有采用：不能除以 0。`,
  },
};

const NOTES: Readonly<Record<Language, Sentences<TypedNote>>> = {
  en: {
    grouped: (typed, taken) => `${typed} was read as ${taken}.`,
    rounded: (typed, taken) => `${typed} was rounded to ${taken}.`,
  },
  zh: {
    grouped: (typed, taken) => `${typed}读作 ${taken}。`,
    rounded: (typed, taken) => `${typed}已舍入为 ${taken}。`,
  },
};

/** One sentence: why what was typed is no number. */
export const problemText = (problem: TypedProblem, typed: string, language: Language): string =>
  PROBLEMS[language][problem](quoted(typed), '');

/** One sentence: which number was taken for what was typed. */
export const noteText = (note: TypedNote, typed: string, taken: string, language: Language): string =>
  NOTES[language][note](quoted(typed), taken);

/** One sentence: a number lay outside of what fits, and another was taken. */
export const takenText = (typed: string, taken: string, language: Language): string =>
  language === 'en'
    ? `${quoted(typed)} does not fit here: ${taken} was taken.`
    : `${quoted(typed)}超出了这里的范围，已取 ${taken}。`;
