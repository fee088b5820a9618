import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeName, planeIndices } from '../../../src/kit/grid/names.ts';
import { placePlanes } from '../../../src/kit/stage/planes.ts';

const SHEET = { width: 50, height: 40 };

describe('planes of a grid', () => {
  it('stand side by side, and go on in the next row', () => {
    const { offsets, width, height, open } = placePlanes({ planesInRow: 2 }, 3, SHEET);
    expect(offsets).toEqual([
      [0, 0],
      [62, 0],
      [0, 52],
    ]);
    expect([width, height]).toEqual([112, 92]);
    expect([...open].sort()).toEqual([0, 1, 2]);
  });

  it('a stack has the sheet in front at the lower left, and the others behind it', () => {
    const { offsets, layers, open, width, height } = placePlanes({ planes: 'stack', front: 1 }, 3, SHEET);
    expect(offsets).toEqual([
      [20, 0],
      [0, 20],
      [10, 10],
    ]);
    expect(layers).toEqual([0, 2, 1]);
    expect([...open]).toEqual([1]);
    expect([width, height]).toEqual([70, 60]);
  });

  it('sheets of a stack move without a jump while the next comes to the front, and the stack keeps its size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.double({ min: -1, max: 5, noNaN: true }), (n, front) => {
        const at = (f: number) => placePlanes({ planes: 'stack', front: f }, n, SHEET);
        const [a, b] = [at(front), at(front + 1e-6)];
        a.offsets.forEach(([x, y], plane) => {
          // At a whole number the sheet in front has just arrived.
          if (Math.floor(front) !== Math.floor(front + 1e-6)) return;
          expect(Math.hypot(x - (b.offsets[plane]?.[0] ?? 0), y - (b.offsets[plane]?.[1] ?? 0))).toBeLessThan(
            1e-3,
          );
          expect(x).toBeGreaterThanOrEqual(-1e-9);
          expect(x + SHEET.width).toBeLessThanOrEqual(a.width + 1e-9);
        });
        expect([a.width, a.height]).toEqual([at(0).width, at(0).height]);
        expect([...a.layers].sort()).toEqual(Array.from({ length: n }, (_, i) => i));
      }),
    );
    const before = placePlanes({ planes: 'stack', front: 1 - 1e-9 }, 3, SHEET).offsets.flat();
    const after = placePlanes({ planes: 'stack', front: 1 }, 3, SHEET).offsets.flat();
    before.forEach((offset, i) => {
      expect(offset).toBeCloseTo(after[i] as number, 5);
    });
  });

  it('are numbered by their axes', () => {
    const axes = [
      { name: { en: 'filter', zh: '滤波器' }, size: 2 },
      { name: { en: 'channel', zh: '通道' }, size: 3 },
    ];
    expect(planeIndices(5, axes)).toEqual([1, 2]);
    expect(planeIndices(5)).toEqual([5]);
    expect(placeName('Kernel', 'en', 0, 1, 5, axes)).toBe('Kernel filter 1, channel 2, row 0, column 1');
    expect(placeName('输入', 'zh', 0, 1, 2)).toBe('输入 通道 2 第 0 行第 1 列');
  });
});
