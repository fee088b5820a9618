import { type Box, type GridBox, NO_SIDES } from './boxes.ts';
import { TITLE_HEIGHT } from './title.ts';

/** A grid as large as a room lets it be, in the middle of it, with its name above: for pictures, whose cells have any size. */
export function fitGrid(
  id: string,
  room: Box,
  { rows, cols }: { readonly rows: number; readonly cols: number },
): GridBox {
  const high = room.height - TITLE_HEIGHT;
  const cell = Math.min(room.width / cols, high / rows);
  const [width, height] = [cell * cols, cell * rows];
  return {
    ...{ id, cell, rows, cols, width, height },
    ...{
      planes: 1,
      padding: NO_SIDES,
      spread: 1,
      turned: false,
      offsets: [[0, 0]],
      layers: [0],
      open: new Set([0]),
      note: null,
      title: 'above',
      was: null,
    },
    x: room.x + (room.width - width) / 2,
    y: room.y + TITLE_HEIGHT + (high - height) / 2,
    titleWidth: room.width,
  };
}
