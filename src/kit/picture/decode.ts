import type { PictureHeader } from './formats/header.ts';
import { PictureError } from './picture.ts';

export type Drawable = ImageBitmap | HTMLImageElement;

/** A picture this long on a side is shrunk while it is decoded. */
export const LARGE_SIDE = 4096;

const END_OF_JPEG = Uint8Array.of(0xff, 0xd9);

/**
 * Decodes a file, orientation respected, its numbers as they are stored. A drawing goes through an `<img>`; nothing
 * else does, because that takes half a picture for a whole one. @throws PictureError
 */
export async function decode(file: Blob, header: PictureHeader, maxSide: number): Promise<Drawable> {
  try {
    if (header.format === 'SVG') return await drawn(file);
    // A decoder waits for the end mark before it hands over the last rows.
    const whole = header.noEnd ? new Blob([file, END_OF_JPEG]) : file;
    return await createImageBitmap(whole, {
      imageOrientation: 'from-image',
      ...STORED,
      ...smaller(header, maxSide),
    });
  } catch {
    throw new PictureError({ kind: 'notDecoded', format: header.format });
  }
}

/** The numbers of the file, not those that a colour profile or opacity makes of them. */
export const STORED = { colorSpaceConversion: 'none', premultiplyAlpha: 'none' } as const;

function smaller({ size }: PictureHeader, maxSide: number): ImageBitmapOptions {
  const [width, height] = size ?? [0, 0];
  if (Math.max(width, height) <= LARGE_SIDE) return {};
  const target = Math.min(2 * maxSide, Math.min(width, height));
  return { resizeQuality: 'high', ...(width > height ? { resizeWidth: target } : { resizeHeight: target }) };
}

/** From a `data:` address, a drawing with HTML in it (foreignObject) still lets its pixels be read. */
async function drawn(file: Blob): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = await dataAddress(new Blob([file], { type: 'image/svg+xml' }));
  await image.decode();
  return image;
}

const dataAddress = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
