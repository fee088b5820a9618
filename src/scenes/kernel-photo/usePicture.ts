import { useEffect, useState } from 'react';
import { PHOTOS } from '../../kit/samples/samples.ts';
import type { FigureStore } from '../../playback/figureStore.ts';
import { fetchPhoto } from './fetchPhoto.ts';
import type { KernelPhotoModel, KernelPhotoParams } from './model.ts';
import { hasArrived, keep } from './pictures.ts';

type Store = FigureStore<KernelPhotoParams, KernelPhotoModel>;

/** Fetches a photograph unless it is there. Where it cannot be had, the small picture stays. */
async function arrive(id: string): Promise<void> {
  const photo = PHOTOS.find((each) => each.id === id);
  if (!photo || hasArrived(id)) return;
  try {
    keep(id, await fetchPhoto(photo));
  } catch {
    // Offline before the first visit was complete: the figure goes on with its small picture.
  }
}

/** Brings the photograph that the parameters name. `choose` shows another one once it has arrived. */
export function usePicture(store: Store, photo: string): { waiting: boolean; choose(id: string): void } {
  const [waiting, setWaiting] = useState(true);
  useEffect(() => {
    let live = true;
    arrive(photo).then(
      () => {
        if (!live) return;
        // The same parameters, computed once more with the picture that has arrived.
        store.actions.setParams({});
        setWaiting(false);
      },
      () => {},
    );
    return () => {
      live = false;
    };
  }, [store, photo]);
  const choose = (id: string): void => {
    arrive(id).then(
      () => store.actions.setParams({ photo: id }),
      () => {},
    );
  };
  return { waiting, choose };
}
