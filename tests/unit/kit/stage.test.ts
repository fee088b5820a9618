import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GridSpec, StageSize } from '../../../src/kit/scene/defineScene.ts';
import { arrange, largestCell, type Planned } from '../../../src/kit/stage/arrange.ts';
import {
  type Box,
  cellBox,
  type GridBox,
  placeAt,
  planeBox,
  windowBox,
} from '../../../src/kit/stage/boxes.ts';
import { column, grid, type Plan, room, row } from '../../../src/kit/stage/plan.ts';

type Spec = GridSpec<Record<string, never>>;

const SIZES: readonly StageSize[] = [
  { band: 'wide', width: 960, height: 336 },
  { band: 'wide', width: 960, height: 420 },
  { band: 'medium', width: 712, height: 320 },
  { band: 'phone', width: 390, height: 330 },
  { band: 'phone', width: 320, height: 330 },
];

const square = (id: string, n: number, more: Partial<Spec> = {}): Spec => ({
  ...{ id, rows: n, cols: n, values: new Float64Array(n * n * (more.planes ?? 1)) },
  ...more,
});

const planned = <Id extends string>(plan: Plan<Id>, specs: readonly Spec[]): Planned<Id> => ({
  plan,
  specs: new Map(specs.map((spec) => [spec.id, spec])),
});

/** The stage of a convolution: input, kernel over products, output. */
function convolution(n: number, k: number, p: number, out: number) {
  const kernel = column([grid('w', { size: 'kernel' }), grid('product', { size: 'kernel' })]);
  const x = square('x', n, { padding: [p, p, p, p] });
  return planned(row([grid('x'), kernel, grid('y')]), [
    x,
    square('w', k),
    square('product', k),
    square('y', out),
  ]);
}

const inside = (box: Box, { width, height }: StageSize): boolean =>
  box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;

const apart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

const shape = fc.record({
  size: fc.constantFrom(...SIZES),
  n: fc.integer({ min: 1, max: 28 }),
  k: fc.integer({ min: 1, max: 7 }),
  p: fc.integer({ min: 0, max: 3 }),
  out: fc.integer({ min: 1, max: 28 }),
});

describe('the layout of a stage', () => {
  it('keeps everything on the stage, and nothing on anything else', () => {
    fc.assert(
      fc.property(shape, ({ size, n, k, p, out }) => {
        const boxes = Object.values(arrange(size, convolution(n, k, p, out)));
        for (const box of boxes) expect(inside(box, size)).toBe(true);
        for (const [i, a] of boxes.entries())
          for (const b of boxes.slice(i + 1)) expect(apart(a, b)).toBe(true);
      }),
    );
  });

  it('gives grids of one word one cell size, and never a larger one than the stage has', () => {
    fc.assert(
      fc.property(shape, ({ size, n, k, p, out }) => {
        const { x, y, w, product } = arrange(size, convolution(n, k, p, out));
        expect(x.cell).toBe(y.cell);
        expect(w.cell).toBe(product.cell);
        for (const box of [x, w]) expect(box.cell).toBeLessThanOrEqual(largestCell(size));
      }),
    );
  });

  it('has the cells of the sketches: 42 on a laptop, 26 and more on a phone', () => {
    const laptop = arrange(SIZES[0] as StageSize, convolution(5, 3, 1, 5));
    expect([laptop.x.cell, laptop.w.cell]).toEqual([42, 42]);
    const plan = column([row([grid('x'), grid('y')]), row([grid('w'), grid('product')])]);
    const { specs } = convolution(5, 3, 1, 5);
    const phone = arrange(SIZES[3] as StageSize, { plan, specs });
    expect(phone.x.cell).toBeGreaterThanOrEqual(25);
  });

  it('names grids by their letters where the names alone are wider than the stage', () => {
    const plan = row([grid('x'), grid('w'), grid('dx'), room('strip', 200, 128)], { gap: 16 });
    const specs = [square('x', 5), square('w', 3), square('dx', 5)];
    const phone = arrange(SIZES[3] as StageSize, planned(plan, specs));
    expect(phone.x.letters).toBe(true);
    expect(phone.x.cell).toBeGreaterThan(5);
    const laptop = arrange(SIZES[0] as StageSize, planned(plan, specs));
    expect(laptop.x.letters).toBe(false);
  });

  it('does not let a small grid shrink with a large one', () => {
    const boxes = arrange(SIZES[0] as StageSize, convolution(28, 3, 0, 26));
    expect(boxes.w.cell).toBe(42);
    expect(boxes.x.cell).toBeLessThan(12);
  });

  it('keeps its cells and the outline of before while a slider is held', () => {
    const size = SIZES[0] as StageSize;
    const before = convolution(5, 3, 1, 5);
    const then = arrange(size, before);
    const held = arrange(size, convolution(5, 3, 1, 3), { before });
    expect(held.y).toMatchObject({ x: then.y.x, y: then.y.y, cell: then.y.cell, rows: 3 });
    expect(held.y.was).toEqual({ rows: 5, cols: 5, width: then.y.width, height: then.y.height });
    expect(held.x).toEqual({ ...then.x, was: null });
  });

  it('takes smaller cells when those of before do not fit any more', () => {
    const size = SIZES[0] as StageSize;
    const held = arrange(size, convolution(16, 3, 1, 16), { before: convolution(5, 3, 1, 5) });
    for (const box of Object.values(held)) expect(inside(box, size)).toBe(true);
  });

  it('gives a room that grows what its row has left', () => {
    const size = SIZES[0] as StageSize;
    const boxes = arrange(
      size,
      planned(row([grid('x'), room('curve', 100, 200, { grows: true })]), [square('x', 4)]),
    );
    expect(boxes.curve.width).toBeGreaterThan(600);
    expect(inside(boxes.curve, size)).toBe(true);
  });
});

