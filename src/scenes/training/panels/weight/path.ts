import type { PlotFrame } from '../../../../kit/plot/frame.ts';
import type { Biography } from '../../../../worker/diary.ts';
import type { Push } from '../../../../worker/pushes.ts';

/** The steps whose batches pushed the weight most: those of the largest gradients, the largest first. */
export function hardestSteps({ gradients, every }: Biography, most: number): number[] {
  return Array.from(gradients, (gradient, i) => ({ size: Math.abs(gradient), step: i * every }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size || a.step - b.step)
    .slice(0, most)
    .map(({ step }) => step);
}

/** Less than this share of the largest is no push worth a picture. */
const IDLE = 0.01;

/** The digits that had a part in it: a dead or an empty place is pushed by none. */
export function withoutIdle(pushes: readonly Push[]): Push[] {
  const least = IDLE * Math.abs(pushes[0]?.gradient ?? 0);
  return pushes.filter(({ gradient }) => gradient !== 0 && Math.abs(gradient) >= least);
}

/** The smallest and the largest number that is known, with a little room; around 0 where there is none. */
export function domainOf(values: ArrayLike<number>): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return [-1, 1];
  const room = Math.max((high - low) * 0.08, Math.abs(high) * 0.01, 1e-6);
  return [low - room, high + room];
}

/** A value at each step, as the path of an SVG, with a gap where none is known. No more points than the plot has pixels. */
export function pathOf({ x, y, area }: PlotFrame, values: ArrayLike<number>, every: number): string {
  const stride = Math.max(1, Math.floor(values.length / area.width));
  let path = '';
  let open = false;
  for (let i = 0; i < values.length; i += stride) {
    const value = values[i] as number;
    if (Number.isFinite(value)) {
      path += `${open ? 'L' : 'M'}${x(i * every).toFixed(1)} ${y(value).toFixed(1)}`;
      open = true;
    } else open = false;
  }
  return path;
}
