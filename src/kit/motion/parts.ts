import { type Place, samePlace } from '../../playback/place.ts';
import { cellText } from '../grid/digits.ts';
import type { Flight, GridView } from '../scene/view.ts';
import { type Box, type Boxes, middleOf, placeBox } from '../stage/boxes.ts';
import { textWidth } from '../stage/textWidth.ts';
import { type Curve, type Point, pointOn } from '../window/curve.ts';
import type { Chip, FlightSetting, Product, Rolling, Tint } from './frame.ts';

export const CHIP_HEIGHT = 27;
const CHIP_TEXT = 15;

/** The box of a place; null where the stage does not show its grid. */
export const boxOf = (boxes: Boxes, place: Place | null | undefined): Box | null => {
  const box = place && boxes[place.grid];
  return box && place ? placeBox(box, place) : null;
};

/** Where a number stands on the scale of values: −1 … 1. */
export const strengthOf = (number: number, max: number): number => Math.min(1, Math.max(-1, number / max));

/** A box between two others. */
export const mixBox = (a: Box, b: Box, t: number): Box => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
  width: a.width + (b.width - a.width) * t,
  height: a.height + (b.height - a.height) * t,
});

/** The straight way from the middle of one box to that of another. */
export const straight = (from: Box, to: Box): Curve => {
  const [a, b] = [middleOf(from), middleOf(to)];
  const at = (t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
  return [a, at(1 / 3), at(2 / 3), b];
};

/** A chip around a number, kept within the stage. */
export function chipAt(
  [x, y]: Point,
  text: string,
  tint: Tint,
  { width: wide, height: high }: FlightSetting,
  { opacity = 1, size = 1, ghosts = [] }: { opacity?: number; size?: number; ghosts?: Chip['ghosts'] } = {},
): Chip {
  const height = CHIP_HEIGHT * size;
  const width = Math.min(wide, Math.max(height * 1.35, (textWidth(text, CHIP_TEXT, true) + 16) * size));
  const within = (n: number, side: number, room: number): number =>
    Math.min(room - side / 2, Math.max(side / 2, n));
  return {
    x: within(x, width, wide),
    y: within(y, height, high),
    width,
    height,
    text,
    tint,
    opacity,
    ghosts,
  };
}

/** Three fainter, smaller discs behind a chip on its way. */
export function trail(curve: Curve, t: number): Chip['ghosts'] {
  if (t <= 0 || t >= 1) return [];
  const fade = Math.min(1, t / 0.2, (1 - t) / 0.2);
  return [1, 2, 3].map((n) => {
    const [x, y] = pointOn(curve, Math.max(0, t - 0.09 * n));
    return { x, y, r: 10 - 2.5 * n, opacity: (0.5 - 0.13 * n) * fade };
  });
}

/** The cells that the last product came from: the ring sets out from there. */
export function ringFrom(view: GridView | undefined, grid: string, boxes: Boxes): Box | null {
  for (const [key, { kind }] of view?.marks ?? [])
    if (kind === 'active') {
      const [plane = 0, row = 0, col = 0] = key.split(',').map(Number);
      return boxOf(boxes, { grid, plane, row, col });
    }
  return null;
}

/** The number that a sum has before and after the step: all products that land in it at once. */
export function rollOf(
  product: Product,
  { products }: Flight,
  { view, boxes }: FlightSetting,
  roll: number,
): Rolling[] {
  const landing = products.filter(({ target }) => samePlace(target, product.target));
  const added = landing.reduce((sum, { number }) => sum + number, 0);
  const box = boxOf(boxes, product.target);
  const grid = boxes[product.target.grid];
  if (!box || !grid || roll <= 0) return [];
  const { plane, row, col } = product.target;
  const index = (plane * grid.rows + row) * grid.cols + col;
  const before = view.grids[product.target.grid]?.partial?.(index);
  // A number that does not win changes nothing.
  if (before !== undefined && product.leaves === before) return [];
  const from = before === undefined ? '' : cellText(before);
  return [{ box, radius: grid.radius, from, to: cellText(product.leaves ?? (before ?? 0) + added), roll }];
}
