import { describe, expect, it } from 'vitest';
import { EMPTY_DRAWING } from '../../../src/kit/digits/drawing.ts';
import { begun, REST, UNFINISHED } from '../../../src/scenes/drawn-digit/first.ts';
import { type Guess, runsOf, withGuess } from '../../../src/scenes/drawn-digit/guesses.ts';
import { read, strongestSpot, sumAt } from '../../../src/scenes/drawn-digit/read.ts';

describe('the digit on the opening page', () => {
  it('is a three once it is finished, and not before', () => {
    expect(read({ sample: null, strokes: [UNFINISHED] }).best).not.toBe(3);
    const reading = read({ sample: null, strokes: [UNFINISHED, REST] });
    expect(reading.best).toBe(3);
    expect(reading.shares[3]).toBeGreaterThan(0.9);
  });

  it('can be begun at any part', () => {
    expect(begun(UNFINISHED, 0)).toHaveLength(1);
    expect(begun(UNFINISHED, 1)).toEqual(UNFINISHED);
    for (const part of [0, 0.1, 0.5])
      expect(read({ sample: null, strokes: [begun(UNFINISHED, part)] }).best).not.toBeNull();
  });

  it('is read as nothing where there is no ink', () => {
    const { best, shares } = read(EMPTY_DRAWING);
    expect(best).toBeNull();
    expect(Array.from(shares).reduce((a, b) => a + b)).toBeCloseTo(1, 5);
  });
});

describe('one number, taken apart', () => {
  it('is the number in the map, for the strongest and for one at the border', () => {
    const reading = read({ sample: 7, strokes: [] });
    for (const spot of [strongestSpot(reading), { map: 3, row: 0, col: 27 }]) {
      const { terms, value } = sumAt(reading, spot);
      expect(terms).toHaveLength(26);
      expect(value).toBeCloseTo(reading.layers[0]?.at(0, spot.map, spot.row, spot.col) as number, 4);
    }
    const { map, row, col } = strongestSpot(reading);
    expect(reading.layers[0]?.at(0, map, row, col)).toBe(Math.max(...(reading.layers[0]?.data ?? [])));
  });
});

describe('what a stroke was taken for', () => {
  const guess = (best: number, share = 0.5): Guess => ({ best, share });

  it('is told in runs of the same guess', () => {
    expect(runsOf([guess(7), guess(7), guess(2), guess(7)])).toEqual([
      { best: 7, start: 0, end: 2 },
      { best: 2, start: 2, end: 3 },
      { best: 7, start: 3, end: 4 },
    ]);
    expect(runsOf([])).toEqual([]);
  });

  it('forgets what is long past, and all of it when the pad is cleared', () => {
    const reading = read({ sample: 1, strokes: [] });
    let guesses: readonly Guess[] = [];
    for (let i = 0; i < 400; i++) guesses = withGuess(guesses, reading);
    expect(guesses.length).toBeLessThanOrEqual(160);
    expect(withGuess(guesses, read(EMPTY_DRAWING))).toEqual([]);
  });
});
