import { useRef, useState } from 'react';
import { Menu } from '../../kit/controls/Menu.tsx';
import { PictureSource } from '../../kit/picture/PictureSource.tsx';
import { useFigure, useSay } from '../../kit/scene/context.ts';
import type { ControlProps } from '../../kit/scene/defineScene.ts';
import { fetchPhoto } from './fetchPhoto.ts';
import type { KernelPhotoModel } from './model.ts';
import { type KernelPhotoParams, params as table } from './parameters.ts';
import { LARGEST_SIDE, type Picture, SMALLEST_SIDE } from './pictures.ts';

/** The photograph: one that is fetched, or one of the reader's own, once it has been opened. */
export function PhotoControl({ params, setParams }: ControlProps<KernelPhotoParams, KernelPhotoModel>) {
  const { store } = useFigure();
  const say = useSay();
  const [hasOwn, setOwn] = useState(false);
  const latest = useRef('');
  const { label, options } = table.photo;
  const there = (name: string, key: string, value: Picture): void =>
    store.actions.setResource(name, key, { state: 'there', value });
  /** The picture that is shown stays until the next one is there; if it does not come, the figure says so. */
  const choose = (id: string): void => {
    latest.current = id;
    const show = (): void => {
      if (latest.current === id) setParams({ photo: id });
    };
    if (id === 'own') show();
    else
      fetchPhoto(id)
        .then((picture) => there('photo', id, picture))
        .then(show, show);
  };
  const names = Object.entries(options ?? {}).filter(
    ([id]) => id !== 'own' || hasOwn || params.photo === 'own',
  );
  return (
    <div className="kernel-photo-source">
      <Menu
        label={say(label)}
        hideLabel
        value={params.photo}
        options={names.map(([value, words]) => ({ value, label: say(words) }))}
        onChange={choose}
      />
      <PictureSource
        maxSide={LARGEST_SIDE}
        minSide={SMALLEST_SIDE}
        onPicture={(picture) => {
          setOwn(true);
          there('own', 'own', picture);
          latest.current = 'own';
          setParams({ photo: 'own' });
        }}
      />
    </div>
  );
}
