import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pulledValue } from '../../../src/kit/grid/useGridPointer.ts';
import { fitGrid } from '../../../src/kit/stage/fitGrid.ts';
import { TITLE_HEIGHT } from '../../../src/kit/stage/title.ts';

describe('a number that is pulled', () => {
  it.each([
    [0, 30, 1.5],
    [0, 4, 0],
    [0, -10, -0.5],
    [1 / 9, 5, 0.25],
    [-2, 40, 0],
  ])('%s after %s pixels is %s', (from, up, value) =>
    expect(Object.is(pulledValue({ from, step: 0.25 }, up), value)).toBe(true),
  );

  it('comes back to where it was when it stood on a step', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -4, max: 4 }), (n, up) => {
        expect(pulledValue({ from: n / 4, step: 0.25 }, up)).toBe(n / 4 + 0);
      }),
    );
  });
});

describe('a picture in a room', () => {
  it('is as large as the room lets it be, in its middle, under its name', () => {
    const side = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(side, side, (rows, cols) => {
        const room = { x: 10, y: 5, width: 300, height: 330 };
        const box = fitGrid('x', room, { rows, cols });
        expect(box.width).toBeLessThanOrEqual(room.width + 1e-9);
        expect(box.height).toBeLessThanOrEqual(room.height - TITLE_HEIGHT + 1e-9);
        const full = Math.max(box.width / room.width, box.height / (room.height - TITLE_HEIGHT));
        expect(full).toBeCloseTo(1, 9);
        expect(box.y).toBeGreaterThanOrEqual(room.y + TITLE_HEIGHT - 1e-9);
        expect(box.x - room.x).toBeCloseTo(room.x + room.width - box.x - box.width, 6);
      }),
    );
  });
});
