import { useState } from 'react';
import type { Text } from '../../language/language.ts';
import { Menu } from '../controls/Menu.tsx';
import { useFigure, useSay } from '../scene/context.ts';
import { OWN } from './ownPicture.ts';
import { PictureSource, type PictureSourceProps } from './PictureSource.tsx';
import type { Picture } from './picture.ts';

interface PictureChoiceProps extends Omit<PictureSourceProps, 'onPicture'> {
  readonly label: Text;
  /** The pictures by their names, `own` among them. */
  readonly names: Readonly<Record<string, Text>>;
  readonly value: string;
  /** @param own the reader's own picture, once one has been opened; it is then the resource `own` */
  onChoose(value: string, own: Picture | null): void;
}

/** One of some pictures, or one of the reader's own: it is among the names once it has been opened. */
export function PictureChoice({ label, names, value, onChoose, ...sizes }: PictureChoiceProps) {
  const { store } = useFigure();
  const say = useSay();
  const [own, setOwn] = useState<Picture | null>(null);
  const shown = Object.entries(names).filter(([id]) => id !== OWN || own !== null || value === OWN);
  return (
    <div className="picture-choice">
      <Menu
        label={say(label)}
        hideLabel
        value={value}
        options={shown.map(([id, words]) => ({ value: id, label: say(words) }))}
        onChange={(id) => onChoose(id, own)}
      />
      <PictureSource
        {...sizes}
        onPicture={(picture) => {
          setOwn(picture);
          store.actions.setResource(OWN, OWN, { state: 'there', value: picture });
          onChoose(OWN, picture);
        }}
      />
    </div>
  );
}
