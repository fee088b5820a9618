import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logarithmic } from '../../../src/playback/parameters/spec.ts';

const spec = logarithmic({ label: { en: 'Rate', zh: '率' }, default: 0.1, range: [0.001, 10] });
const places = spec.places as NonNullable<typeof spec.places>;

describe('a slider that goes by ratios', () => {
  it('stops at round numbers, each the same decimal as it is written', () => {
    expect([0, 1, 6, 13, 18, 20].map(places.at)).toEqual([1, 1.1, 2, 4.5, 8, 10]);
    expect([-20, -19, -6, -2, -40, -60].map(places.at)).toEqual([0.1, 0.11, 0.5, 0.8, 0.01, 0.001]);
  });

  it('finds the place of each of its stops', () => {
    fc.assert(
      fc.property(fc.integer({ min: -80, max: 80 }), (place) => {
        expect(places.of(places.at(place))).toBe(place);
      }),
    );
  });

  it('puts a typed number between the stops beside it, in order', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-4, max: 1e4, noNaN: true }), (value) => {
        const place = places.of(value);
        expect(places.at(Math.floor(place))).toBeLessThanOrEqual(value * (1 + 1e-12));
        expect(places.at(Math.floor(place) + 1)).toBeGreaterThan(value * (1 - 1e-12));
        expect(places.of(value * 1.01)).toBeGreaterThan(place);
      }),
    );
  });
});
