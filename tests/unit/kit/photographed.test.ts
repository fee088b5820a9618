import { describe, expect, it } from 'vitest';
import { digitPass } from '../../../src/kit/digitPass/pass.ts';
import { photographed } from '../../../src/kit/digits/photographed.ts';
import type { Picture } from '../../../src/kit/picture/picture.ts';
import { digit } from '../../../src/kit/samples/samples.ts';
import { createRandom } from '../../../src/tensor/random.ts';

/** A sheet of paper, lit from one side, with a digit of the test set written on it in dark ink. */
function sheet(
  label: number,
  {
    width = 280,
    height = 280,
    size = 120,
    left = 40,
    top = 90,
    ink = 60,
    noise = 4,
    shade = 0.5,
    dark = false,
  } = {},
): Picture {
  const random = createRandom(label + 1);
  const { pixels } = digit(label);
  const rgb = new Uint8ClampedArray(width * height * 3);
  for (let row = 0; row < height; row++)
    for (let col = 0; col < width; col++) {
      const [r, c] = [Math.floor(((row - top) * 28) / size), Math.floor(((col - left) * 28) / size)];
      const inside = r >= 0 && r < 28 && c >= 0 && c < 28;
      const covered = inside ? (pixels[r * 28 + c] as number) / 255 : 0;
      const light = 230 * (1 - shade * (col / width));
      const grey = light * (1 - covered) + Math.min(ink, light) * covered + noise * (random.next() - 0.5);
      rgb.fill(dark ? 255 - grey : grey, 3 * (row * width + col), 3 * (row * width + col) + 3);
    }
  return { name: 'sheet', width, height, rgb };
}

const readOf = (picture: Picture): number => digitPass(photographed(picture).ready, 0).best;

describe('a photographed digit', () => {
  it.each(Array.from({ length: 10 }, (_, label) => label))(
    '%i is found on a sheet in uneven light',
    (label) => {
      expect(readOf(sheet(label))).toBe(label);
    },
  );

  it.each([0, 2, 3, 5, 7])(
    '%i is found when small, in a corner, light on dark, or in a wide picture',
    (label) => {
      expect(readOf(sheet(label, { size: 70, left: 190, top: 20 }))).toBe(label);
      expect(readOf(sheet(label, { dark: true, shade: 0.2 }))).toBe(label);
      expect(readOf(sheet(label, { width: 400, left: 120 }))).toBe(label);
    },
  );

  it('has its centre of mass in the middle, and paper around it', () => {
    const { ready } = photographed(sheet(4));
    const mass = ready.reduce((sum, ink) => sum + ink, 0);
    const x = ready.reduce((sum, ink, i) => sum + ink * ((i % 28) + 0.5), 0) / mass;
    expect(Math.abs(x - 14.5)).toBeLessThan(0.3);
    for (let i = 0; i < 28; i++) expect([ready[i], ready[27 * 28 + i]]).toEqual([0, 0]);
  });

  it('as it lies is bright where the paper is', () => {
    const { plain } = photographed(sheet(1, { shade: 0, noise: 0 }));
    expect(plain[0]).toBe(230);
  });

  it.each([0, 128, 255])('is paper alone where all is grey %i', (grey) => {
    const rgb = new Uint8ClampedArray(3 * 60 * 60).fill(grey);
    const { ready } = photographed({ name: 'blank', width: 60, height: 60, rgb });
    expect(ready.every((ink) => ink === 0)).toBe(true);
  });

  it('is found in pictures of any shape without a fault', () => {
    for (const [width, height] of [
      [1, 1],
      [3, 500],
      [28, 28],
      [333, 97],
    ] as const) {
      const { ready, plain } = photographed(sheet(2, { width, height, size: 20, left: 2, top: 2 }));
      expect([ready.length, plain.length]).toEqual([784, 784]);
    }
  });
});
