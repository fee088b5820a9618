import type { Box } from '../../../../kit/stage/boxes.ts';

const [TITLE, TEXT, LEAST] = [22, 18, 64];

export interface DigitsLayout {
  readonly perRow: number;
  readonly rows: number;
  /** Side of a digit. */
  readonly side: number;
  corner(n: number): { readonly x: number; readonly y: number };
}

/** Digits with a line of text below each, in two rows or as many as fit. Pure. */
export function digitsLayout(box: Box): DigitsLayout {
  const perRow = Math.max(1, Math.floor(box.width / LEAST));
  const pitch = box.width / perRow;
  const room = box.height - TITLE;
  const rows = Math.max(1, Math.floor(room / (44 + TEXT)));
  const side = Math.floor(Math.min(pitch - 12, room / rows - TEXT - 3, 56));
  return {
    ...{ perRow, rows, side },
    corner: (n) => ({
      x: box.x + (n % perRow) * pitch + 1,
      y: box.y + TITLE + Math.floor(n / perRow) * (room / rows) + 1,
    }),
  };
}
