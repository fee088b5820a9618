import type { Box } from '../../../../kit/stage/boxes.ts';

const [TITLE, GAP, LABEL] = [22, 4, 17];

/** The maps of one layer: a line of text, then rows of squares. */
export interface MapsPlace {
  readonly textY: number;
  readonly side: number;
  corner(k: number): { readonly x: number; readonly y: number };
}

/** Lays the maps of some layers into a box, below one another, as large as they all fit. Pure. */
export function mapsLayout(box: Box, counts: readonly number[]): MapsPlace[] {
  const heightFor = (side: number): number =>
    counts.reduce((sum, count) => sum + LABEL + rowsFor(count, side) * (side + GAP), 0);
  const perRow = (side: number): number => Math.max(1, Math.floor((box.width + GAP) / (side + GAP)));
  const rowsFor = (count: number, side: number): number => Math.ceil(count / perRow(side));
  let side = 56;
  while (side > 8 && heightFor(side) > box.height - TITLE) side--;
  let top = box.y + TITLE;
  return counts.map((count) => {
    const first = top + LABEL;
    const across = perRow(side);
    const place = {
      textY: top + 12,
      side,
      corner: (k: number) => ({
        x: box.x + (k % across) * (side + GAP),
        y: first + Math.floor(k / across) * (side + GAP),
      }),
    };
    top = first + rowsFor(count, side) * (side + GAP);
    return place;
  });
}
