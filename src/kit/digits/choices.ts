import type { Text } from '../../language/language.ts';
import { cells, choice } from '../../playback/parameters/spec.ts';
import { type Drawing, unpackStrokes } from './drawing.ts';

const WORDS = {
  digit: { en: 'Digit', zh: '数字' },
  drawing: { en: 'Drawing', zh: '手写' },
} as const;

/** The ten digits of the test set, as the options of a choice. */
export const DIGITS: Readonly<Record<string, Text>> = /* @__PURE__ */ Object.fromEntries(
  Array.from('0123456789', (digit) => [digit, { en: digit, zh: digit }]),
);

/** The parameters of a figure that takes a digit apart: one of the test set, or what the reader draws instead. */
export const digitParams = (first: number) => ({
  digit: choice({ label: WORDS.digit, options: DIGITS, default: String(first), look: 'menu' }),
  /** A drawing instead of the digit: see `packStrokes`. */
  strokes: cells({ label: WORDS.drawing, most: 2000, limit: 100 }),
});

/** What lies on the pad of such a figure. */
export const drawingOf = (digit: string, strokes: readonly number[] | null): Drawing =>
  strokes ? { sample: null, strokes: unpackStrokes(strokes) } : { sample: Number(digit), strokes: [] };
