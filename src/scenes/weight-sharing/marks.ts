import type { NetworkLine } from '../../kit/network/line.ts';
import { MarkBook } from '../../kit/scene/marks.ts';
import type { CellMark } from '../../kit/scene/view.ts';
import { type Place, placeAt } from '../../playback/place.ts';
import type { Layer } from './layer.ts';
import type { Change, SharingModel } from './model.ts';
import { INPUTS, LETTERS, OUTPUTS, WINDOW } from './parameters.ts';
import type { Asked } from './question.ts';
import { letterOf, placeOf, type Sum } from './sums.ts';

/** Near the output, where no two edges cross. */
const LABEL_AT = 1 - 1 / WINDOW;

/** What the picture speaks of. */
export interface Spoken {
  readonly layer: Layer;
  readonly sum: Sum;
  readonly asked: Asked | null;
  /** The cell that is asked for. */
  readonly place: Place | null;
  /** What has changed. */
  readonly change: Change | null;
  /** Terms of the sum that have been added. */
  readonly done: number;
  /** The edge that is being cut, and how far. */
  readonly cutting: { readonly o: number; readonly i: number; readonly fraction: number } | null;
}

/** Which cells stand out. */
export function marksOf({ layer, sum, asked, change, done, place }: Spoken): MarkBook {
  const marks = new MarkBook(placeOf);
  for (let o = 0; o < OUTPUTS; o++)
    for (let i = 0; i < INPUTS; i++) {
      const letter = letterOf(layer, o, i);
      if (!layer.connected(o, i)) marks.cell(placeAt('w', o, i), { kind: 'unread' });
      else if (letter >= 0) marks.cell(placeAt('w', o, i), { badge: LETTERS[letter], hue: letter });
    }
  for (const [u, letter] of LETTERS.entries()) {
    marks.cell(placeAt('shared', 0, u), { badge: letter, hue: u });
    marks.cell(placeAt('dshared', 0, u), { badge: `∂${letter}` });
  }
  const { tensor } = sum.explanation;
  const takesPart: CellMark = { kind: asked ? 'reached' : 'source' };
  for (const [n, { o, i }] of sum.edges.entries()) {
    if (n >= done) break;
    if (i >= 0) {
      marks.cell(placeAt('x', i), tensor === 'dx' ? { kind: 'target' } : takesPart);
      if (asked) marks.cell(placeAt('w', o, i), takesPart);
    } else if (asked) marks.cell(placeAt('b', o), takesPart);
    marks.cell(placeAt('y', o), tensor === 'y' ? { kind: 'target' } : takesPart);
    if (tensor !== 'y') marks.cell(placeAt('dy', o), takesPart);
  }
  if (change) {
    if (change.kind === 'cut') marks.cell(placeAt('w', change.o, change.i), { kind: 'active' });
    if (change.kind === 'share' || (change.kind === 'gradient' && change.o >= 0))
      marks.cell(placeAt('w', change.o, change.o + change.u), { kind: 'active' });
    if (change.kind === 'shareBias') marks.cell(placeAt('b', change.o), { kind: 'active' });
    if (change.kind === 'gradient') marks.cell(placeAt('dshared', 0, change.u), { kind: 'target' });
    if (change.kind === 'gradientBias') marks.cell(placeAt('db', 0), { kind: 'target' });
  }
  if (place && asked) marks.cell(place, { kind: 'target' });
  return marks;
}

/** All edges: how far each is there, which weight it uses, and whether it takes part. */
export function linesOf(
  { w }: SharingModel,
  { layer, sum, asked, done, change, cutting }: Spoken,
): NetworkLine[] {
  const lit = sum.edges.slice(0, done);
  return Array.from({ length: OUTPUTS * INPUTS }, (_, n) => {
    const [o, i] = [Math.floor(n / INPUTS), n % INPUTS];
    const isLit = lit.some((edge) => edge.o === o && edge.i === i);
    const isNow =
      (change?.kind === 'share' || change?.kind === 'gradient') && change.o === o && i === o + change.u;
    const fades = cutting?.o === o && cutting.i === i ? cutting.fraction : 0;
    const letter = letterOf(layer, o, i);
    return {
      from: placeAt('x', i),
      to: placeAt('y', o),
      weight: placeAt('w', o, i),
      value: w.at(o, i),
      state: asked ? (isLit ? 'source' : 'quiet') : isNow ? 'active' : isLit ? 'source' : 'idle',
      presence: layer.connected(o, i) ? 1 - fades : 0,
      label: letter >= 0 ? LETTERS[letter] : undefined,
      labelAt: LABEL_AT,
      hue: letter >= 0 ? letter : undefined,
    };
  });
}
