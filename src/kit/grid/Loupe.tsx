import type { Place } from '../../playback/place.ts';
import { valueColor } from '../colour/valueScale.ts';
import { useFigureState, useNow } from '../scene/context.ts';
import { type Box, type GridBox, middleOf, placeBox } from '../stage/boxes.ts';
import { useStage } from '../stage/stageContext.ts';
import { UNTRANSLATED } from '../stage/untranslated.ts';
import { cellText, SMALLEST_DIGITS } from './digits.ts';
import { digitsOf, type GridFace, maxOf, shownAt } from './face.ts';

/** Cells under this size are looked at through the loupe. */
const SMALL_CELL = 24;
const LOUPE_CELL = 28;
/** Cells to each side of the one in the middle. */
const REACH = 2;
/** From the cell to the loupe. */
const DISTANCE = 22;

/** Where the loupe stands: above the cell, else at its side, so that no finger covers it; always on the stage. */
export function loupeBox(
  cell: Box,
  width: number,
  height: number,
  stage: Pick<Box, 'width' | 'height'>,
): Box {
  const [x, y] = middleOf(cell);
  const above = cell.y - DISTANCE - height;
  const within = (n: number, most: number): number => Math.min(Math.max(2, n), Math.max(2, most - 2));
  if (above >= 2) return { x: within(x - width / 2, stage.width - width), y: above, width, height };
  const right = cell.x + cell.width + DISTANCE;
  const fits = right + width <= stage.width - 2;
  return {
    x: within(fits ? right : cell.x - DISTANCE - width, stage.width - width),
    y: within(y - height / 2, stage.height - height),
    width,
    height,
  };
}

/** Around the cell that is pointed at, where cells are too small to be read: 5 × 5 of them, with their digits. */
export function Loupe() {
  const place = useFigureState((state) => state.lit ?? state.pointed);
  const { boxes } = useStage();
  const { grids, view } = useNow();
  const box = place && boxes[place.grid];
  const spec = place && grids.get(place.grid);
  if (!place || !box || !spec || box.rows * box.cols === 1) return null;
  const isSmall = box.cell < SMALL_CELL || !digitsOf(spec, box, view.grids[place.grid] ?? {});
  return isSmall ? <LoupeAt place={place} box={box} /> : null;
}

function LoupeAt({ place, box }: { readonly place: Place; readonly box: GridBox }) {
  const { width, height } = useStage();
  const { grids, view } = useNow();
  const spec = grids.get(place.grid);
  if (!spec) return null;
  const max = maxOf(spec);
  const face: Pick<GridFace, 'spec' | 'view'> = { spec, view: view.grids[place.grid] ?? {} };
  const sign = box.turned ? -1 : 1;
  const seen = Array.from({ length: (2 * REACH + 1) ** 2 }, (_, i) => {
    const down = Math.floor(i / (2 * REACH + 1)) - REACH;
    const across = (i % (2 * REACH + 1)) - REACH;
    const [row, col] = [place.row + sign * down, place.col + sign * across];
    const inside = row >= 0 && row < spec.rows && col >= 0 && col < spec.cols;
    const index = (place.plane * spec.rows + row) * spec.cols + col;
    const shown = inside ? shownAt(face, index) : undefined;
    const number = shown?.value ?? shown?.partial;
    const fill = inside && number !== undefined ? face.view.fill?.(index) : undefined;
    return { i, down, across, inside, number, fill };
  });
  const texts = seen.map(({ number }) => (number === undefined ? '' : cellText(number)));
  const wide = Math.max(
    LOUPE_CELL,
    Math.max(...texts.map((text) => text.length)) * SMALLEST_DIGITS * 0.62 + 4,
  );
  const side = 2 * REACH + 1;
  const at = loupeBox(placeBox(box, place), wide * side, LOUPE_CELL * side, { width, height });
  return (
    <g
      className="loupe"
      data-passing=""
      aria-hidden="true"
      transform={`translate(${at.x} ${at.y})`}
      {...UNTRANSLATED}
    >
      <rect className="loupe-plate" x={-2} y={-2} width={at.width + 4} height={at.height + 4} rx={6} />
      {seen.map(({ i, down, across, inside, number, fill }) => (
        <g key={i} transform={`translate(${(across + REACH) * wide} ${(down + REACH) * LOUPE_CELL})`}>
          <rect
            width={wide}
            height={LOUPE_CELL}
            className={inside ? 'loupe-cell' : 'loupe-outside'}
            style={number === undefined ? undefined : { fill: fill ?? valueColor(number, max) }}
          />
          <text className={fill ? 'is-on-fill' : undefined} x={wide / 2} y={LOUPE_CELL / 2}>
            {texts[i]}
          </text>
        </g>
      ))}
      <rect
        className="loupe-middle"
        x={REACH * wide}
        y={REACH * LOUPE_CELL}
        width={wide}
        height={LOUPE_CELL}
        rx={2}
      />
    </g>
  );
}
