/*
 * How wide a text is in the figures' face: Inter of weight 400 with table digits, and a Chinese face beside it, in ems.
 * Kerning is left out: it mostly brings letters nearer. tests/e2e/captions.spec.ts holds the sum against the browser.
 */

/** The advance of each sign, in thousandths of an em. */
const INTER: readonly (readonly [number, string])[] = [
  [242, 'ijlíìïî'],
  [261, '‘’'],
  [269, ' ,.:;I\u00a0'],
  [288, '!·'],
  [300, "'"],
  [323, '`'],
  [327, 't'],
  [333, '|'],
  [360, '/\\'],
  [370, 'f'],
  [376, 'r'],
  [391, '()[]{}'],
  [440, '“”'],
  [442, '²'],
  [446, '³'],
  [456, '_°'],
  [466, '"'],
  [471, '^'],
  [500, '–'],
  [511, '?'],
  [528, 's'],
  [546, 'x'],
  [549, 'k'],
  [552, 'z'],
  [562, 'avyáàâäåãý'],
  [565, 'L'],
  [568, '§'],
  [571, 'Jcç'],
  [583, 'eéèêë«»'],
  [586, 'µ'],
  [590, 'F'],
  [591, 'hnuñúùûü'],
  [600, 'oóòôöø'],
  [601, 'EÉ'],
  [612, 'bdpq'],
  [613, 'g'],
  [616, 'ß'],
  [629, 'Z'],
  [633, '#'],
  [639, 'P'],
  [642, '$S'],
  [644, '&R'],
  [646, 'T'],
  [648, '*+-0123456789<=>~±×÷−'],
  [654, 'B'],
  [672, 'K'],
  [679, 'Y'],
  [682, 'X'],
  [690, 'AV'],
  [722, 'D'],
  [730, 'C'],
  [743, 'H'],
  [744, 'UÜ'],
  [746, 'G'],
  [753, 'N'],
  [765, 'OQÖ'],
  [802, '¼'],
  [818, 'w'],
  [834, '↑↓'],
  [847, '½'],
  [864, '…'],
  [876, 'm'],
  [882, '¾'],
  [903, 'M'],
  [914, '©'],
  [917, 'æ'],
  [966, '@'],
  [982, '%'],
  [985, 'W'],
  [1000, '—←→'],
];

const ADVANCES = new Map(INTER.flatMap(([width, signs]) => [...signs].map((sign) => [sign, width / 1000])));

/** Greek, indices, raised signs and modifiers, which come from another face on each system. */
const NARROW = /[\u0370-\u03ff\u2070-\u209f\u02b0-\u036f\u1d00-\u1dff\u2032\u2033⌊⌋⌈⌉]/;

/** A sign that Inter lacks counts as a Chinese one, which is square. */
const advance = (sign: string): number => ADVANCES.get(sign) ?? (NARROW.test(sign) ? 0.65 : 1);

/** The width of a text in ems. */
export const textWidth = (text: string): number => [...text].reduce((sum, sign) => sum + advance(sign), 0);

/** No line begins with these, and none ends with those. */
const CLOSING = /[，。：；、）”’！？,.;:)\]!?%…—]/;
const OPENING = /[（“‘(]/;
const CHINESE = /[\u2e80-\u9fff\uff00-\uffef]/;

/** The parts of a text that a line keeps together, with the spaces behind them. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  const signs = [...text];
  for (const [i, sign] of signs.entries()) {
    part += sign;
    const next = signs[i + 1];
    if (next === undefined || next === ' ' || CLOSING.test(next) || OPENING.test(sign)) continue;
    if (sign === ' ' || CHINESE.test(sign) || CHINESE.test(next)) {
      parts.push(part);
      part = '';
    }
  }
  return part === '' ? parts : [...parts, part];
}

/** How many lines of so many ems a text takes. */
export function linesOf(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const part of partsOf(text)) {
    if (used > 0 && used + textWidth(part.trimEnd()) > width) {
      lines++;
      used = 0;
    }
    used += textWidth(part);
  }
  return lines;
}
