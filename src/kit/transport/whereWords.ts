import type { Language } from '../../language/language.ts';
import { type Moment, momentAt, type Track, termsOf } from '../../playback/track.ts';

/** A piece of a sentence that stands out or not. */
export interface WherePart {
  readonly text: string;
  readonly strong?: boolean;
}

/** The cell and the term that are being made, counted from 1: those of the step under way, if one is. */
export function whereIs(moment: Moment): { readonly cell: number; readonly term: number } {
  const { cell, done, fraction } = moment;
  return { cell: cell + 1, term: fraction > 0 ? done + 1 : done };
}

/** Where a position stands: `cell 8 of 25 · term 6 of 10`; at the end, that all steps are done. */
export function whereWords(track: Track, moment: Moment, language: Language): readonly WherePart[] {
  const { total } = track;
  const strong = (n: number): WherePart => ({ text: String(n), strong: true });
  if (moment.position >= total)
    return language === 'en'
      ? [{ text: 'all' }, strong(total), { text: 'steps done' }]
      : [{ text: '全部' }, strong(total), { text: '步已完成' }];
  const { cells, terms } = moment.stretch;
  const ofCell = termsOf(moment.stretch, moment.cell);
  const { cell, term } = whereIs(moment);
  const [ofCells, ofTerms] =
    language === 'en'
      ? [
          [{ text: 'cell' }, strong(cell), { text: `of ${cells}` }],
          [{ text: 'term' }, strong(term), { text: `of ${ofCell}` }],
        ]
      : [
          [{ text: '第' }, strong(cell), { text: `格，共 ${cells}` }],
          [{ text: '第' }, strong(term), { text: `项，共 ${ofCell}` }],
        ];
  if (terms === 1) return ofCells;
  return cells === 1 ? ofTerms : [...ofCells, { text: '·' }, ...ofTerms];
}

/** The same as one text, with the stretch's name where there are several. */
export function whereText(track: Track, position: number, language: Language): string {
  const moment = momentAt(track, position);
  const { name } = moment.stretch;
  const text = whereWords(track, moment, language)
    .map((part) => part.text)
    .join(' ');
  if (track.stretches.length < 2) return text;
  return language === 'en' ? `${name.en}: ${text}` : `${name.zh}：${text}`;
}
