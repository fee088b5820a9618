import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'jpeg-js';

/** Small picture files, built for the tests. */

type Rgba = readonly [number, number, number, number];
type Rgb = readonly [number, number, number];

/** A chunk of a PNG: length, name, data, checksum. */
export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body) >>> 0);
  return Buffer.concat([length, body, sum]);
}

/** A PNG whose pixels a function gives. */
export function pngOf(width: number, height: number, pixel: (x: number, y: number) => Rgba): Buffer {
  const raw = Buffer.alloc(height * (1 + width * 4));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) raw.set(pixel(x, y), y * (1 + width * 4) + 1 + x * 4);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 6], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A JPEG, left half and right half of one colour each, that asks to be turned (EXIF orientation). */
export function turnedJpeg(
  width: number,
  height: number,
  left: Rgb,
  right: Rgb,
  orientation: number,
): Buffer {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let i = 0; i < width * height; i++) data.set(i % width < width / 2 ? left : right, i * 4);
  const jpeg = encode({ width, height, data }, 95).data;
  const tiff = Buffer.from([
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ]);
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const app1 = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif]);
  return Buffer.concat([jpeg.subarray(0, 2), app1, jpeg.subarray(2)]);
}

/** A GIF of plain frames, one colour each (LZW with a clear code before every pixel, so that codes keep their width). */
export function gifOf(width: number, height: number, frames: readonly Rgb[]): Buffer {
  const table = Buffer.alloc(12);
  for (const [i, colour] of frames.slice(0, 4).entries()) table.set(colour, i * 3);
  const word = (value: number): number[] => [value & 255, value >> 8];
  const head = Buffer.from([...Buffer.from('GIF89a'), ...word(width), ...word(height), 0x81, 0, 0]);
  const parts = frames.map((_, frame) => {
    const codes = Array.from({ length: width * height }, () => [4, frame]).flat();
    codes.push(5);
    const bytes: number[] = [];
    let bits = 0;
    let held = 0;
    for (const code of codes) {
      held |= code << bits;
      bits += 3;
      while (bits >= 8) {
        bytes.push(held & 255);
        held >>= 8;
        bits -= 8;
      }
    }
    if (bits > 0) bytes.push(held & 255);
    const blocks: number[] = [];
    for (let i = 0; i < bytes.length; i += 255) {
      const part = bytes.slice(i, i + 255);
      blocks.push(part.length, ...part);
    }
    return Buffer.from([
      0x21,
      0xf9,
      4,
      0,
      10,
      0,
      0,
      0,
      0x2c,
      0,
      0,
      0,
      0,
      ...word(width),
      ...word(height),
      0,
      2,
      ...blocks,
      0,
    ]);
  });
  return Buffer.concat([head, table, ...parts, Buffer.from([0x3b])]);
}

/** A BMP of one colour, 24 bits a pixel. */
export function bmpOf(width: number, height: number, [red, green, blue]: Rgb): Buffer {
  const row = Math.floor((width * 24 + 31) / 32) * 4;
  const file = Buffer.alloc(54 + row * height);
  file.write('BM', 'latin1');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) file.set([blue, green, red], 54 + y * row + x * 3);
  return file;
}

/** An icon that holds pictures, each a whole PNG, or a bitmap (see `dibOf`). */
export function icoOf(...pictures: readonly Buffer[]): Buffer {
  const list = Buffer.alloc(6 + 16 * pictures.length);
  list.writeUInt16LE(1, 2);
  list.writeUInt16LE(pictures.length, 4);
  let at = list.length;
  for (const [i, picture] of pictures.entries()) {
    list.set([16, 16, 0, 0, 1, 0, 32, 0], 6 + 16 * i);
    list.writeUInt32LE(picture.length, 6 + 16 * i + 8);
    list.writeUInt32LE(at, 6 + 16 * i + 12);
    at += picture.length;
  }
  return Buffer.concat([list, ...pictures]);
}

/** A bitmap as an icon holds it: no file head, and a mask of one bit a pixel under it, which doubles the height. */
export function dibOf(side: number, colour: Rgb): Buffer {
  const bitmap = bmpOf(side, side, colour).subarray(14);
  bitmap.writeInt32LE(2 * side, 8);
  return Buffer.concat([bitmap, Buffer.alloc(Math.floor((side + 31) / 32) * 4 * side)]);
}
