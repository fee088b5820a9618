import { describe, expect, it } from 'vitest';
import { contourPaths } from '../../../src/kit/plot/contours.ts';
import { plotFrame } from '../../../src/kit/plot/frame.ts';

const frame = plotFrame({ x: 0, y: 0, width: 436, height: 234 }, { x: [-4, 4], y: [-2, 2], equal: true });

/** The corners of a path, back in the numbers of the plot, those on the map's own edge left out. */
function placesOf(path: string): [number, number][] {
  return [...path.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)]
    .map(([, x, y]): [number, number] => [frame.x.invert(Number(x)), frame.y.invert(Number(y))])
    .filter(([x, y]) => Math.abs(x) < 4 && Math.abs(y) < 2);
}

describe('contour lines', () => {
  it('lie where the function has their value', () => {
    const [circle = '', far = ''] = contourPaths(frame, (x, y) => x * x + y * y, [1, 9]);
    expect(placesOf(circle).length).toBeGreaterThan(50);
    for (const [x, y] of placesOf(circle)) expect(Math.hypot(x, y)).toBeCloseTo(1, 2);
    for (const [x, y] of placesOf(far)) expect(Math.hypot(x, y)).toBeCloseTo(3, 2);
  });

  it('are none where the function does not come to their value', () => {
    expect(contourPaths(frame, () => 1, [2])).toEqual(['']);
  });
});
