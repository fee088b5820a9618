import { PHOTOS } from '../../kit/samples/samples.ts';
import { greyOf, type Plane } from './shrink.ts';

/** A photograph as the browser has decoded it. */
export interface Photo {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel, row by row. */
  readonly rgba: Uint8ClampedArray;
  readonly grey: Plane;
}

/** Fetches and decodes a photograph of the site. @throws Error when it cannot be had */
export async function fetchPhoto(id: string, signal: AbortSignal): Promise<Photo> {
  const entry = PHOTOS.find((each) => each.id === id);
  if (!entry) throw new Error(`no photograph ${id}`);
  const { file, width, height } = entry;
  const response = await fetch((document.documentElement.dataset['root'] ?? './') + file, { signal });
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2D canvas');
  context.drawImage(await createImageBitmap(await response.blob()), 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, rgba: data, grey: greyOf(data, height, width) };
}
