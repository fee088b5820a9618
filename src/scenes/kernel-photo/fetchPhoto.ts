import { PHOTOS } from '../../kit/samples/samples.ts';
import type { Picture } from './pictures.ts';

/** Fetches a photograph by its id and reads its pixels. @throws Error when it cannot be had */
export async function fetchPhoto(id: string, signal?: AbortSignal): Promise<Picture> {
  const photo = PHOTOS.find((each) => each.id === id);
  if (!photo) throw new Error(`there is no photograph “${id}”`);
  const root = document.documentElement.dataset['root'] ?? './';
  const response = await fetch(root + photo.file, signal ? { signal } : {});
  if (!response.ok) throw new Error(`${photo.file}: ${response.status}`);
  const bitmap = await createImageBitmap(await response.blob());
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2D canvas');
  context.drawImage(bitmap, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++)
    for (let c = 0; c < 3; c++) rgb[i * 3 + c] = data[i * 4 + c] as number;
  return { width, height, rgb, name: id };
}
