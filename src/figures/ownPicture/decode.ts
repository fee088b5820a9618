import { type PictureHeader, readHeader } from './header.ts';
import { fitted, onWhite, PictureError, type PictureNote, type PictureReading } from './picture.ts';

export interface ReadOptions {
  /** The longer side of the picture; larger files are shrunk to it. */
  readonly maxSide: number;
  /** The shorter side must have at least this many pixels. */
  readonly minSide: number;
}

/** A picture this long on a side is shrunk while it is decoded. */
const LARGE_SIDE = 4096;

/** Decoding more pixels than this takes more memory than a page should ask for. */
const MOST_PIXELS = 120e6;

/** A larger file is hardly a picture, and is not even looked into. */
const MOST_BYTES = 256 * 2 ** 20;

type Drawable = ImageBitmap | HTMLImageElement;

/** Decodes a file in the browser. Nothing is sent anywhere. @throws PictureError */
export async function readPicture(file: Blob, name: string, options: ReadOptions): Promise<PictureReading> {
  if (file.size === 0) throw new PictureError({ kind: 'empty' });
  if (file.size > MOST_BYTES) throw new PictureError({ kind: 'tooHeavy' });
  const header = readHeader(new Uint8Array(await file.arrayBuffer()));
  if (header.cut) throw new PictureError({ kind: 'cut' });
  if (header.size) checkSize(header.size, options);
  const drawable = await decode(file, header, options.maxSide);
  try {
    return read(drawable, header, name, options);
  } finally {
    if ('close' in drawable) drawable.close();
  }
}

/** Paints something drawable, shrunk, and reads its pixels back. @throws PictureError */
export function read(
  drawable: Drawable | HTMLVideoElement,
  header: PictureHeader | null,
  name: string,
  options: ReadOptions,
): PictureReading {
  const full = header?.size ?? sizeOf(drawable, options.maxSide);
  const [wide, high] = sizeOf(drawable, options.maxSide);
  if (wide === 0 || high === 0) throw new PictureError({ kind: 'noPicture' });
  checkSize([wide, high], options);
  const [width, height] = fitted(wide, high, options.maxSide);
  const { rgb, transparent } = onWhite(shrink(drawable, [wide, high], [width, height]));
  const notes: PictureNote[] = [];
  // A photograph that lies on its side is named by the size that the reader sees.
  const from: [number, number] = wide > high === full[0] > full[1] ? [full[0], full[1]] : [full[1], full[0]];
  if (from[0] > width || from[1] > height) notes.push({ kind: 'shrunk', from });
  if (header?.animated) notes.push({ kind: 'firstFrame' });
  if (transparent) notes.push({ kind: 'onWhite' });
  return { picture: { name, width, height, rgb }, notes };
}

function checkSize(size: readonly [number, number], { maxSide, minSide }: ReadOptions): void {
  const [width, height] = size;
  if (width * height > MOST_PIXELS) throw new PictureError({ kind: 'tooLarge', size });
  if (Math.min(width, height) < minSide) throw new PictureError({ kind: 'tooSmall', size });
  if (Math.min(...fitted(width, height, maxSide)) < minSide)
    throw new PictureError({ kind: 'tooThin', size });
}

/** The browser's decoder, orientation respected; what it does not take is tried as an <img>. */
async function decode(file: Blob, header: PictureHeader, maxSide: number): Promise<Drawable> {
  const [width, height] = header.size ?? [0, 0];
  const large = Math.max(width, height) > LARGE_SIDE;
  const target = Math.min(2 * maxSide, Math.min(width, height));
  try {
    if (header.format === 'svg') return await asImage(file);
    return await createImageBitmap(file, {
      imageOrientation: 'from-image',
      ...(large
        ? { resizeQuality: 'high', ...(width > height ? { resizeWidth: target } : { resizeHeight: target }) }
        : {}),
    });
  } catch {
    // The second try below says whether it is a picture at all.
  }
  try {
    return await asImage(file);
  } catch {
    throw new PictureError({ kind: 'noPicture' });
  }
}

async function asImage(file: Blob): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The size in pixels; a drawing that names none gets a square. */
function sizeOf(drawable: Drawable | HTMLVideoElement, maxSide: number): [number, number] {
  if (drawable instanceof HTMLVideoElement) return [drawable.videoWidth, drawable.videoHeight];
  if (drawable instanceof HTMLImageElement) {
    const { naturalWidth, naturalHeight } = drawable;
    return naturalWidth > 0 && naturalHeight > 0 ? [naturalWidth, naturalHeight] : [maxSide, maxSide];
  }
  return [drawable.width, drawable.height];
}

function canvasOf(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new PictureError({ kind: 'noPicture' });
  context.imageSmoothingQuality = 'high';
  return [canvas, context];
}

/** The pixels at the target size; halved step by step, so that every pixel of the file counts. */
function shrink(
  drawable: CanvasImageSource,
  [wide, high]: readonly [number, number],
  [width, height]: readonly [number, number],
): Uint8ClampedArray {
  let source = drawable;
  let [w, h] = [Math.min(wide, LARGE_SIDE), Math.min(high, LARGE_SIDE)];
  while (w > 2 * width && h > 2 * height) {
    [w, h] = [Math.ceil(w / 2), Math.ceil(h / 2)];
    const [canvas, context] = canvasOf(w, h);
    context.drawImage(source, 0, 0, w, h);
    source = canvas;
  }
  const [, context] = canvasOf(width, height);
  context.drawImage(source, 0, 0, width, height);
  return context.getImageData(0, 0, width, height).data;
}
