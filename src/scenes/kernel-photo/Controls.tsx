import { ChoiceGroup } from '../../figures/ChoiceGroup.tsx';
import { ParamSlider } from '../../figures/ParamSlider.tsx';
import { SelectField } from '../../figures/SelectField.tsx';
import { PictureSource } from '../../kit/picture/PictureSource.tsx';
import { PRESET_NAMES } from '../../kit/samples/kernelPresets.ts';
import { PHOTOS } from '../../kit/samples/samples.ts';
import {
  CHANNELS,
  KERNEL_CHOICES,
  type KernelChoice,
  type KernelPhotoModel,
  type KernelPhotoParams,
} from './model.ts';
import { hasArrived, LARGEST_SIDE, type Picture, SMALLEST_SIDE } from './pictures.ts';
import type { Place } from './view.ts';
import { channelWord, WORDS, weightLabel } from './words.ts';

interface ControlsProps {
  readonly model: KernelPhotoModel;
  /** The weight that the slider moves. */
  readonly weight: Place;
  setParams(change: Partial<KernelPhotoParams>): void;
  setWeight(place: Place, value: number): void;
  choosePhoto(id: string): void;
  /** The reader's own picture, already small enough. */
  onPicture(picture: Picture): void;
}

const nameOfChoice = (choice: KernelChoice) => (choice === 'own' ? WORDS.own : PRESET_NAMES[choice]);

/** Picture, kernel, display; one weight and the bias to drag; the height of the scan line. */
export function Controls(props: ControlsProps) {
  const { model, weight, setParams, setWeight, choosePhoto } = props;
  const { params, k, w } = model;
  const own = hasArrived('own') ? [{ value: 'own', label: WORDS.ownPicture }] : [];
  return (
    <>
      <div className="control-row selects">
        <SelectField
          label={WORDS.photo}
          value={params.photo}
          options={[...PHOTOS.map(({ id, en, zh }) => ({ value: id, label: { en, zh } })), ...own]}
          onChange={choosePhoto}
        />
        <SelectField
          label={WORDS.preset}
          value={params.preset}
          options={KERNEL_CHOICES.map((value) => ({
            value,
            label: nameOfChoice(value),
            disabled: value === 'own' && params.preset !== 'own',
          }))}
          onChange={(preset) => setParams({ preset, w: null })}
        />
        <ChoiceGroup
          label={WORDS.size}
          showLabel
          value={params.size}
          options={[
            { value: '3', label: { en: '3 × 3', zh: '3 × 3' } },
            { value: '5', label: { en: '5 × 5', zh: '5 × 5' } },
          ]}
          onChange={(size) => setParams({ size })}
        />
      </div>
      <div className="control-row sliders">
        <ParamSlider
          label={weightLabel(weight.row, weight.col)}
          value={w.data[weight.row * k + weight.col] ?? 0}
          min={-12}
          max={12}
          step={0.25}
          onChange={(value) => setWeight(weight, value)}
        />
        <ParamSlider
          label={WORDS.bias}
          value={params.b}
          min={-255}
          max={255}
          onChange={(b) => setParams({ b })}
        />
        <ParamSlider
          label={WORDS.line}
          value={params.line}
          min={0}
          max={100}
          onChange={(line) => setParams({ line })}
        />
      </div>
      <div className="control-row kp-last-row">
        <ChoiceGroup
          label={WORDS.display}
          showLabel
          value={params.display}
          options={[
            { value: 'signed', label: WORDS.signed },
            { value: 'picture', label: WORDS.picture },
          ]}
          onChange={(display) => setParams({ display })}
        />
        <ChoiceGroup
          label={WORDS.colour}
          showLabel
          value={params.colour}
          options={[
            { value: 'grey', label: WORDS.greyscale },
            { value: 'colour', label: WORDS.channels },
          ]}
          onChange={(colour) => setParams({ colour })}
        />
        {params.colour === 'colour' && (
          <ChoiceGroup
            label={WORDS.channel}
            value={params.channel}
            options={CHANNELS.map((value) => ({ value, label: channelWord(value) }))}
            onChange={(channel) => setParams({ channel })}
          />
        )}
      </div>
      <PictureSource maxSide={LARGEST_SIDE} minSide={SMALLEST_SIDE} onPicture={props.onPicture} />
    </>
  );
}
