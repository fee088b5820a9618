import { fetchBytes } from '../../worker/fetchBytes.ts';
import { PHOTOS } from '../samples/samples.ts';
import { pixelsOf } from './canvas.ts';
import type { Picture } from './picture.ts';
import { onWhite } from './pixels.ts';

/** Fetches a photograph of the site by its id and reads its pixels. @throws Error when it cannot be had */
export async function fetchPhoto(id: string, signal?: AbortSignal): Promise<Picture> {
  const photo = PHOTOS.find((each) => each.id === id);
  if (!photo) throw new Error(`there is no photograph “${id}”`);
  const { file, width, height } = photo;
  const root = document.documentElement.dataset['root'] ?? './';
  const bytes = await fetchBytes(root + file, file, { signal });
  const bitmap = await createImageBitmap(new Blob([bytes]));
  const { rgb } = onWhite(pixelsOf(bitmap, [width, height], [width, height]));
  return { name: id, width, height, rgb };
}
