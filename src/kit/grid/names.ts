import { printNumber } from '../../formula/numbers.ts';
import type { Language, Text } from '../../language/language.ts';
import type { GridFace } from './face.ts';
import type { Focus } from './keys.ts';

const WORDS = {
  cell: {
    en: (row: number, col: number) => `row ${row}, column ${col}`,
    zh: (row: number, col: number) => `第 ${row} 行第 ${col} 列`,
  },
  empty: { en: 'not computed yet', zh: '尚未计算' },
  soFar: { en: 'so far', zh: '目前' },
} as const;

/** An axis of which the planes of a grid are numbered. */
export interface PlaneAxis {
  readonly name: Text;
  readonly size: number;
}

const CHANNELS: PlaneAxis = { name: { en: 'channel', zh: '通道' }, size: Number.POSITIVE_INFINITY };

/** The numbers of a plane along the axes that its planes are numbered by, the last one fastest. */
export function planeIndices(plane: number, axes: readonly PlaneAxis[] = [CHANNELS]): number[] {
  let rest = plane;
  return axes
    .toReversed()
    .map(({ size }, i) => {
      const index = i === axes.length - 1 ? rest : rest % size;
      rest = Math.floor(rest / size);
      return index;
    })
    .toReversed();
}

/** A cell's name without its number: its grid, its plane where there are several, its row and its column. */
export function placeName(
  name: string,
  language: Language,
  row: number,
  col: number,
  plane?: number,
  axes: readonly PlaneAxis[] = [CHANNELS],
): string {
  const planes = plane === undefined ? [] : planeIndices(plane, axes);
  const where = planes
    .map((index, i) => {
      const axis = (axes[i] ?? CHANNELS).name;
      return language === 'en' ? `${axis.en} ${index}, ` : `${axis.zh} ${index} `;
    })
    .join('');
  return `${name} ${where}${WORDS.cell[language](row, col)}`;
}

/** What a cell of a face is called: its own name, or that of its plane or grid with its row and column. */
export function cellName(
  { spec, view }: Pick<GridFace, 'spec' | 'view'>,
  grid: string,
  language: Language,
  { plane, row, col }: Focus,
): string {
  const index = (plane * spec.rows + row) * spec.cols + col;
  const own = view.nameOf?.(index);
  if (own) return own[language];
  const letter = spec.letters?.[index];
  if (letter !== undefined) return `${grid} ${letter}`;
  const named = spec.planeNames?.[plane];
  if (named) return placeName(named.name[language], language, row, col);
  return placeName(grid, language, row, col, (spec.planes ?? 1) > 1 ? plane : undefined, spec.planeAxes);
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
