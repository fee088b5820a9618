import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packGiven, packPixels, unpackGiven, unpackPixels } from '../../../src/kit/digits/givenPixels.ts';
import { digit } from '../../../src/kit/samples/samples.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { network } from '../../../src/scenes/network/scene.ts';

/** 28 × 28 bytes in sixteen greys, with long stretches of paper and of ink. */
const pictures = fc
  .array(fc.tuple(fc.constantFrom(0, 15, 7, 1), fc.integer({ min: 1, max: 90 })), {
    minLength: 40,
    maxLength: 60,
  })
  .map((runs) => {
    const pixels = runs.flatMap(([grey, run]) => new Array<number>(run).fill(17 * grey));
    return Uint8Array.from({ length: 784 }, (_, i) => pixels[i % pixels.length] ?? 0);
  });

describe('a picture given by its pixels', () => {
  it('comes back from its text', () => {
    fc.assert(
      fc.property(pictures, (pixels) => {
        expect(unpackPixels(packPixels(pixels))).toEqual(pixels);
      }),
    );
  });

  it('of a digit takes a link of a few hundred letters', () => {
    for (let label = 0; label < 10; label++) expect(packPixels(digit(label).pixels).length).toBeLessThan(260);
  });

  it('of a photograph keeps it as it was taken, too', () => {
    const [ready, plain] = [new Uint8Array(784).fill(17), new Uint8Array(784).fill(255)];
    expect(unpackGiven(packGiven({ ready, plain }))).toEqual({ ready, plain });
    expect(unpackGiven(packGiven({ ready, plain: ready }))).toEqual({ ready, plain: ready });
  });

  it.each([
    '',
    '0',
    'z',
    '0'.repeat(783),
    '0'.repeat(785),
    `${'0'.repeat(784)}.`,
    'é'.repeat(784),
    '..',
    'Gz',
  ])('refuses %s', (text) => expect(unpackGiven(text)).toBeNull());

  it('is what the network reads, and gives way to a digit', () => {
    const store = createFigureStore(network);
    store.actions.fromLink({ pixels: packPixels(digit(7).pixels) });
    expect(store.getState().linkProblems).toEqual([]);
    expect(store.getState().model.best).toBe(7);
    store.actions.setParams({ digit: '4', strokes: null, pixels: '' });
    expect(store.getState().model.best).toBe(4);
    store.actions.fromLink({ pixels: 'zzz' });
    expect(store.getState().linkProblems).toEqual(['pixels']);
  });
});
