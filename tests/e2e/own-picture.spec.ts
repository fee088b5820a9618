import { expect, type Locator, test } from '@playwright/test';
import { encode } from 'jpeg-js';
import { pictureFile } from '../pictures/read.ts';
import { openFigure, watchErrors } from './figure.ts';
import { bmpOf, dibOf, gifOf, icoOf, pngOf } from './pictures.ts';

const SCENE = 'pixel-tensor';
const ORANGE = [200, 100, 50] as const;

const give = (figure: Locator, name: string, buffer: Buffer) =>
  figure.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

const said = (figure: Locator): Locator => figure.locator('.own-said');

/** The three bytes of the first pixel under the loupe. */
const pixel = (figure: Locator): Promise<number[]> =>
  figure
    .locator('[data-tensor=x] [data-row="0"][data-col="0"]')
    .evaluateAll((cells) => cells.map((cell) => Number((cell as SVGElement).dataset['value'])));

const jpeg = encode({ width: 40, height: 24, data: Buffer.alloc(40 * 24 * 4, 99) }, 90).data;

test('every kind of file that opens: the numbers are those that are stored', async ({ page }) => {
  const errors = watchErrors(page);
  const figure = await openFigure(page, './', SCENE);
  // Where the profile says Display P3, the stored numbers are kept.
  const stored = [187, 105, 63];
  for (const [name, buffer, colour, sentence] of [
    ['trail100.png', pictureFile('trail100.png'), ORANGE, '10 × 8 pixels.'],
    ['p3-orange.png', pictureFile('p3-orange.png'), ORANGE, '10 × 8 pixels.'],
    ['p3.jpg', pictureFile('p3.jpg'), stored, '16 × 12 pixels.'],
    ['p3.webp', pictureFile('p3.webp'), stored, '16 × 12 pixels.'],
    ['p3.avif', pictureFile('p3.avif'), stored, '16 × 12 pixels.'],
    ['orange.avif', pictureFile('orange.avif'), ORANGE, '16 × 12 pixels.'],
    ['ten.avif', pictureFile('orange-ten-bits.avif'), ORANGE, 'stored with 10 bits a number'],
    ['orange.webp', pictureFile('orange.webp'), ORANGE, '16 × 12 pixels.'],
    ['lossless.webp', pictureFile('orange-lossless.webp'), ORANGE, '16 × 12 pixels.'],
    ['two.webp', pictureFile('two.webp'), ORANGE, 'first frame of an animation'],
    ['glass.webp', pictureFile('glass.webp'), [227, 177, 152], 'transparent parts laid on white'],
    ['orange.bmp', bmpOf(12, 9, ORANGE), ORANGE, '12 × 9 pixels.'],
    ['orange.gif', gifOf(12, 9, [ORANGE]), ORANGE, '12 × 9 pixels.'],
    ['bitmap.ico', icoOf(dibOf(16, ORANGE)), ORANGE, '16 × 16 pixels.'],
    ['picture.ico', icoOf(pngOf(16, 16, () => [...ORANGE, 255])), ORANGE, '16 × 16 pixels.'],
    ['foreign.svg', pictureFile('foreign.svg'), ORANGE, '40 × 20 pixels.'],
    ['noeoi.jpg', jpeg.subarray(0, -2), [99, 99, 99], '40 × 24 pixels.'],
    ['rounds.jpg', pictureFile('progressive.jpg').subarray(0, -2), ORANGE, 'lacks its end mark'],
  ] as const) {
    await give(figure, name, buffer);
    await expect(said(figure)).toContainText(`${name}: `);
    await expect(said(figure)).toContainText(sentence);
    for (const [c, value] of (await pixel(figure)).entries())
      expect(Math.abs(value - (colour[c] as number)), `${name}, channel ${c}: ${value}`).toBeLessThanOrEqual(
        3,
      );
  }
  expect(errors).toEqual([]);
});

test('every kind of file that is refused: one sentence, and the figure keeps what it had', async ({
  page,
}) => {
  const figure = await openFigure(page, './', SCENE);
  const before = await pixel(figure);
  const half = (buffer: Buffer): Buffer => buffer.subarray(0, buffer.length - 20);
  for (const [name, buffer, sentence] of [
    [
      'mid11000.webp',
      pictureFile('mid11000.webp'),
      'has 11000 × 11000 pixels, more than a page can safely decode',
    ],
    ['cut-noise.webp', pictureFile('cut-noise.webp'), 'is cut short'],
    ['hole-iend.png', pictureFile('hole-iend.png'), 'is cut short'],
    ['damaged.png', pictureFile('damaged.png'), 'is damaged'],
    ['cut.avif', half(pictureFile('orange.avif')), 'is cut short'],
    ['cut.jpg', half(pictureFile('halved.jpg')), 'is cut short'],
    ['cut.gif', half(gifOf(40, 40, [ORANGE])), 'is cut short'],
    ['cut.bmp', half(bmpOf(40, 40, ORANGE)), 'is cut short'],
    ['cut.ico', half(icoOf(pngOf(16, 16, () => [1, 2, 3, 255]))), 'is cut short'],
    ['a.heic', pictureFile('a.heic'), 'is a HEIC picture, which this browser cannot read. Export it as JPEG'],
    ['photo.tiff', pictureFile('photo.tiff'), 'is a picture in the format TIFF / RAW'],
    ['paper.pdf', Buffer.from('%PDF-1.7\n'), 'is a document (PDF)'],
  ] as const) {
    await give(figure, name, buffer);
    await expect(figure.getByRole('alert')).toContainText(`“${name}” ${sentence}`);
    await expect(figure.getByRole('alert')).toContainText('The figure keeps the picture it had.');
    expect(await pixel(figure)).toEqual(before);
  }
});
