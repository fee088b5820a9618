import { memo } from 'react';
import { printNumber } from '../formula/numbers.ts';
import type { Language } from '../language/language.ts';
import { GridCell } from './GridCell.tsx';
import type { CellMark, GridLayout, Sides } from './gridGeometry.ts';
import type { GridDigits } from './useGridDigits.ts';

/** What the cells of a grid show at one moment. */
export interface CellsView {
  readonly rows: number;
  readonly cols: number;
  readonly values: ArrayLike<number>;
  readonly known: ((index: number) => boolean) | undefined;
  readonly partial: ((index: number) => number | undefined) | undefined;
  readonly marks: ReadonlyMap<string, CellMark> | undefined;
  readonly layout: GridLayout;
  readonly padding: Sides;
  readonly spread: number;
  readonly turned: boolean;
  readonly max: number;
  readonly digits: GridDigits | null;
  readonly full: boolean;
  readonly name: string;
  readonly language: Language;
  /** The place of the first cell in its plane. */
  readonly origin: readonly [row: number, col: number];
  readonly focus: { readonly row: number; readonly col: number };
  readonly pinned: { readonly row: number; readonly col: number } | null;
  readonly alive: boolean;
  /** The colours lie on a canvas behind the cells. */
  readonly bare: boolean;
  /** The computation that the numbers belong to. */
  readonly model: unknown;
}

const WORDS = {
  cell: {
    en: (row: number, col: number) => `row ${row}, column ${col}`,
    zh: (row: number, col: number) => `第 ${row} 行第 ${col} 列`,
  },
  empty: { en: 'not computed yet', zh: '尚未计算' },
  soFar: { en: 'so far', zh: '目前' },
} as const;

/** A cell's name without its number: its grid, its row and its column. */
export const placeName = (name: string, language: Language, row: number, col: number): string =>
  `${name} ${WORDS.cell[language](row, col)}`;

/** The corner of a cell in the drawing. */
export function cornerOf(
  { rows, cols, layout, spread, turned }: Pick<CellsView, 'rows' | 'cols' | 'layout' | 'spread' | 'turned'>,
  row: number,
  col: number,
): [number, number] {
  const r = turned ? rows - 1 - row : row;
  const c = turned ? cols - 1 - col : col;
  return [layout.x0 + c * spread * layout.cell, layout.y0 + r * spread * layout.cell];
}

/** The corner of the pinned cell; undefined if none is pinned, or none that this grid has. */
export const pinCorner = (view: CellsView): [number, number] | undefined =>
  view.pinned && view.pinned.row < view.rows && view.pinned.col < view.cols
    ? cornerOf(view, view.pinned.row, view.pinned.col)
    : undefined;

/** What is written in a cell. */
export const short = (value: number): string => printNumber(value, { digits: 2 }).text;

/** The number that a cell shows, and whether it is still being added up. */
export function shownIn(
  { known, values, partial }: Pick<CellsView, 'known' | 'values' | 'partial'>,
  index: number,
): { readonly value: number | undefined; readonly part: number | undefined } {
  const isKnown = known ? known(index) : true;
  return isKnown ? { value: values[index], part: undefined } : { value: undefined, part: partial?.(index) };
}

/** All cells of a grid, row by row. */
export const GridCells = memo(function GridCells({ cells }: { readonly cells: CellsView }) {
  const { rows, cols, marks, layout, digits, name, language, origin, focus, pinned } = cells;
  const cellAt = (row: number, col: number) => {
    const { value, part } = shownIn(cells, row * cols + col);
    const number = value ?? part;
    const mark = marks?.get(`${row},${col}`);
    const [x, y] = cornerOf(cells, row, col);
    const spoken =
      number === undefined
        ? WORDS.empty[language]
        : printNumber(number, { full: cells.full }).text +
          (value === undefined ? ` ${WORDS.soFar[language]}` : '');
    return (
      <GridCell
        key={col}
        row={row}
        col={col}
        x={x}
        y={y}
        size={layout.cell}
        value={value}
        partial={part}
        text={number === undefined || !digits ? '' : short(number)}
        label={
          cells.alive
            ? `${placeName(name, language, row + origin[0], col + origin[1])}: ${spoken}`
            : undefined
        }
        max={cells.max}
        fontSize={digits?.fontSize ?? 0}
        badge={digits?.badges ? mark?.badge : undefined}
        badgeSize={digits?.badgeSize ?? 0}
        mark={mark?.kind}
        tabbable={row === focus.row && col === focus.col}
        selected={pinned?.row === row && pinned.col === col}
        bare={cells.bare}
      />
    );
  };
  return Array.from({ length: rows }, (_, row) => (
    // biome-ignore lint/a11y/useSemanticElements: a row of an SVG grid
    // biome-ignore lint/suspicious/noArrayIndexKey: a row is its number
    <g role="row" key={row} aria-rowindex={row + 1}>
      {Array.from({ length: cols }, (_, col) => cellAt(row, col))}
    </g>
  ));
});
