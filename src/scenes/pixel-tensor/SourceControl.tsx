import { OWN } from '../../kit/picture/ownPicture.ts';
import { PictureChoice } from '../../kit/picture/PictureChoice.tsx';
import type { ControlProps } from '../../kit/scene/defineScene.ts';
import type { PixelModel } from './model.ts';
import { LARGEST_PATCH, type PixelParams, SOURCES, params as table } from './parameters.ts';
import { OWN_SIDE, openedChange } from './sources.ts';

/** The picture. One of the reader's own hands over its bytes. */
export function SourceControl({ params, setParams }: ControlProps<PixelParams, PixelModel>) {
  return (
    <PictureChoice
      label={table.source.label}
      names={SOURCES}
      value={params.source}
      maxSide={OWN_SIDE}
      minSide={LARGEST_PATCH}
      onChoose={(source, own) =>
        setParams(
          source === OWN && own ? openedChange(own, params) : { source: source as PixelParams['source'] },
        )
      }
    />
  );
}
