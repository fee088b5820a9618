import type { Text } from '../../language/language.ts';
import type { ParamSpec } from '../../playback/parameters/spec.ts';
import { SIDE } from './centre.ts';

/*
 * A picture of 28 × 28 pixels as a text short enough for a link: the sixteen greys in which the digits are shipped. A
 * pixel is `0` (paper) to `f` (ink); `g` to `z` are 2 to 21 pixels of paper in a row, `G` to `Z` as many of ink.
 */

const PIXELS = SIDE * SIDE;
const STEP = 17;
const PAPER = 0;
const INK = 15;
/** The letter of a run of two, small and large; the longest run has the letter z. */
const RUNS = [
  [PAPER, 'g'],
  [INK, 'G'],
] as const;
const LONGEST = 21;

/** @param pixels 28 × 28 bytes, 255 where there is full ink */
export function packPixels(pixels: Uint8Array): string {
  const greys = Array.from(pixels, (byte) => Math.round(byte / STEP));
  let text = '';
  for (let i = 0; i < greys.length; ) {
    const grey = greys[i] as number;
    let end = i + 1;
    const first = RUNS.find(([of]) => of === grey)?.[1];
    while (first && end < greys.length && greys[end] === grey && end - i < LONGEST) end++;
    const run = end - i;
    text += first && run > 1 ? String.fromCharCode(first.charCodeAt(0) + run - 2) : grey.toString(16);
    i = end;
  }
  return text;
}

/** The bytes of such a text; null when it is none. */
export function unpackPixels(text: string): Uint8Array | null {
  if (text.length > PIXELS || !/^[0-9a-zA-Z]*$/.test(text)) return null;
  const pixels = new Uint8Array(PIXELS);
  let at = 0;
  for (const letter of text) {
    const [grey, run] = partOf(letter);
    if (Number.isNaN(grey) || at + run > PIXELS) return null;
    pixels.fill(grey * STEP, at, at + run);
    at += run;
  }
  return at === PIXELS ? pixels : null;
}

function partOf(letter: string): readonly [grey: number, run: number] {
  const code = letter.charCodeAt(0);
  for (const [grey, first] of RUNS) {
    const run = code - first.charCodeAt(0) + 2;
    if (run >= 2 && run <= LONGEST) return [grey, run];
  }
  return [/[0-9a-f]/.test(letter) ? Number.parseInt(letter, 16) : Number.NaN, 1];
}

/** Between the picture as the network is given it and, of a photograph, the same as it was taken. */
const BETWEEN = '.';

/** A given picture: as it was made ready, and as it came if that is another. */
export interface GivenPixels {
  readonly ready: Uint8Array;
  readonly plain: Uint8Array;
}

export const packGiven = ({ ready, plain }: GivenPixels): string =>
  ready === plain ? packPixels(ready) : [ready, plain].map(packPixels).join(BETWEEN);

/** The pictures of such a text; null when it is none. */
export function unpackGiven(text: string): GivenPixels | null {
  const [first = '', ...rest] = text.split(BETWEEN);
  const ready = unpackPixels(first);
  const plain = rest.length > 0 ? unpackPixels(rest[0] as string) : ready;
  return ready && plain && rest.length < 2 ? { ready, plain } : null;
}

/** A picture given by its pixels (`packPixels`, `packGiven`); '' while none is given. */
export function givenPixels(of: { readonly label: Text }): ParamSpec<string> {
  const isNone = (text: unknown): boolean => typeof text !== 'string' || unpackGiven(text) === null;
  return {
    label: of.label,
    control: 'cells',
    default: '',
    format: (value) => value,
    parse: (text) => (isNone(text) ? undefined : text),
    clamp: (value) => (isNone(value) ? '' : value),
  };
}
