import { contours, geoPath, geoTransform, range } from 'd3';
import type { PlotFrame } from './frame.ts';

/** Between two places at which a function of two numbers is asked, in pixels. */
const STEP = 4;

/**
 * The lines along which a function of two numbers has given values, as paths of an SVG over the whole area of a plot.
 *
 * @returns a path for each level, in their order; empty where the function does not reach it
 */
export function contourPaths(
  { area, x, y }: PlotFrame,
  f: (across: number, up: number) => number,
  levels: readonly number[],
): string[] {
  // One place more on every side, so that lines run to the edge.
  const [cols, rows] = [Math.ceil(area.width / STEP) + 2, Math.ceil(area.height / STEP) + 2];
  const at = (i: number): number => (i - 0.5) * STEP;
  const values = range(rows).flatMap((j) =>
    range(cols).map((i) => f(x.invert(area.x + at(i)), y.invert(area.y + at(j)))),
  );
  // d3-contour puts the value of cell (i, j) at (i + ½, j + ½).
  const toStage = geoTransform({
    point(px, py) {
      this.stream.point(area.x + at(px - 0.5), area.y + at(py - 0.5));
    },
  });
  const draw = geoPath(toStage);
  const of = contours().size([cols, rows]);
  return levels.map((level) => draw(of.contour(values, level)) ?? '');
}
