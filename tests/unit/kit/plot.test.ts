import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { journeyAt } from '../../../src/kit/motion/Journey.tsx';
import { curvePath } from '../../../src/kit/plot/curvePath.ts';
import { plotFrame } from '../../../src/kit/plot/frame.ts';
import { formatPlace, isPlaceOf, parsePlace } from '../../../src/playback/place.ts';

const BOX = { x: 10, y: 20, width: 400, height: 300 };

/** The points of a path of straight lines, piece by piece. */
const pieces = (path: string): [number, number][][] =>
  path
    .split('M')
    .slice(1)
    .map((piece) => piece.split('L').map((point) => point.split(',').map(Number) as [number, number]));

describe('the frame of a plot', () => {
  const domain = fc
    .tuple(fc.double({ min: -50, max: 50, noNaN: true }), fc.double({ min: 0.5, max: 60, noNaN: true }))
    .map(([low, length]) => [low, low + length] as const);

  it('lies in its box, runs upwards, and reads back what it places', () => {
    fc.assert(
      fc.property(
        domain,
        domain,
        fc.boolean(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (x, y, equal, t) => {
          const frame = plotFrame(BOX, { x, y, equal });
          const { area } = frame;
          expect(area.x).toBeGreaterThanOrEqual(BOX.x);
          expect(area.y).toBeGreaterThanOrEqual(BOX.y);
          expect(area.x + area.width).toBeLessThanOrEqual(BOX.x + BOX.width + 1e-9);
          expect(area.y + area.height).toBeLessThanOrEqual(BOX.y + BOX.height + 1e-9);
          expect(frame.y(y[1])).toBeLessThan(frame.y(y[0]));
          const at = x[0] + t * (x[1] - x[0]);
          expect(frame.x.invert(frame.x(at))).toBeCloseTo(at, 8);
        },
      ),
    );
  });

  it('draws a slope of 1 at 45° where its units are equal', () => {
    const { x, y } = plotFrame(BOX, { x: [-5, 5], y: [-1, 2], equal: true });
    expect(x(1) - x(0)).toBeCloseTo(y(0) - y(1), 9);
  });
});

describe('the path of a curve', () => {
  const frame = plotFrame(BOX, { x: [-2, 2], y: [-2, 2] });

  it('runs over the whole domain and through the function', () => {
    const [points = []] = pieces(curvePath(frame, (at) => at / 2));
    expect(points[0]?.[0]).toBeCloseTo(frame.x(-2), 2);
    expect(points.at(-1)?.[0]).toBeCloseTo(frame.x(2), 2);
    for (const [px, py] of points) expect(py).toBeCloseTo(frame.y(frame.x.invert(px) / 2), 1);
  });

  it('keeps a jump a jump: it ends at the break and begins again', () => {
    const step = (at: number): number => (at > 0 ? 1 : 0);
    const [left = [], right = [], ...more] = pieces(curvePath(frame, step, [0]));
    expect(more).toEqual([]);
    expect(new Set(left.map(([, py]) => py))).toEqual(new Set([frame.y(0)]));
    expect(new Set(right.map(([, py]) => py))).toEqual(new Set([frame.y(1)]));
  });

  it('leaves out where there is no number', () => {
    const path = curvePath(frame, (at) => (at < 0 ? Number.NaN : at));
    expect(path).not.toContain('NaN');
    expect(pieces(path)[0]?.[0]?.[0]).toBeGreaterThanOrEqual(frame.x(0) - 2);
  });
});

describe('a journey', () => {
  const stops = [
    { at: [0, 0], number: 3 },
    { at: [10, 0], number: 3 },
    { at: [10, 20], number: 0 },
  ] as const;

  it('begins and ends at its ends, and never leaves its legs', () => {
    expect(journeyAt(stops, 0)).toEqual({ at: [0, 0], number: 3 });
    expect(journeyAt(stops, 0.5)).toEqual({ at: [10, 0], number: 3 });
    expect(journeyAt(stops, 1)).toEqual({ at: [10, 20], number: 0 });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (fraction) => {
        const [x, y] = journeyAt(stops, fraction).at;
        expect(x === 10 || y === 0).toBe(true);
      }),
    );
  });
});

describe('a grid whose rows differ in length', () => {
  const grids = [{ id: 'units', rows: 2, cols: 5, widths: [5, 3] }];

  it('has only the places that its rows have', () => {
    const at = (row: number, col: number) => ({ grid: 'units', plane: 0, row, col });
    expect(isPlaceOf(grids, at(0, 4))).toBe(true);
    expect(isPlaceOf(grids, at(1, 2))).toBe(true);
    expect(isPlaceOf(grids, at(1, 3))).toBe(false);
    expect(parsePlace(grids, 'units,1,3')).toBeUndefined();
    expect(parsePlace(grids, formatPlace(grids, at(1, 2)))).toEqual(at(1, 2));
  });
});
