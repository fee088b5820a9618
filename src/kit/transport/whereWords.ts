import type { Language, Text } from '../../language/language.ts';
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

/** Its cell, counted from 1. Stretches of a single step each, one behind the other in a direction, are counted themselves. */
function cellIs({ stretches }: Track, moment: Moment): { readonly cell: number; readonly cells: number } {
  const { stretch } = moment;
  if (stretch.steps > 1) return { cell: whereIs(moment).cell, cells: stretch.cells };
  const alike = stretches.filter(({ steps, direction }) => steps === 1 && direction === stretch.direction);
  return { cell: alike.findIndex(({ id }) => id === stretch.id) + 1, cells: alike.length };
}

const CELL: Text = { en: 'cell', zh: '格' };
const TERM: Text = { en: 'term', zh: '项' };

/** Where a position stands: `cell 8 of 25 · product 6 of 9`; at the end, that all steps are done. */
export function whereWords(track: Track, moment: Moment, language: Language): readonly WherePart[] {
  const { total } = track;
  const strong = (n: number): WherePart => ({ text: String(n), strong: true });
  if (moment.position >= total)
    return language === 'en'
      ? [{ text: 'all' }, strong(total), { text: 'steps done' }]
      : [{ text: '全部' }, strong(total), { text: '步已完成' }];
  const { terms, cellWord = CELL, termWord = TERM, lastTerm } = moment.stretch;
  const { term } = whereIs(moment);
  const { cell, cells } = cellIs(track, moment);
  const inCell = termsOf(moment.stretch, moment.cell);
  const counted = lastTerm ? inCell - 1 : inCell;
  const ofCells =
    language === 'en'
      ? [{ text: cellWord.en }, strong(cell), { text: `of ${cells}` }]
      : [{ text: '第' }, strong(cell), { text: `${cellWord.zh}，共 ${cells}` }];
  const countedTerms =
    language === 'en'
      ? [{ text: termWord.en }, strong(term), { text: `of ${counted}` }]
      : [{ text: '第' }, strong(term), { text: `${termWord.zh}，共 ${counted}` }];
  const ofTerms = lastTerm && term > counted ? [{ text: lastTerm[language], strong: true }] : countedTerms;
  if (terms === 1) return ofCells;
  return moment.stretch.cells === 1 ? ofTerms : [...ofCells, { text: '·' }, ...ofTerms];
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
