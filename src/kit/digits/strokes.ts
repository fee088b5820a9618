/** A point on a pad, from 0 to 1 across and down. */
export type Point = readonly [x: number, y: number];
/** A line that the pen drew without being lifted. */
export type Stroke = readonly Point[];

/** Half the width of the pen, as a part of the pad: MNIST's strokes are two to three of 28 pixels wide. */
export const PEN = 0.045;

/**
 * The ink that strokes leave, from 0 to 1 a pixel: full inside the pen's round tip, fading over one pixel at its edge.
 *
 * @param side of the square, in pixels
 * @returns side × side numbers, row by row
 */
export function inkOf(strokes: readonly Stroke[], side: number, pen = PEN): Float64Array {
  const ink = new Float64Array(side * side);
  const radius = pen * side;
  for (const stroke of strokes)
    stroke.forEach((end, i) => {
      const start = stroke[i - 1] ?? end;
      drawSegment(ink, side, radius, [start[0] * side, start[1] * side], [end[0] * side, end[1] * side]);
    });
  return ink;
}

function drawSegment(ink: Float64Array, side: number, radius: number, a: Point, b: Point): void {
  const reach = radius + 1;
  const first = (u: number, v: number): number => Math.max(0, Math.floor(Math.min(u, v) - reach));
  const last = (u: number, v: number): number => Math.min(side - 1, Math.ceil(Math.max(u, v) + reach));
  for (let row = first(a[1], b[1]); row <= last(a[1], b[1]); row++)
    for (let col = first(a[0], b[0]); col <= last(a[0], b[0]); col++) {
      const covered = radius + 0.5 - distance([col + 0.5, row + 0.5], a, b);
      const at = row * side + col;
      ink[at] = Math.max(ink[at] as number, Math.min(1, Math.max(0, covered)));
    }
}

/** From a point to the segment between two others. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
