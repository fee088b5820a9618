import type { Language } from '../../language/language.ts';
import { cellKey } from '../scene/view.ts';
import { cellBox } from '../stage/boxes.ts';
import { Cell } from './Cell.tsx';
import { type GridFace, shownAt, textAt } from './face.ts';
import { cellName, spokenNumber } from './names.ts';

interface CellsProps {
  readonly face: GridFace;
  readonly name: string;
  readonly language: Language;
  readonly focus: { readonly plane: number; readonly row: number; readonly col: number };
  readonly pinned: { readonly plane: number; readonly row: number; readonly col: number } | null;
}

/** All cells of a small grid, plane by plane and row by row, in the coordinates of its box. */
export function Cells({ face, name, language, focus, pinned }: CellsProps) {
  const { spec, box, view, digits, full, max } = face;
  const { rows, cols, planes, layers, cell } = box;
  const atOrigin = { ...box, x: 0, y: 0 };
  const cellAt = (plane: number, row: number, col: number) => {
    const index = (plane * rows + row) * cols + col;
    const { value, partial } = shownAt(face, index);
    const number = value ?? partial;
    const mark = view.marks?.get(cellKey(row, col, plane));
    const { x, y, height } = cellBox(atOrigin, row, col, plane);
    const several = planes > 1 ? plane : undefined;
    const at = (place: CellsProps['pinned']): boolean =>
      place !== null && place.plane === plane && place.row === row && place.col === col;
    return (
      <Cell
        key={col}
        {...{ row, col, x, y, height, value, partial, max }}
        plane={several}
        size={cell}
        radius={box.radius}
        text={
          number === undefined || !digits || !box.open.has(plane)
            ? ''
            : textAt(view, index, number, digits.decimals)
        }
        label={`${cellName(face, name, language, { plane, row, col })}: ${spokenNumber(language, full, value, partial)}`}
        badge={mark?.badge}
        badgeSize={digits?.badge ?? 0}
        mark={mark?.kind}
        tabbable={at(focus)}
        selected={at(pinned)}
        fill={value === undefined ? undefined : view.fill?.(index)}
        running={partial !== undefined && view.running === true}
      />
    );
  };
  return layers.flatMap((plane) =>
    Array.from({ length: rows }, (_, row) => (
      // biome-ignore lint/a11y/useSemanticElements: a row of an SVG grid
      // biome-ignore lint/suspicious/noArrayIndexKey: a row is its number
      <g role="row" key={`${spec.id}-${plane * rows + row}`} aria-rowindex={plane * rows + row + 1}>
        {Array.from({ length: cols }, (_, col) => cellAt(plane, row, col))}
      </g>
    )),
  );
}
