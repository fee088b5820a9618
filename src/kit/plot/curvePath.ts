import { line, range } from 'd3';
import type { PlotFrame } from './frame.ts';

/** Between two places at which a function is asked, in pixels. */
const STEP = 2;
/** How close to the right of a break the function is asked, in units of its argument. */
const AFTER = 1e-9;

/**
 * A function as the path of an SVG, over the whole domain of a plot.
 *
 * @param breaks places at which it may jump or bend: the curve ends there and begins again right after
 */
export function curvePath(
  { x, y, xDomain }: Pick<PlotFrame, 'x' | 'y' | 'xDomain'>,
  f: (at: number) => number,
  breaks: readonly number[] = [],
): string {
  const draw = line<number>(x, (at) => y(f(at))).defined((at) => Number.isFinite(f(at)));
  const [low, high] = xDomain;
  const inside = breaks.filter((at) => at > low && at < high);
  const ends = [low, ...inside, high];
  return ends
    .slice(1)
    .map((end, i) => {
      const start = i === 0 ? low : (ends[i] as number) + AFTER;
      const count = Math.max(1, Math.ceil((x(end) - x(start)) / STEP));
      return (
        draw(range(count + 1).map((k) => (k === count ? end : start + ((end - start) * k) / count))) ?? ''
      );
    })
    .join('');
}
