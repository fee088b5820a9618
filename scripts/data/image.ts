import { createRequire } from 'node:module';
import { decode, encode } from 'jpeg-js';

/** An RGB picture: `data` holds height × width × 3 numbers from 0 to 255, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Float64Array;
}

/** A rectangle in source pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const require = createRequire(import.meta.url);

/** The bytes of a file that an installed package ships. */
export const packageFile = (packageName: string, file: string): string =>
  require.resolve(`${packageName}/package.json`).replace(/package\.json$/, file);

/** Decodes a JPEG to RGB. */
export function decodeJpeg(bytes: Uint8Array): Picture {
  const { width, height, data } = decode(bytes, { useTArray: true, formatAsRGBA: false });
  return { width, height, data: Float64Array.from(data) };
}

/** Encodes an RGB picture as a JPEG. */
export function encodeJpeg({ width, height, data }: Picture, quality: number): Buffer {
  const rgba = Buffer.alloc(width * height * 4, 255);
  for (let i = 0; i < width * height; i++)
    for (let c = 0; c < 3; c++) rgba[i * 4 + c] = Math.round(data[i * 3 + c] ?? 0);
  return encode({ width, height, data: rgba }, quality).data;
}

/** Shares of the source cells that the target cell [from, to) covers; they add up to 1. */
function coverage(from: number, to: number): { index: number; share: number }[] {
  const cells: { index: number; share: number }[] = [];
  for (let index = Math.floor(from); index < to; index++)
    cells.push({ index, share: (Math.min(to, index + 1) - Math.max(from, index)) / (to - from) });
  return cells;
}

/** Cuts a box out of a picture and shrinks it: each target pixel is the mean of the area it covers. */
export function shrink(source: Picture, box: Box, width: number, height: number): Picture {
  if (width > box.width || height > box.height) throw new Error('shrink: the target is larger than the box');
  if (box.x + box.width > source.width || box.y + box.height > source.height)
    throw new Error('shrink: the box leaves the picture');
  const data = new Float64Array(width * height * 3);
  const columns = Array.from({ length: width }, (_, x) =>
    coverage(box.x + (x * box.width) / width, box.x + ((x + 1) * box.width) / width),
  );
  for (let y = 0; y < height; y++) {
    const rows = coverage(box.y + (y * box.height) / height, box.y + ((y + 1) * box.height) / height);
    columns.forEach((cols, x) => {
      for (const row of rows)
        for (const col of cols)
          for (let c = 0; c < 3; c++) {
            const value = source.data[(row.index * source.width + col.index) * 3 + c] ?? 0;
            const at = (y * width + x) * 3 + c;
            data[at] = (data[at] ?? 0) + value * row.share * col.share;
          }
    });
  }
  return { width, height, data };
}

/** Luma of each pixel (ITU-R BT.601), as numbers from 0 to 255. */
export const luma = ({ width, height, data }: Picture): Float64Array =>
  Float64Array.from(
    { length: width * height },
    (_, i) => 0.299 * (data[i * 3] ?? 0) + 0.587 * (data[i * 3 + 1] ?? 0) + 0.114 * (data[i * 3 + 2] ?? 0),
  );

/** Rounds and clamps to bytes. */
export const toBytes = (values: Float64Array): Uint8Array =>
  Uint8Array.from(values, (v) => Math.min(255, Math.max(0, Math.round(v))));

/** Spreads the values so that the smallest becomes 0 and the largest 255. */
export function stretch(values: Float64Array): Float64Array {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return values.map((v) => ((v - low) * 255) / (high - low || 1));
}
