import { ChoiceGroup } from '../../figures/ChoiceGroup.tsx';
import { ParamSlider } from '../../figures/ParamSlider.tsx';
import { SelectField } from '../../figures/SelectField.tsx';
import { PictureSource } from '../../kit/picture/PictureSource.tsx';
import type { Picture } from '../../kit/picture/picture.ts';
import { LARGEST_PATCH, type PixelParams, SEEN } from './model.ts';
import { type Bytes, OWN_SIDE, SOURCES } from './sources.ts';
import { SEEN_NAMES, SOURCE_NAMES, WORDS } from './words.ts';

interface ControlsProps {
  readonly params: PixelParams;
  /** The picture under the loupe; null when a link brought only the patch of one. */
  readonly picture: Bytes | null;
  /** The reader has opened a picture. */
  readonly hasOwn: boolean;
  setParams(change: Partial<PixelParams>): void;
  /** Moves the loupe, or makes it larger or smaller. */
  onLoupe(change: Partial<Pick<PixelParams, 'row' | 'col' | 'size'>>): void;
  onSource(source: PixelParams['source']): void;
  onPicture(picture: Picture): void;
}

export function Controls(props: ControlsProps) {
  const { params, picture, hasOwn, setParams, onLoupe } = props;
  return (
    <>
      <div className="control-row selects">
        <SelectField
          label={WORDS.source}
          value={params.source}
          options={SOURCES.map((value) => ({
            value,
            label: SOURCE_NAMES[value],
            disabled: value === 'own' && !hasOwn && params.source !== 'own',
          }))}
          onChange={props.onSource}
        />
        <SelectField
          label={WORDS.seen}
          value={params.seen}
          options={SEEN.map((value) => ({ value, label: SEEN_NAMES[value] }))}
          onChange={(seen) => setParams({ seen })}
        />
        <ChoiceGroup
          label={WORDS.scale}
          showLabel
          value={params.scale}
          options={[
            { value: 'bytes', label: WORDS.bytes },
            { value: 'unit', label: WORDS.unit },
          ]}
          onChange={(scale) => setParams({ scale })}
        />
      </div>
      <div className="control-row sliders">
        <ParamSlider
          label={WORDS.apart}
          value={params.apart}
          min={0}
          max={100}
          onChange={(apart) => setParams({ apart })}
        />
        <ParamSlider
          label={WORDS.row}
          value={params.row}
          min={0}
          max={picture ? picture.height - params.size : params.row}
          onChange={(row) => onLoupe({ row })}
        />
        <ParamSlider
          label={WORDS.col}
          value={params.col}
          min={0}
          max={picture ? picture.width - params.size : params.col}
          onChange={(col) => onLoupe({ col })}
        />
        <ParamSlider
          label={WORDS.size}
          value={params.size}
          min={2}
          max={LARGEST_PATCH}
          onChange={(size) => onLoupe({ size })}
        />
        <ParamSlider
          label={WORDS.batch}
          value={params.batch}
          min={1}
          max={2}
          onChange={(batch) => setParams({ batch })}
        />
      </div>
      <PictureSource maxSide={OWN_SIDE} minSide={LARGEST_PATCH} onPicture={props.onPicture} />
    </>
  );
}
