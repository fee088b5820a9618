import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryOver, createTrack, momentAt, positionOf, type Stretch } from '../../../src/playback/track.ts';

const name = { en: '', zh: '' };
const stretches = fc.array(
  fc.record({ cells: fc.integer({ min: 0, max: 6 }), terms: fc.integer({ min: 0, max: 5 }) }),
  { minLength: 1, maxLength: 4 },
);
const tracks = stretches
  .map((all) => all.map((one, i): Stretch => ({ ...one, id: `s${i}`, name })))
  .filter((all) => all.some(({ cells, terms }) => cells * terms > 0))
  .map((all) => createTrack(all));
/** Every cell with a count of its own, some of them 0. */
const uneven = fc
  .array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 3,
  })
  .filter((all) => all.flat().some((count) => count > 0))
  .map((all) =>
    createTrack(
      all.map(
        (counts, i): Stretch => ({
          ...{ id: `s${i}`, cells: counts.length, terms: Math.max(...counts), counts, name },
        }),
      ),
    ),
  );
const anyTrack = fc.oneof(tracks, uneven);

describe('a track', () => {
  it('finds every whole position again from its moment', () => {
    fc.assert(
      fc.property(anyTrack, (track) => {
        for (let position = 0; position <= track.total; position++) {
          const { stretch, cell, done } = momentAt(track, position);
          expect(positionOf(track, { stretch: stretch.id, cell, done })).toBe(position);
        }
      }),
    );
  });

  it('speaks between two positions of the step that is under way', () => {
    fc.assert(
      fc.property(anyTrack, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (track, fraction) => {
        for (let position = 0; position < track.total; position++) {
          const during = momentAt(track, position + fraction);
          const after = momentAt(track, position + 1);
          expect([during.stretch.id, during.cell, during.done + 1]).toEqual([
            after.stretch.id,
            after.cell,
            after.done,
          ]);
          expect(during.enters).toBe(during.done === 0 && during.cell > 0);
        }
      }),
    );
  });

  it('carries a reader over into the same stretch of another track', () => {
    fc.assert(
      fc.property(anyTrack, anyTrack, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, at) => {
        const position = Math.round(at * from.total);
        const carried = carryOver(from, to, position);
        expect(carried).toBeGreaterThanOrEqual(0);
        expect(carried).toBeLessThanOrEqual(to.total);
        const { stretch, finished } = momentAt(from, position);
        const same = to.stretches.find(({ id }) => id === stretch.id);
        if (same && finished === stretch.cells) expect(carried).toBe(same.start + same.steps);
        expect(carryOver(from, from, position)).toBe(position);
      }),
    );
  });

  it('counts a cell without steps as complete as soon as those before it are', () => {
    const [stretch] = [{ id: 's', cells: 4, terms: 2, counts: [0, 2, 0, 1], name }];
    const track = createTrack([stretch as Stretch]);
    expect(track.total).toBe(3);
    expect([0, 1, 2, 3].map((position) => momentAt(track, position).finished)).toEqual([1, 1, 3, 4]);
    expect([1, 2, 3].map((position) => momentAt(track, position).cell)).toEqual([1, 1, 3]);
    expect(momentAt(track, 2.5)).toMatchObject({ cell: 3, done: 0, enters: true, finished: 3 });
  });

  it('refuses to be empty', () => {
    expect(() => createTrack([{ id: 'none', cells: 0, terms: 3, name }])).toThrow('no step');
  });
});
