import { useState } from 'react';
import { Menu } from '../../kit/controls/Menu.tsx';
import { PictureSource } from '../../kit/picture/PictureSource.tsx';
import type { Picture } from '../../kit/picture/picture.ts';
import { useFigure, useSay } from '../../kit/scene/context.ts';
import type { ControlProps } from '../../kit/scene/defineScene.ts';
import type { PixelModel } from './model.ts';
import { LARGEST_PATCH, type PixelParams, params as table } from './parameters.ts';
import { OWN_SIDE, openedChange } from './sources.ts';

/** The picture: one of the photographs, or one of the reader's own, once it has been opened. */
export function SourceControl({ params, setParams }: ControlProps<PixelParams, PixelModel>) {
  const { store } = useFigure();
  const say = useSay();
  const [own, setOwn] = useState<Picture | null>(null);
  const { label, options } = table.source;
  const names = Object.entries(options ?? {}).filter(
    ([value]) => value !== 'own' || own !== null || params.source === 'own',
  );
  return (
    <div className="pixel-source">
      <Menu
        label={say(label)}
        hideLabel
        value={params.source}
        options={names.map(([value, words]) => ({ value, label: say(words) }))}
        onChange={(value) =>
          setParams(
            value === 'own' && own ? openedChange(own, params) : { source: value as PixelParams['source'] },
          )
        }
      />
      <PictureSource
        maxSide={OWN_SIDE}
        minSide={LARGEST_PATCH}
        onPicture={(picture) => {
          setOwn(picture);
          store.actions.setResource('own', 'own', { state: 'there', value: picture });
          setParams(openedChange(picture, params));
        }}
      />
    </div>
  );
}
