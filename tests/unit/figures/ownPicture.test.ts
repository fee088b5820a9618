import { encode } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { cameraProblem } from '../../../src/figures/ownPicture/camera.ts';
import { readHeader } from '../../../src/figures/ownPicture/header.ts';
import { fitted, onWhite, type PictureProblem } from '../../../src/figures/ownPicture/picture.ts';
import { problemText, readingText } from '../../../src/figures/ownPicture/words.ts';
import { gifOf, pngOf } from '../../e2e/pictures.ts';

const red = (count: number): number[] => Array.from({ length: count }, () => [255, 0, 0, 255]).flat();

describe('the header of a picture', () => {
  it('knows PNG and its size', () => {
    expect(readHeader(pngOf(20_000, 3, () => [1, 2, 3, 255]))).toEqual({
      format: 'png',
      size: [20_000, 3],
      animated: false,
      cut: false,
    });
  });

  it('knows JPEG and its size as stored', () => {
    const { data } = encode({ width: 24, height: 16, data: Buffer.from(red(24 * 16)) }, 90);
    expect(readHeader(data)).toEqual({ format: 'jpeg', size: [24, 16], animated: false, cut: false });
    expect(readHeader(data.subarray(0, data.length - 40)).cut).toBe(true);
  });

  it('tells an animated GIF from a still one', () => {
    expect(readHeader(gifOf(8, 6, [[255, 0, 0]]))).toEqual({ format: 'gif', size: [8, 6], animated: false });
    expect(
      readHeader(
        gifOf(8, 6, [
          [255, 0, 0],
          [0, 0, 255],
        ]),
      ).animated,
    ).toBe(true);
  });

  it('knows SVG by its first tag', () => {
    const svg = new TextEncoder().encode('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect(readHeader(svg).format).toBe('svg');
  });

  it('never throws: text, a cut file, nothing', () => {
    for (const bytes of [
      new TextEncoder().encode('hello'),
      pngOf(9, 9, () => [0, 0, 0, 255]).subarray(0, 18),
      new Uint8Array(),
    ])
      expect(() => readHeader(bytes)).not.toThrow();
    expect(readHeader(new TextEncoder().encode('hello'))).toMatchObject({ format: 'other', size: null });
  });
});

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

  it('fits the longer side, never below one pixel, and enlarges nothing', () => {
    expect(fitted(4000, 3000, 96)).toEqual([96, 72]);
    expect(fitted(20_000, 10, 96)).toEqual([96, 1]);
    expect(fitted(30, 20, 96)).toEqual([30, 20]);
  });
});

describe('what is said', () => {
  const problems: PictureProblem[] = [
    { kind: 'empty' },
    { kind: 'cut' },
    { kind: 'tooHeavy' },
    { kind: 'noPicture' },
    { kind: 'nothingThere' },
    { kind: 'tooLarge', size: [20_000, 20_000] },
    { kind: 'tooThin', size: [20_000, 10] },
    { kind: 'tooSmall', size: [2, 2] },
    { kind: 'cameraAbsent' },
    { kind: 'cameraRefused' },
    { kind: 'cameraBusy' },
    { kind: 'cameraFailed' },
  ];

  it('has a sentence of its own for every problem, in both languages', () => {
    for (const language of ['en', 'zh'] as const) {
      const texts = problems.map((problem) => problemText(problem, 'a.png', language));
      expect(new Set(texts).size).toBe(problems.length);
      for (const text of texts) expect(text).toMatch(language === 'en' ? /\.$/ : /。$/);
    }
  });

  it('says what was done to the picture', () => {
    const picture = { name: 'cat.png', width: 96, height: 72, rgb: new Uint8ClampedArray() };
    const notes = [
      { kind: 'shrunk', from: [4000, 3000] },
      { kind: 'firstFrame' },
      { kind: 'onWhite' },
    ] as const;
    expect(readingText(picture, notes, 'en')).toBe(
      'cat.png: shrunk from 4000 × 3000 to 96 × 72 pixels; first frame of an animation; transparent parts laid on white.',
    );
    expect(readingText(picture, [], 'zh')).toBe('cat.png：96 × 72 个像素。');
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
