import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutNumber } from '../../../src/kit/number/layout.ts';
import { type Box, type GridBox, planeBox } from '../../../src/kit/stage/boxes.ts';

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width - 0.5 &&
  b.x < a.x + a.width - 0.5 &&
  a.y < b.y + b.height - 0.5 &&
  b.y < a.y + a.height - 0.5;

const planes = (box: GridBox): Box[] =>
  Array.from({ length: box.planes }, (_, plane) => planeBox(box, plane));

describe('a number that is taken apart', () => {
  it('has a tile for each map; nothing overlaps, nothing leaves the room', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 480, max: 640 }),
        fc.integer({ min: 300, max: 460 }),
        (maps, side, width, height) => {
          const room = { x: 20, y: 10, width, height };
          const { boxes, tiles } = layoutNumber(room, maps, side);
          expect(tiles).toHaveLength(maps);
          const all = Object.values(boxes).flatMap(planes);
          all.forEach((box, i) => {
            expect(box.x).toBeGreaterThanOrEqual(room.x);
            expect(box.y).toBeGreaterThanOrEqual(room.y);
            expect(box.x + box.width).toBeLessThanOrEqual(room.x + width + 1);
            expect(box.y + box.height).toBeLessThanOrEqual(room.y + height);
            for (const other of all.slice(i + 1)) expect(overlap(box, other)).toBe(false);
          });
        },
      ),
    );
  });

  it('gives the eight maps of a second layer cells that can be seen, and one map cells that hold digits', () => {
    const cell = (maps: number): number =>
      layoutNumber({ x: 0, y: 0, width: 628, height: 380 }, maps, 5).boxes.patch.cell;
    expect(cell(8)).toBeGreaterThanOrEqual(9);
    expect(cell(1)).toBeGreaterThanOrEqual(40);
  });
});