const drawn = fc.record({
  rows: fc.integer({ min: 1, max: 6 }),
  cols: fc.integer({ min: 1, max: 6 }),
  planes: fc.integer({ min: 1, max: 3 }),
  spread: fc.integer({ min: 1, max: 3 }),
  turned: fc.boolean(),
  padding: fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2), fc.nat(2)),
});

describe('places in a grid', () => {
  const boxOf = ({ rows, cols, ...more }: Omit<Spec, 'id' | 'values'>): GridBox =>
    arrange(
      { band: 'wide', width: 2000, height: 600 },
      planned(row([grid('x')]), [{ id: 'x', rows, cols, values: [], ...more }]),
    ).x;

  it('the middle of a cell is that cell', () => {
    fc.assert(
      fc.property(drawn, fc.nat(), fc.nat(), fc.nat(), (spec, a, b, c) => {
        const box = boxOf(spec);
        const place = { plane: c % spec.planes, row: a % spec.rows, col: b % spec.cols };
        const { x, y, width } = cellBox(box, place.row, place.col, place.plane);
        expect(placeAt(box, x + width / 2, y + width / 2)).toEqual(place);
      }),
    );
  });

  it('padding, inserted zeros and what lies beside the grid are no cells', () => {
    const box = boxOf({ rows: 3, cols: 3, padding: [1, 1, 1, 1], spread: 2 });
    const middle = (row: number, col: number): [number, number] => {
      const { x, y, width } = cellBox(box, row, col);
      return [x + width / 2, y + width / 2];
    };
    expect(placeAt(box, ...middle(-0.5, 0))).toBeNull();
    expect(placeAt(box, ...middle(0.5, 1))).toBeNull();
    expect(placeAt(box, box.x - 5, box.y + 5)).toBeNull();
    expect(placeAt(box, ...middle(2, 1))).toEqual({ plane: 0, row: 2, col: 1 });
  });

  it('a window lies around its first and its last cell', () => {
    fc.assert(
      fc.property(drawn, (spec) => {
        const box = boxOf(spec);
        const rows = (spec.rows - 1) * spec.spread + 1;
        const cols = (spec.cols - 1) * spec.spread + 1;
        const at = windowBox(box, { row: 0, col: 0, rows, cols });
        const plane = planeBox(box);
        const [top, left, bottom, right] = spec.padding;
        expect(at.x).toBeCloseTo(plane.x + left * box.cell);
        expect(at.y).toBeCloseTo(plane.y + top * box.cell);
        expect(at.width).toBeCloseTo(plane.width - (left + right) * box.cell);
        expect(at.height).toBeCloseTo(plane.height - (top + bottom) * box.cell);
      }),
    );
  });

  it('a turned grid has its first cell at the lower right', () => {
    const box = boxOf({ rows: 3, cols: 3, turned: true });
    expect(cellBox(box, 0, 0)).toMatchObject({ x: box.x + 2 * box.cell, y: box.y + 2 * box.cell });
  });
});
