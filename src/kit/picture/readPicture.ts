import { pixelsOf } from './canvas.ts';
import { type Drawable, decode } from './decode.ts';
import { ByteReader } from './formats/ByteReader.ts';
import { isWhole } from './formats/deflated.ts';
import type { PictureHeader } from './formats/header.ts';
import { otherFile } from './formats/otherFiles.ts';
import { readHeader } from './formats/readHeader.ts';
import { PictureError, type PictureNote, type PictureReading } from './picture.ts';
import { onWhite } from './pixels.ts';
import { checkSize, fitted, type SizeLimits } from './size.ts';
import { keepsStoredNumbers } from './storedNumbers.ts';

/** A larger file is hardly a picture, and is not even looked into. */
const MOST_BYTES = 256 * 2 ** 20;

/**
 * Opens a file: looks at its header, refuses what is too large, cut short or damaged, and only then has it decoded.
 * Nothing is sent anywhere. @throws PictureError
 */
export async function readPicture(file: Blob, name: string, limits: SizeLimits): Promise<PictureReading> {
  if (file.size === 0) throw new PictureError({ kind: 'empty' });
  if (file.size > MOST_BYTES) throw new PictureError({ kind: 'tooHeavy' });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const header = readHeader(bytes);
  if (!header) {
    const other = otherFile(new ByteReader(bytes));
    throw new PictureError(other ? { kind: 'otherFile', file: other } : { kind: 'noPicture' });
  }
  if (header.size) checkSize(header.size, limits, header.format === 'SVG');
  if (header.fault) throw new PictureError({ kind: header.fault });
  if (header.deflated && !(await isWhole(header.deflated))) throw new PictureError({ kind: 'damaged' });
  const drawable = await decode(file, header, limits.maxSide);
  try {
    const { picture, notes } = readDrawable(drawable, header, name, limits);
    return { picture, notes: [...notes, ...(await colourNotes(header))] };
  } finally {
    if ('close' in drawable) drawable.close();
  }
}

/** Paints something drawable, shrunk, and reads its pixels back. @throws PictureError */
export function readDrawable(
  drawable: Drawable | HTMLVideoElement,
  header: PictureHeader | null,
  name: string,
  limits: SizeLimits,
): PictureReading {
  const [wide, high] = sizeOf(drawable, header, limits.maxSide);
  if (wide === 0 || high === 0) throw new PictureError({ kind: 'noPicture' });
  const drawn = header?.format === 'SVG';
  checkSize([wide, high], limits, drawn);
  const [width, height] = fitted(wide, high, limits.maxSide);
  const rgba = (() => {
    try {
      // A drawing is sharp at any size: there is nothing to shrink.
      return pixelsOf(drawable, drawn ? [width, height] : [wide, high], [width, height]);
    } catch {
      throw new PictureError({ kind: 'notHandedOver', format: header?.format ?? 'SVG' });
    }
  })();
  const { rgb, transparent } = onWhite(rgba);
  // Where nothing can be transparent, a pixel that is has not been decoded.
  if (transparent && header?.opaque) throw new PictureError({ kind: 'damaged' });
  const full = header?.size ?? [wide, high];
  const notes: PictureNote[] = [];
  // A photograph that lies on its side is named by the size that the reader sees.
  const from: [number, number] = wide > high === full[0] > full[1] ? [full[0], full[1]] : [full[1], full[0]];
  if (from[0] > width || from[1] > height) notes.push({ kind: 'shrunk', from });
  if (header?.animated) notes.push({ kind: 'firstFrame' });
  if (transparent) notes.push({ kind: 'onWhite' });
  if (header?.noEnd === 'unknown') notes.push({ kind: 'noEnd' });
  return { picture: { name, width, height, rgb }, notes };
}

/** Where the numbers shown are not the numbers stored. */
async function colourNotes({ otherColours, cmyk, bits }: PictureHeader): Promise<PictureNote[]> {
  const notes: PictureNote[] = [];
  if (bits !== undefined) notes.push({ kind: 'eightBits', bits });
  if (cmyk) notes.push({ kind: 'fromCmyk' });
  else if (otherColours && !(await keepsStoredNumbers())) notes.push({ kind: 'mayBeConverted' });
  return notes;
}

/** The size in pixels; a drawing that names none gets a square. */
function sizeOf(
  drawable: Drawable | HTMLVideoElement,
  header: PictureHeader | null,
  maxSide: number,
): readonly [number, number] {
  if (drawable instanceof HTMLVideoElement) return [drawable.videoWidth, drawable.videoHeight];
  if (drawable instanceof HTMLImageElement) return header?.size ?? [maxSide, maxSide];
  return [drawable.width, drawable.height];
}
