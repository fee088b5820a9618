import { describe, expect, it } from 'vitest';
import { cameraProblem } from '../../../../src/kit/picture/camera.ts';
import { ByteReader } from '../../../../src/kit/picture/formats/ByteReader.ts';
import { otherFile } from '../../../../src/kit/picture/formats/otherFiles.ts';
import type { PictureNote, PictureProblem } from '../../../../src/kit/picture/picture.ts';
import { onWhite } from '../../../../src/kit/picture/pixels.ts';
import { problemText } from '../../../../src/kit/picture/problemText.ts';
import { readingText } from '../../../../src/kit/picture/readingText.ts';
import { checkSize, fitted } from '../../../../src/kit/picture/size.ts';
import { pictureFile } from '../../../pictures/read.ts';

const LANGUAGES = ['en', 'zh'] as const;

describe('pixels on white', () => {
  it('mixes by opacity and says whether anything shone through', () => {
    const half = onWhite(Uint8ClampedArray.from([100, 0, 200, 51, 10, 20, 30, 255]));
    expect([...half.rgb]).toEqual([224, 204, 244, 10, 20, 30]);
    expect(half.transparent).toBe(true);
    expect(onWhite(Uint8ClampedArray.from([1, 2, 3, 255]))).toEqual({
      rgb: Uint8ClampedArray.from([1, 2, 3]),
      transparent: false,
    });
  });
});

describe('the size that is taken', () => {
  const limits = { maxSide: 96, minSide: 4 };

  it('fits the longer side, never below one pixel, and enlarges nothing', () => {
    expect(fitted(4000, 3000, 96)).toEqual([96, 72]);
    expect(fitted(20_000, 10, 96)).toEqual([96, 1]);
    expect(fitted(30, 20, 96)).toEqual([30, 20]);
  });

  it('refuses what is too large to decode; a drawing is drawn at the size that is wanted', () => {
    expect(() => checkSize([11_000, 11_000], limits)).toThrow('tooLarge');
    expect(() => checkSize([11_000, 11_000], limits, true)).not.toThrow();
    expect(() => checkSize([12_000, 9000], limits)).not.toThrow();
    expect(() => checkSize([3, 90], limits)).toThrow('tooSmall');
    expect(() => checkSize([20_000, 40], limits)).toThrow('tooThin');
  });
});

describe('what is said', () => {
  const problems: PictureProblem[] = [
    { kind: 'empty' },
    { kind: 'cut' },
    { kind: 'damaged' },
    { kind: 'tooHeavy' },
    { kind: 'noPicture' },
    { kind: 'nothingThere' },
    { kind: 'notDecoded', format: 'HEIC' },
    { kind: 'notDecoded', format: 'PNG' },
    { kind: 'notHandedOver', format: 'SVG' },
    { kind: 'otherFile', file: { name: 'OpenEXR', kind: 'picture' } },
    { kind: 'otherFile', file: { name: 'PDF', kind: 'document' } },
    { kind: 'otherFile', file: { name: 'MP4', kind: 'video' } },
    { kind: 'otherFile', file: { name: 'ZIP', kind: 'archive' } },
    { kind: 'tooLarge', size: [20_000, 20_000] },
    { kind: 'tooThin', size: [20_000, 10] },
    { kind: 'tooSmall', size: [2, 2] },
    { kind: 'cameraAbsent' },
    { kind: 'cameraRefused' },
    { kind: 'cameraBusy' },
    { kind: 'cameraFailed' },
  ];

  it('has a sentence of its own for every problem, in both languages', () => {
    for (const language of LANGUAGES) {
      const texts = problems.map((problem) => problemText(problem, 'a.png', language));
      expect(new Set(texts).size).toBe(problems.length);
      for (const text of texts) expect(text).toMatch(language === 'en' ? /\.$/ : /。$/);
    }
  });

  it('names the format and says what to do', () => {
    expect(problemText({ kind: 'notDecoded', format: 'HEIC' }, 'a.heic', 'en')).toBe(
      '“a.heic” is a HEIC picture, which this browser cannot read. Export it as JPEG and open that. The figure keeps the picture it had.',
    );
    expect(problemText({ kind: 'notDecoded', format: 'HEIC' }, 'a.heic', 'zh')).toContain('请导出为 JPEG');
    expect(problemText({ kind: 'notDecoded', format: 'AVIF' }, 'a', 'en')).toContain('an AVIF picture');
  });

  it('says what was done to the picture', () => {
    const picture = { name: 'cat.png', width: 96, height: 72, rgb: new Uint8ClampedArray() };
    const notes: PictureNote[] = [
      { kind: 'shrunk', from: [4000, 3000] },
      { kind: 'firstFrame' },
      { kind: 'onWhite' },
    ];
    expect(readingText(picture, notes, 'en')).toBe(
      'cat.png: shrunk from 4000 × 3000 to 96 × 72 pixels; first frame of an animation; transparent parts laid on white.',
    );
    expect(readingText(picture, [], 'zh')).toBe('cat.png：96 × 72 像素。');
    const others: PictureNote[] = [
      { kind: 'noEnd' },
      { kind: 'mayBeConverted' },
      { kind: 'fromCmyk' },
      { kind: 'eightBits', bits: 16 },
    ];
    for (const language of LANGUAGES)
      expect(new Set(others.map((note) => readingText(picture, [note], language))).size).toBe(others.length);
  });

  it('tells a refused camera from one that is absent or busy', () => {
    const kindOf = (name: string): string => cameraProblem({ name }).kind;
    expect(kindOf('NotAllowedError')).toBe('cameraRefused');
    expect(kindOf('NotFoundError')).toBe('cameraAbsent');
    expect(kindOf('NotReadableError')).toBe('cameraBusy');
    expect(kindOf('Surprise')).toBe('cameraFailed');
    expect(cameraProblem(null).kind).toBe('cameraFailed');
  });
});

describe('a file that is no picture of a browser', () => {
  const nameOf = (start: string | Buffer): string | undefined =>
    otherFile(new ByteReader(Buffer.from(start as string, 'latin1')))?.name;

  it.each([
    ['TIFF / RAW', pictureFile('photo.tiff')],
    ['RAW (CR2)', 'II*\0\x10\0\0\0CR\x02\0'],
    ['RAW (CR3)', '\0\0\0\x18ftypcrx \0\0\0\x01crx isom'],
    ['QuickTime', '\0\0\0\x14ftypqt  \0\0\0\0qt  '],
    ['MP4', '\0\0\0\x18ftypisom\0\0\x02\0isomiso2'],
    ['JPEG 2000', '\0\0\0\x0cjP  \r\n\x87\n'],
    ['PDF', '%PDF-1.7\n'],
    ['Photoshop (PSD)', '8BPS\0\x01'],
    ['Netpbm', 'P6\n4 4\n255\n'],
    ['HTML', '<!DOCTYPE html>\n<html lang="en">'],
    ['AVI', 'RIFF\x10\0\0\0AVI LIST'],
    ['ZIP', 'PK\x03\x04\x14\0'],
  ])('%s', (name, start) => expect(nameOf(start)).toBe(name));

  it('what is not known has no name', () => {
    expect(nameOf('hello')).toBeUndefined();
    expect(nameOf('')).toBeUndefined();
  });
});
