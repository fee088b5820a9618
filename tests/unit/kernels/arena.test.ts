import { describe, expect, it } from 'vitest';
import { giveRegion, takeRegion } from '../../../src/tensor/kernels/arena.ts';

describe('the arena', () => {
  it('hands out stretches of zeros that do not overlap, and takes them back', () => {
    const [a, b, c] = [takeRegion(100), takeRegion(50), takeRegion(70)];
    for (const [i, region] of [a, b, c].entries())
      region.arena.a.fill(i + 1, region.start, region.start + region.words);
    expect(new Set(b.arena.a.subarray(b.start, b.start + 50))).toEqual(new Set([2]));
    giveRegion(b);
    giveRegion(a);
    // What was given back joins up: the two neighbours hold one larger stretch.
    const d = takeRegion(150);
    expect(d.start).toBe(a.start);
    expect(new Set(d.arena.a.subarray(d.start, d.start + 150))).toEqual(new Set([0]));
    expect(new Set(c.arena.a.subarray(c.start, c.start + 70))).toEqual(new Set([3]));
    giveRegion(c);
    giveRegion(d);
    const again = takeRegion(220);
    expect(again.start).toBe(a.start);
    giveRegion(again);
  });

  it('makes an arena of its own where the shared one is full', () => {
    const large = takeRegion(2 ** 22);
    expect(large.words).toBe(2 ** 22);
    expect(large.arena).not.toBe(takeRegion(1).arena);
  });
});
