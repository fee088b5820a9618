import { useEffect, useState } from 'react';
import { PHOTOS } from '../../kit/samples/samples.ts';
import { greyOf, type Plane } from './shrink.ts';

/** A photograph as the browser has decoded it. */
export interface Photo {
  readonly id: string;
  readonly image: ImageData;
  readonly grey: Plane;
}

export type PhotoState = { readonly photo: Photo | null; readonly failed: boolean };

const loading = new Map<string, Promise<Photo>>();

async function decode(id: string): Promise<Photo> {
  const entry = PHOTOS.find((each) => each.id === id);
  if (!entry) throw new Error(`no photograph ${id}`);
  const response = await fetch((document.documentElement.dataset['root'] ?? './') + entry.file);
  if (!response.ok) throw new Error(`${entry.file}: ${response.status}`);
  const bitmap = await createImageBitmap(await response.blob());
  const canvas = document.createElement('canvas');
  canvas.width = entry.width;
  canvas.height = entry.height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2D canvas');
  context.drawImage(bitmap, 0, 0, entry.width, entry.height);
  const image = context.getImageData(0, 0, entry.width, entry.height);
  return { id, image, grey: greyOf(image.data, entry.height, entry.width) };
}

/** Fetches and decodes a photograph of the site, once. The one before stays until the next is here. */
export function usePhoto(id: string): PhotoState {
  const [state, setState] = useState<PhotoState>({ photo: null, failed: false });
  useEffect(() => {
    let live = true;
    const promise = loading.get(id) ?? decode(id);
    loading.set(id, promise);
    promise.then(
      (photo) => live && setState({ photo, failed: false }),
      () => {
        loading.delete(id);
        if (live) setState({ photo: null, failed: true });
      },
    );
    return () => {
      live = false;
    };
  }, [id]);
  return state;
}
