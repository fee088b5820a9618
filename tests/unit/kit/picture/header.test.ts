import { encode } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import type { PictureHeader } from '../../../../src/kit/picture/formats/header.ts';
import { readHeader } from '../../../../src/kit/picture/formats/readHeader.ts';
import { bmpOf, dibOf, gifOf, icoOf, pngOf } from '../../../e2e/pictures.ts';
import { pictureFile } from '../../../pictures/read.ts';

const ORANGE = [200, 100, 50] as const;
const BLUE = [0, 0, 255] as const;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const jpegOf = (width: number, height: number): Buffer =>
  encode({ width, height, data: Buffer.alloc(width * height * 4, 200) }, 90).data;

const headerOf = (bytes: Uint8Array): PictureHeader => {
  const header = readHeader(bytes);
  if (!header) throw new Error('no header');
  return header;
};

describe('the size, before anything is decoded', () => {
  it.each([
    ['PNG', pngOf(20_000, 3, () => [1, 2, 3, 255]), [20_000, 3]],
    ['PNG', pictureFile('interlaced.png'), [13, 9]],
    ['JPEG', jpegOf(24, 16), [24, 16]],
    ['JPEG', pictureFile('progressive.jpg'), [16, 12]],
    ['GIF', gifOf(8, 6, [ORANGE]), [8, 6]],
    ['WebP', pictureFile('orange.webp'), [16, 12]],
    ['WebP', pictureFile('orange-lossless.webp'), [16, 12]],
    ['WebP', pictureFile('glass.webp'), [16, 12]],
    ['WebP', pictureFile('mid11000.webp'), [11_000, 11_000]],
    ['BMP', bmpOf(7, 5, ORANGE), [7, 5]],
    ['AVIF', pictureFile('orange.avif'), [16, 12]],
    ['HEIC', pictureFile('a.heic'), [64, 64]],
    ['JPEG XL', pictureFile('two.jxl'), [2, 2]],
    // The list of an icon has 16 × 16 in it; the picture itself says more.
    [
      'ICO',
      icoOf(
        dibOf(16, ORANGE),
        pngOf(300, 200, () => [1, 2, 3, 255]),
      ),
      [300, 200],
    ],
    ['ICO', icoOf(dibOf(16, ORANGE)), [16, 16]],
    ['SVG', utf8('<?xml version="1.0"?>\n<svg width="40" height="2cm"/>'), [40, 76]],
    ['SVG', utf8('<!-- a > b --><svg\n viewBox="0 0 30 20" width="100%"></svg>'), [30, 20]],
    ['SVG', utf8('<s:svg xmlns:s="http://www.w3.org/2000/svg"></s:svg>'), null],
    ['SVG', pictureFile('foreign.svg'), [40, 20]],
  ] as const)('%s %#', (format, bytes, size) => {
    expect(headerOf(bytes)).toMatchObject({ format, size });
    expect(headerOf(bytes).fault).toBeUndefined();
  });

  it('a BMP that counts its rows from the top', () => {
    const file = bmpOf(4, 9, ORANGE);
    file.writeInt32LE(-9, 22);
    expect(headerOf(file).size).toEqual([4, 9]);
  });

  it('a size in a JPEG XL that is not a small one, with a ratio and without', () => {
    // Bits from the lowest: 0 (not small), 01 (13 bits), 1199, ratio 2 (6 : 5).
    const ratio = (0b01 << 1) | (1199 << 3);
    const bytes = [0xff, 0x0a, ratio & 255, ratio >> 8, 2, 0, 0];
    expect(headerOf(Uint8Array.from(bytes)).size).toEqual([1440, 1200]);
    // 1 (small), height 8 × 3, ratio 0, width 8 × 32.
    const small = 1 | (2 << 1) | (31 << 9);
    expect(headerOf(Uint8Array.from([0xff, 0x0a, small & 255, small >> 8, 0])).size).toEqual([256, 24]);
  });
});

describe('what else a header says', () => {
  const said = (bytes: Uint8Array, key: keyof PictureHeader): unknown => headerOf(bytes)[key] ?? false;

  it('tells an animation from a still picture', () => {
    expect(said(gifOf(8, 6, [ORANGE, BLUE]), 'animated')).toBe(true);
    expect(said(gifOf(8, 6, [ORANGE]), 'animated')).toBe(false);
    expect(said(pictureFile('two.webp'), 'animated')).toBe(true);
    expect(said(pictureFile('glass.webp'), 'animated')).toBe(false);
  });

  it('knows where nothing can be transparent', () => {
    for (const name of ['orange.avif', 'orange.webp', 'orange-lossless.webp', 'progressive.jpg', 'p3.webp'])
      expect([name, said(pictureFile(name), 'opaque')]).toEqual([name, true]);
    for (const name of ['glass.avif', 'glass.webp', 'two.webp', 'foreign.svg'])
      expect([name, said(pictureFile(name), 'opaque')]).toEqual([name, false]);
    expect(said(pictureFile('trail100.png'), 'opaque')).toBe(true);
    expect(
      said(
        pngOf(2, 2, () => [0, 0, 0, 9]),
        'opaque',
      ),
    ).toBe(false);
    expect(said(gifOf(8, 6, [ORANGE]), 'opaque')).toBe(true);
    expect(said(bmpOf(8, 6, ORANGE), 'opaque')).toBe(true);
  });

  it('knows other colours than those of sRGB, CMYK, and more than eight bits', () => {
    for (const name of ['p3.avif', 'p3.jpg', 'p3.webp', 'p3-orange.png'])
      expect([name, said(pictureFile(name), 'otherColours')]).toEqual([name, true]);
    for (const name of ['orange.avif', 'orange.webp', 'srgb.jpg', 'progressive.jpg', 'trail100.png'])
      expect([name, said(pictureFile(name), 'otherColours')]).toEqual([name, false]);
    expect(said(pictureFile('cmyk.jpg'), 'cmyk')).toBe(true);
    expect(said(pictureFile('sixteen-bits.png'), 'bits')).toBe(16);
    expect(said(pictureFile('orange-ten-bits.avif'), 'bits')).toBe(10);
  });
});

it('never throws: text, nothing, bytes at random behind every kind of beginning', () => {
  expect(readHeader(utf8('hello'))).toBeUndefined();
  expect(readHeader(new Uint8Array())).toBeUndefined();
  for (const start of [
    pngOf(9, 9, () => [0, 0, 0, 255]),
    jpegOf(9, 9),
    gifOf(9, 9, [ORANGE]),
    bmpOf(9, 9, ORANGE),
    icoOf(dibOf(9, ORANGE)),
    ...['orange.webp', 'glass.webp', 'orange.avif', 'two.jxl', 'foreign.svg'].map(pictureFile),
  ])
    for (let from = 0; from < Math.min(start.length, 120); from++) {
      const bytes = Uint8Array.from(start, (byte, i) => (i < from ? byte : (i * 151 + from * 7) & 255));
      expect(() => readHeader(bytes)).not.toThrow();
    }
});
