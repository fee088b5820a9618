/** The first of ten digits in a row: Arabic, Persian, Devanagari. */
const ZEROS = [0x0660, 0x06f0, 0x0966];

/** Letters at full width (！ to ～) lie this far behind their plain forms. */
const FULL_WIDTH = 0xfee0;

/** What stands for a sign of a number: what input methods, word processors and this page write. */
const SIGNS: readonly (readonly [plain: string, others: string])[] = [
  ['-', '−–—‐‑‒―ーｰ﹣˗'],
  ['.', '。｡٫'],
  [',', '،٬'],
  ["'", '’‘ʼ'],
  ['/', '⁄∕÷'],
  ['×', '*·⋅✕xX'],
];

const PLAIN = new Map(SIGNS.flatMap(([plain, others]) => Array.from(others, (other) => [other, plain])));

/** Marks that set the direction of writing, and spaces without width: copied along, seen by nobody. */
const UNSEEN = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

function plainLetter(letter: string): string {
  const code = letter.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return plainLetter(String.fromCharCode(code - FULL_WIDTH));
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  if (zero !== undefined) return String(code - zero);
  return PLAIN.get(letter) ?? (/\s/.test(letter) ? ' ' : letter);
}

/** A text with the digits, signs and spaces of ASCII in the place of all others; what else there is stays. */
export const plainText = (text: string): string =>
  Array.from(text.replace(UNSEEN, ''), plainLetter).join('').trim();

/** Does a key begin a number? */
export const opensNumber = (key: string): boolean => /^[-+.\d]$/.test(plainText(key));
