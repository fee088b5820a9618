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

describe('a track', () => {
  it('finds every whole position again from its moment', () => {
    fc.assert(
      fc.property(tracks, (track) => {
        for (let position = 0; position <= track.total; position++) {
          const { stretch, cell, done } = momentAt(track, position);
          expect(positionOf(track, { stretch: stretch.id, cell, done })).toBe(position);
        }
      }),
    );
  });

  it('speaks between two positions of the step that is under way', () => {
    fc.assert(
      fc.property(tracks, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (track, fraction) => {
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
      fc.property(tracks, tracks, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, at) => {
        const position = Math.round(at * from.total);
        const carried = carryOver(from, to, position);
        expect(carried).toBeGreaterThanOrEqual(0);
        expect(carried).toBeLessThanOrEqual(to.total);
        const { stretch, finished } = momentAt(from, position);
        const same = to.stretches.find(({ id }) => id === stretch.id);
        if (same && finished === stretch.cells) expect(carried).toBe(same.start + same.cells * same.terms);
        expect(carryOver(from, from, position)).toBe(position);
      }),
    );
  });

  it('refuses to be empty', () => {
    expect(() => createTrack([{ id: 'none', cells: 0, terms: 3, name }])).toThrow('no step');
  });
});
