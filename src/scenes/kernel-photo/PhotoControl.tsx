import { useRef } from 'react';
import { fetchPhoto } from '../../kit/picture/fetchPhoto.ts';
import { OWN } from '../../kit/picture/ownPicture.ts';
import { PictureChoice } from '../../kit/picture/PictureChoice.tsx';
import { useFigure } from '../../kit/scene/context.ts';
import type { ControlProps } from '../../kit/scene/defineScene.ts';
import type { KernelPhotoModel } from './model.ts';
import { type KernelPhotoParams, PICTURES, params as table } from './parameters.ts';
import { LARGEST_SIDE, SMALLEST_SIDE } from './pictures.ts';

/** The photograph. The one that is shown stays until the next one is there; if it does not come, the figure says so. */
export function PhotoControl({ params, setParams }: ControlProps<KernelPhotoParams, KernelPhotoModel>) {
  const { store } = useFigure();
  const latest = useRef('');
  const choose = (id: string): void => {
    latest.current = id;
    const show = (): void => {
      if (latest.current === id) setParams({ photo: id });
    };
    if (id === OWN) show();
    else
      fetchPhoto(id)
        .then((value) => store.actions.setResource('photo', id, { state: 'there', value }))
        .then(show, show);
  };
  return (
    <PictureChoice
      label={table.photo.label}
      names={PICTURES}
      value={params.photo}
      maxSide={LARGEST_SIDE}
      minSide={SMALLEST_SIDE}
      onChoose={choose}
    />
  );
}
