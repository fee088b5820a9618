import type { Language } from '../../language/language.ts';
import { cellBox } from '../stage/boxes.ts';
import { useCanvas } from '../stage/useCanvas.ts';
import { type GridFace, shownAt } from './face.ts';
import type { Focus } from './keys.ts';
import { cellName, spokenNumber } from './names.ts';
import { paintCells } from './paintCells.ts';

interface PaintedCellsProps {
  readonly face: GridFace;
  readonly name: string;
  readonly language: Language;
  readonly focus: Focus;
  readonly selected: boolean;
  /** The scene paints the colours of this grid itself: a photograph. */
  readonly bare: boolean;
}

/** A grid of many cells: painted, with the one cell that has the focus as the `gridcell` that is read out. */
export function PaintedCells({ face, name, language, focus, selected, bare }: PaintedCellsProps) {
  const { box, full } = face;
  useCanvas(box, bare ? null : (context, host) => paintCells(context, face, host), [face]);
  const { row, col } = focus;
  const plane = box.planes > 1 ? focus.plane : undefined;
  const { value, partial } = shownAt(face, (focus.plane * box.rows + row) * box.cols + col);
  return (
    <>
      <rect className="grid-ground" x={box.x} y={box.y} width={box.width} height={box.height} />
      {/* biome-ignore lint/a11y/useSemanticElements: a row of a painted grid */}
      <g role="row" aria-rowindex={focus.plane * box.rows + row + 1}>
        {/* biome-ignore lint/a11y/useSemanticElements: the focused cell of a painted grid */}
        <rect
          role="gridcell"
          tabIndex={0}
          className="painted-cell"
          data-row={row}
          data-col={col}
          data-plane={plane}
          data-value={value}
          aria-colindex={col + 1}
          aria-selected={selected || undefined}
          aria-label={`${cellName(face, name, language, focus)}: ${spokenNumber(language, full, value, partial)}`}
          {...cellBox(box, row, col, focus.plane)}
        />
      </g>
    </>
  );
}
