import { type Box, type GridBox, NO_SIDES } from '../../kit/stage/boxes.ts';
import { TITLE_HEIGHT } from '../../kit/stage/title.ts';
import type { PixelModel } from './model.ts';
import { lineLength } from './view.ts';

/** Cells of the memory on a phone: three digits beside one another fit, and nothing above them is needed. */
const CELL = { width: 29, height: 18 } as const;
/** Left and right of it. */
const EDGE = 10;
/** More lines than these stand in small squares without digits. */
const MOST_LINES = 4;

/** How many lines the memory of one picture has. */
const linesOf = ({ params, x }: PixelModel): number => x.size / params.batch / lineLength(params);

/** The room of a memory whose cells are wider than high, on a stage of that width; null: there are too many lines for it. */
export function memoryRoom(
  model: PixelModel,
  stageWidth: number,
): readonly [width: number, height: number] | null {
  const lines = linesOf(model);
  if (lines > MOST_LINES) return null;
  const cols = lineLength(model.params);
  const cell = Math.min(CELL.width, Math.floor((stageWidth - 2 * EDGE) / cols));
  return [cell * cols, TITLE_HEIGHT + CELL.height * lines];
}

/** The grid of the memory in that room, its name above. Pure. */
export function memoryBox(room: Box, model: PixelModel): GridBox {
  const [cols, planes] = [lineLength(model.params), linesOf(model)];
  const each = Array.from({ length: planes }, (_, plane) => plane);
  const cell = room.width / cols;
  return {
    ...{ id: 'memory', cell, cellHeight: CELL.height, rows: 1, cols, planes },
    ...{
      padding: NO_SIDES,
      spread: 1,
      turned: false,
      offsets: each.map((i) => [0, i * CELL.height] as const),
    },
    ...{
      layers: each,
      open: new Set(each),
      radius: 0,
      title: 'above',
      titleWidth: room.width,
      note: null,
      was: null,
    },
    corners: Array.from({ length: planes * cols }, (_, i) => [
      (i % cols) * cell,
      Math.floor(i / cols) * CELL.height,
    ]),
    ...{ x: room.x, y: room.y + TITLE_HEIGHT, width: room.width, height: planes * CELL.height },
  };
}
