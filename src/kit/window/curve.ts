import { type Box, middleOf } from '../stage/boxes.ts';

export type Point = readonly [x: number, y: number];

/** A cubic curve: start, two handles, end. */
export type Curve = readonly [Point, Point, Point, Point];

/** From the middle of the side of one box to the middle of the side of the other, leaving and arriving level. */
export function curveBetween(from: Box, to: Box): Curve {
  const [fx, fy] = middleOf(from);
  const [tx, ty] = middleOf(to);
  const apart = Math.max(to.x - (from.x + from.width), from.x - (to.x + to.width));
  const below = Math.max(to.y - (from.y + from.height), from.y - (to.y + to.height));
  if (apart >= below) {
    const start: Point = [tx >= fx ? from.x + from.width : from.x, fy];
    const end: Point = [tx >= fx ? to.x : to.x + to.width, ty];
    const reach = (end[0] - start[0]) / 2;
    return [start, [start[0] + reach, fy], [end[0] - reach, ty], end];
  }
  const start: Point = [fx, ty >= fy ? from.y + from.height : from.y];
  const end: Point = [tx, ty >= fy ? to.y : to.y + to.height];
  const reach = (end[1] - start[1]) / 2;
  return [start, [fx, start[1] + reach], [tx, end[1] - reach], end];
}

/** From the middle of one box to the middle of the other, bent a little upwards: the way of a number in flight. */
export function flightCurve(from: Box, to: Box): Curve {
  const start = middleOf(from);
  const end = middleOf(to);
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
  return [start, [start[0] + dx * 0.45, start[1] + dy * 0.05], [end[0] - dx * 0.1, end[1] - dy * 0.35], end];
}

/** The point of a curve at 0 ≤ t ≤ 1. */
export function pointOn([a, b, c, d]: Curve, t: number): Point {
  const s = 1 - t;
  const [wa, wb, wc, wd] = [s ** 3, 3 * s * s * t, 3 * s * t * t, t ** 3];
  const at = (axis: 0 | 1): number => wa * a[axis] + wb * b[axis] + wc * c[axis] + wd * d[axis];
  return [at(0), at(1)];
}

/** A curve as the path of an SVG. */
export const pathOf = ([a, b, c, d]: Curve): string =>
  `M${a.join(' ')}C${b.join(' ')},${c.join(' ')},${d.join(' ')}`;
