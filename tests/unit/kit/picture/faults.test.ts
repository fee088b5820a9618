import { deflateSync } from 'node:zlib';
import { encode } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { isWhole } from '../../../../src/kit/picture/formats/deflated.ts';
import { readHeader } from '../../../../src/kit/picture/formats/readHeader.ts';
import { bmpOf, chunk, dibOf, gifOf, icoOf, pngOf } from '../../../e2e/pictures.ts';
import { pictureFile } from '../../../pictures/read.ts';

const ORANGE = [200, 100, 50] as const;
const faultOf = (bytes: Uint8Array): string => readHeader(bytes)?.fault ?? 'none';
const noisy = pngOf(20, 20, (x, y) => [(x * 97 + y * 31) & 255, (x * y * 13) & 255, (x * x + y) & 255, 255]);
const noise = (count: number): number[] =>
  Array.from({ length: count }, (_, i) => (i * i * 7 + (i >> 3)) & 255);
const jpeg = encode({ width: 40, height: 24, data: Buffer.from(noise(40 * 24 * 4)) }, 90).data;

/** Are the pixels of a PNG all there? */
async function pixelsWhole(bytes: Uint8Array): Promise<boolean> {
  const deflated = readHeader(bytes)?.deflated;
  if (!deflated) throw new Error('no pixels');
  return isWhole(deflated);
}

/** Cuts a whole picture at many places before `end`; each must be seen. */
function expectCutEverywhere(whole: Buffer, end = whole.length): void {
  const from = Math.min(20, end - 1);
  for (let at = from; at < end; at += Math.max(1, Math.floor((end - from) / 40)))
    expect([at, faultOf(whole.subarray(0, at))]).toEqual([at, 'cut']);
}

describe('a file that is cut short', () => {
  it.each([
    ['PNG', noisy],
    ['WebP, lossy', pictureFile('orange.webp')],
    // Its last byte only fills it up to an even length.
    ['WebP, lossless', pictureFile('orange-lossless.webp').subarray(0, -1)],
    ['WebP with transparency', pictureFile('glass.webp')],
    ['AVIF', pictureFile('orange.avif')],
    ['BMP', bmpOf(20, 20, ORANGE)],
    ['ICO with a PNG', icoOf(noisy)],
  ] as const)('%s', (_, whole) => {
    expect(faultOf(whole)).toBe('none');
    expectCutEverywhere(whole);
  });

  it('an icon that lacks pixels; its mask may be missing', () => {
    const whole = icoOf(dibOf(16, ORANGE));
    expectCutEverywhere(whole, whole.length - 1);
  });

  it('GIF: the first frame counts', () => {
    const one = gifOf(30, 30, [ORANGE]);
    expect(faultOf(one)).toBe('none');
    expectCutEverywhere(one, one.length - 1);
    // Without its trailer it is whole.
    expect(faultOf(one.subarray(0, -1))).toBe('none');
    const two = gifOf(30, 30, [ORANGE, [0, 0, 255]]);
    expect(faultOf(two.subarray(0, one.length + 20))).toBe('none');
  });

  it('JPEG: only the end mark may be missing', () => {
    expect(readHeader(jpeg)).toEqual({ format: 'JPEG', size: [40, 24], opaque: true, cmyk: false });
    expect(readHeader(jpeg.subarray(0, -2))).toMatchObject({ size: [40, 24], noEnd: 'whole' });
    expect(readHeader(jpeg.subarray(0, -1))).toMatchObject({ size: [40, 24], noEnd: 'whole' });
    expectCutEverywhere(jpeg, jpeg.length - 4);
    // What lies behind the end mark is none of the picture.
    expect(readHeader(Buffer.concat([jpeg, Buffer.alloc(99, 7)]))).toEqual(readHeader(jpeg));
  });

  it.each(['p3.jpg', 'srgb.jpg', 'cmyk.jpg', 'halved.jpg', 'grey.jpg'])(
    'JPEG of other encoders: %s',
    (name) => {
      const whole = pictureFile(name);
      expect(faultOf(whole)).toBe('none');
      expect(readHeader(whole.subarray(0, -2))).toMatchObject({ noEnd: 'whole' });
      expectCutEverywhere(whole, whole.length - 4);
    },
  );

  it('JPEG with marks of restart', () => {
    // One square of 8 × 8 pixels; with a restart behind each, a row of them is the same data again and again.
    const one = encode({ width: 8, height: 8, data: Buffer.from(noise(256)) }, 90).data;
    const scan = one.lastIndexOf(Buffer.from([0xff, 0xda]));
    const [head, data] = [Buffer.from(one.subarray(0, scan + 14)), one.subarray(scan + 14, -2)];
    head.writeUInt16BE(24, head.lastIndexOf(Buffer.from([0xff, 0xc0])) + 7);
    const interval = Buffer.from([0xff, 0xdd, 0, 4, 0, 1]);
    const marks = [0xd0, 0xd1].map((mark) => Buffer.from([0xff, mark]));
    const whole = Buffer.concat([
      ...[head.subarray(0, scan), interval, head.subarray(scan)],
      ...[data, marks[0] as Buffer, data, marks[1] as Buffer, data, Buffer.from([0xff, 0xd9])],
    ]);
    expect(readHeader(whole)).toMatchObject({ size: [24, 8] });
    expect(readHeader(whole.subarray(0, -2))).toMatchObject({ size: [24, 8], noEnd: 'whole' });
    expectCutEverywhere(whole, whole.length - 4);
  });

  it('JPEG in several rounds: without its end mark nobody knows', () => {
    const whole = pictureFile('progressive.jpg');
    expect(readHeader(whole.subarray(0, -2))).toMatchObject({ noEnd: 'unknown' });
    // Before its last round it is known.
    const last = whole.lastIndexOf(Buffer.from([0xff, 0xda]));
    expectCutEverywhere(whole, last);
  });

  it('the cases of which part was called transparent', () => {
    expect(faultOf(pictureFile('cut-noise.webp'))).toBe('cut');
    expect(faultOf(pictureFile('hole-iend.png'))).toBe('cut');
    expect(faultOf(pictureFile('damaged.png'))).toBe('damaged');
  });

  it('a drawing without its last tag', () => {
    expect(faultOf(Buffer.from('<svg width="4" height="4"><rect width="4"'))).toBe('cut');
  });
});

