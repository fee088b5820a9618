import type { PlotFrame } from '../../../kit/plot/frame.ts';

type Point = readonly [x: number, y: number];

const at = (n: number): string => n.toFixed(1);

/** Points as a path of straight lines. */
export const linePath = ({ x, y }: Pick<PlotFrame, 'x' | 'y'>, points: readonly Point[]): string =>
  points.length > 1 ? `M${points.map(([a, b]) => `${at(x(a))} ${at(y(b))}`).join('L')}` : '';

/** A smooth curve, its first value at 1, with no more points than can be told apart: one for each pixel, and the last. */
export const curvePath = (frame: Pick<PlotFrame, 'x' | 'y'>, values: readonly number[]): string => {
  const { x } = frame;
  const column = (i: number): number => Math.floor(x(i + 1));
  const points = values.flatMap((value, i): Point[] =>
    i === 0 || i === values.length - 1 || column(i) !== column(i - 1) ? [[i + 1, value]] : [],
  );
  return linePath(frame, points);
};

/**
 * Many values, the first at 1, as a path: where several fall on one pixel, their least and their largest, so that no
 * peak is lost and the path stays as short as the plot is wide.
 */
export function thinPath({ x, y }: Pick<PlotFrame, 'x' | 'y'>, values: readonly number[]): string {
  const parts: string[] = [];
  let i = 0;
  while (i < values.length) {
    const column = Math.floor(x(i + 1));
    let [low, high] = [values[i] as number, values[i] as number];
    for (i++; i < values.length && Math.floor(x(i + 1)) === column; i++) {
      low = Math.min(low, values[i] as number);
      high = Math.max(high, values[i] as number);
    }
    parts.push(low === high ? `${column} ${at(y(low))}` : `${column} ${at(y(low))}L${column} ${at(y(high))}`);
  }
  return parts.length > 1 ? `M${parts.join('L')}` : '';
}

const SPANS = [50, 100, 200, 500, 1000];

/** The axis of steps is as long as what was reached, in a few lengths, so that it does not move all the time. */
export const stepsShown = (reached: number, most: number): number =>
  Math.min(most, SPANS.find((span) => span >= reached) ?? most);
