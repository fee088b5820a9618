import { describe, expect, it } from 'vitest';
import { barAxis, barEnd, barValue } from '../../../src/kit/bars/axis.ts';
import { arrange } from '../../../src/kit/stage/arrange.ts';
import { grid, room, row } from '../../../src/kit/stage/plan.ts';

const specs = new Map([['a', { id: 'a', rows: 3, cols: 1, values: [1, 2, 3] }]]);
const plan = row([grid('a'), room('beside', 100, 40, { grows: true })], { gap: 0 });
const boxes = arrange({ band: 'wide', width: 400, height: 200 }, { plan, specs });
const axisOf = (low: number, high: number) => barAxis(boxes.a, boxes.beside, [low, high]);

describe('bars beside a column', () => {
  it('begin at 0, or at the edge where 0 lies outside', () => {
    expect(axisOf(-5, 5).base).toBe(0);
    expect(axisOf(96, 106).base).toBe(96);
  });

  it('stand in the rows of their cells, right of them', () => {
    const axis = axisOf(0, 1);
    for (const k of [0, 1, 2]) {
      const { x, y, height } = axis.rowOf(k);
      expect(x).toBeGreaterThan(boxes.a.x + boxes.a.width);
      expect([y, height]).toEqual([boxes.a.y + k * boxes.a.cell, boxes.a.cell]);
    }
  });

  it('end at the edge when their number lies beyond it, and are pulled in whole steps', () => {
    const axis = axisOf(0, 1);
    expect(barEnd(axis, Number.POSITIVE_INFINITY)).toBe(axis.x(1));
    expect(barEnd(axis, -3)).toBe(axis.x(0));
    expect(barValue(axis, axis.x(0.3337), 0.01)).toBe(0.33);
    expect(barValue(axis, axis.x(1) + 500, 0.01)).toBe(1);
    expect(Object.is(barValue(axisOf(-1, 1), axis.x(0) - 500, 0.1), -1)).toBe(true);
  });
});
