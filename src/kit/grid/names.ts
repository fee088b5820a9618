import { printNumber } from '../../formula/numbers.ts';
import type { Language } from '../../language/language.ts';
import type { GridFace } from './face.ts';
import type { Focus } from './keys.ts';

const WORDS = {
  cell: {
    en: (row: number, col: number) => `row ${row}, column ${col}`,
    zh: (row: number, col: number) => `第 ${row} 行第 ${col} 列`,
  },
  plane: { en: (plane: number) => `channel ${plane}, `, zh: (plane: number) => `第 ${plane} 通道` },
  empty: { en: 'not computed yet', zh: '尚未计算' },
  soFar: { en: 'so far', zh: '目前' },
} as const;

/** A cell's name without its number: its grid, its plane where there are several, its row and its column. */
export function placeName(
  name: string,
  language: Language,
  row: number,
  col: number,
  plane?: number,
): string {
  const where = plane === undefined ? '' : WORDS.plane[language](plane);
  return `${name} ${where}${WORDS.cell[language](row, col)}`;
}

/** What a cell of a face is called: its own name, or that of its plane or grid with its row and column. */
export function cellName(
  { spec, view }: Pick<GridFace, 'spec' | 'view'>,
  grid: string,
  language: Language,
  { plane, row, col }: Focus,
): string {
  const own = view.nameOf?.((plane * spec.rows + row) * spec.cols + col);
  if (own) return own[language];
  const named = spec.planeNames?.[plane];
  if (named) return placeName(named.name[language], language, row, col);
  return placeName(grid, language, row, col, (spec.planes ?? 1) > 1 ? plane : undefined);
}

/** What is said of a cell's number. */
export function spokenNumber(
  language: Language,
  full: boolean,
  value: number | undefined,
  partial: number | undefined,
): string {
  const number = value ?? partial;
  if (number === undefined) return WORDS.empty[language];
  return printNumber(number, { full }).text + (value === undefined ? ` ${WORDS.soFar[language]}` : '');
}
