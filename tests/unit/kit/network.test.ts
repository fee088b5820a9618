import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionOf } from '../../../src/kit/grid/keys.ts';
import { lineFrame } from '../../../src/kit/network/alongLine.ts';
import { endsOf, thickness } from '../../../src/kit/network/line.ts';
import { nodeColumns } from '../../../src/kit/network/nodes.ts';
import type { Flight, SceneView } from '../../../src/kit/scene/view.ts';
import { cellBox, isUpright, middleOf, placeAt, placeBox } from '../../../src/kit/stage/boxes.ts';

const ROOM = { x: 40, y: 2, width: 480, height: 326 };
const OPTIONS = { largest: 42, gap: 8, head: 28 };
const counts = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 4 });

const columnsOf = (sizes: readonly number[]) =>
  sizes.map((count, i) => ({
    id: `c${i}`,
    ...(i === 0 ? { rows: 1, cols: count } : { rows: count, cols: 1 }),
  }));

describe('nodes', () => {
  it('stand in the room, apart from one another, and are found where they are drawn', () => {
    fc.assert(
      fc.property(counts, (sizes) => {
        const boxes = nodeColumns(ROOM, columnsOf(sizes), OPTIONS);
        sizes.forEach((count, i) => {
          const box = boxes[`c${i}`];
          if (!box) throw new Error(`no column ${i}`);
          let below = box.y;
          for (let n = 0; n < count; n++) {
            const [row, col] = i === 0 ? [0, n] : [n, 0];
            const node = cellBox(box, row, col);
            expect(node.width).toBeGreaterThanOrEqual(24);
            expect(node.y).toBeGreaterThanOrEqual(below);
            expect(node.y + node.height).toBeLessThanOrEqual(ROOM.y + ROOM.height);
            expect(node.x).toBeGreaterThanOrEqual(ROOM.x);
            expect(node.x + node.width).toBeLessThanOrEqual(ROOM.x + ROOM.width);
            expect(placeAt(box, ...middleOf(node))).toEqual({ plane: 0, row, col });
            below = node.y + node.height + 1;
          }
          expect(placeAt(box, box.x + 1, box.y - 3)).toBeNull();
        });
      }),
    );
  });

  it('are reached by the arrows as they are drawn', () => {
    const [row, column] = Object.values(nodeColumns(ROOM, columnsOf([4, 4]), OPTIONS));
    if (!row || !column) throw new Error('no columns');
    expect([isUpright(row), isUpright(column)]).toEqual([true, false]);
    const press = { key: 'ArrowDown', ctrlKey: false, altKey: false, metaKey: false };
    const shape = { planes: 1, turned: false, editable: false };
    const start = { plane: 0, row: 0, col: 0 };
    expect(actionOf(press, start, { ...shape, rows: 1, cols: 4, upright: true })).toEqual({
      kind: 'move',
      to: { ...start, col: 1 },
    });
    expect(actionOf(press, start, { ...shape, rows: 4, cols: 1 })).toEqual({
      kind: 'move',
      to: { ...start, row: 1 },
    });
  });
});

describe('lines', () => {
  const boxes = nodeColumns(ROOM, columnsOf([3, 2]), OPTIONS);
  const source = { grid: 'c0', plane: 0, row: 0, col: 2 };
  const target = { grid: 'c1', plane: 0, row: 1, col: 0 };
  const [a, b] = [boxes['c0'] && placeBox(boxes['c0'], source), boxes['c1'] && placeBox(boxes['c1'], target)];
  if (!a || !b) throw new Error('no columns');
  const ends = endsOf(a, b);

  it('run from the edge of one node to the edge of the other', () => {
    const distance = ([x, y]: readonly [number, number], [u, v]: readonly [number, number]): number =>
      Math.hypot(x - u, y - v);
    expect(distance(ends[0], middleOf(a))).toBeCloseTo(a.width / 2);
    expect(distance(ends[1], middleOf(b))).toBeCloseTo(b.width / 2);
  });

  it('are thicker for larger weights, whatever their sign', () => {
    expect(thickness(0, 4)).toBe(1);
    expect(thickness(-4, 4)).toBe(thickness(4, 4));
    expect(thickness(2, 4)).toBeLessThan(thickness(4, 4));
  });

  const view: SceneView = { grids: { c1: { partial: () => 5 } }, equations: [] };
  const setting = { boxes, view, speed: 1, width: 960, height: 336, maxOf: () => 4 };
  const flight = (fraction: number): Flight => ({
    ...{ direction: 'forward', fraction, entersCell: false },
    products: [
      {
        ...{ value: { place: source, number: 3 }, weight: { place: { ...source, grid: 'w' }, number: -2 } },
        ...{ product: null, number: -6, target },
      },
    ],
  });

  it('carry the number, then the product, and never leave the way between the two nodes', () => {
    const texts = new Set<string>();
    let furthest = 0;
    for (let fraction = 0.02; fraction < 1; fraction += 0.02) {
      const { chips } = lineFrame(flight(fraction), setting);
      for (const { x, y, text } of chips) {
        texts.add(text);
        const [dx, dy] = [ends[1][0] - ends[0][0], ends[1][1] - ends[0][1]];
        const along = ((x - ends[0][0]) * dx + (y - ends[0][1]) * dy) / (dx * dx + dy * dy);
        const off = Math.abs((x - ends[0][0]) * dy - (y - ends[0][1]) * dx) / Math.hypot(dx, dy);
        expect(off).toBeLessThan(1e-6);
        expect(along).toBeGreaterThanOrEqual(furthest - 1e-9);
        expect(along).toBeLessThanOrEqual(1 + 1e-9);
        furthest = along;
      }
    }
    expect([...texts]).toEqual(['3', '3·−2 → −6', '−6']);
    expect(furthest).toBeCloseTo(1);
  });

  it('end in the sum, whose digits roll from the old number to the new', () => {
    const [rolling] = lineFrame(flight(0.99), setting).rolling;
    expect([rolling?.from, rolling?.to]).toEqual(['5', '−1']);
    expect(rolling?.roll).toBeGreaterThan(0.5);
  });

  it('carry nothing where steps follow too fast', () => {
    expect(lineFrame(flight(0.5), { ...setting, speed: 12 }).chips).toEqual([]);
  });
});