describe('PNG', () => {
  const header = noisy.subarray(0, 33);
  const end = chunk('IEND', Buffer.alloc(0));

  it('opens with bytes behind its end', async () => {
    expect(faultOf(pictureFile('trail100.png'))).toBe('none');
    expect(await pixelsWhole(pictureFile('trail100.png'))).toBe(true);
  });

  it('sees every changed byte of its pixels, and none in a chunk that does not matter', () => {
    const text = chunk('tEXt', Buffer.from('Comment\0hello'));
    const whole = Buffer.concat([header, text, noisy.subarray(33)]);
    for (let at = 33; at < whole.length; at += 5) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] as number) ^ 0x20;
      const inText = at >= 33 + 8 && at < 33 + text.length;
      if (inText) expect(faultOf(changed)).toBe('none');
      else if (at >= 33 + text.length) expect(faultOf(changed)).not.toBe('none');
    }
  });

  it('counts the rows that its sound chunks hold', async () => {
    expect(await pixelsWhole(noisy)).toBe(true);
    expect(await pixelsWhole(pictureFile('interlaced.png'))).toBe(true);
    const rows = (count: number): Buffer => deflateSync(Buffer.from(noise(count * (1 + 20 * 4))));
    const of = (data: Buffer): Buffer => Buffer.concat([header, chunk('IDAT', data), end]);
    expect(await pixelsWhole(of(rows(20)))).toBe(true);
    expect(await pixelsWhole(of(rows(19)))).toBe(false);
    expect(await pixelsWhole(of(rows(20).subarray(0, -30)))).toBe(false);
    expect(await pixelsWhole(of(Buffer.from('no zlib')))).toBe(false);
    expect(await pixelsWhole(Buffer.concat([header, end]))).toBe(false);
  });
});
