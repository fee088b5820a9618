import { memo } from 'react';
import { ChoiceGroup } from '../../figures/ChoiceGroup.tsx';
import { PRESET_NAMES } from '../../figures/data/kernelPresets.ts';
import { useSay } from '../../figures/figureContext.ts';
import { ParamSlider } from '../../figures/ParamSlider.tsx';
import { SelectField } from '../../figures/SelectField.tsx';
import { Formula } from '../../formula/Formula.tsx';
import { sizeFormula } from './formula.ts';
import {
  type ConvolutionModel,
  type ConvolutionParams,
  KERNEL_CHOICES,
  type KernelChoice,
  paddingRange,
} from './model.ts';
import { WORDS } from './words.ts';

interface ControlsProps {
  readonly model: ConvolutionModel;
  setParams(change: Partial<ConvolutionParams>): void;
}

const nameOfChoice = (choice: KernelChoice) => (choice === 'own' ? WORDS.own : PRESET_NAMES[choice]);

/** Which of the three words describes the padding as it is; null: none. */
function fitOf({ params, sides, extent }: ConvolutionModel): 'valid' | 'same' | 'full' | null {
  if (sides.every((side) => side === 0)) return 'valid';
  if (sides.every((side) => side === extent - 1)) return 'full';
  const total = (Math.ceil(params.input / params.stride) - 1) * params.stride + extent - params.input;
  const before = Math.floor(Math.max(0, total) / 2);
  return sides[0] === before && sides[2] === Math.max(0, total) - before ? 'same' : null;
}

/** Sizes, stride, padding, dilation; the sizes' formula with its numbers; picture, kernel and loss. */
export const Controls = memo(function Controls({ model, setParams }: ControlsProps) {
  const { params, sides, extent, unread } = model;
  const say = useSay();
  const [least, most] = paddingRange(params);
  return (
    <>
      <div className="control-row selects">
        <SelectField
          label={WORDS.source}
          value={params.source}
          options={(['numbers', 'digit', 'photo'] as const).map((value) => ({ value, label: WORDS[value] }))}
          onChange={(source) => setParams({ source, x: null, input: source === 'numbers' ? 5 : 28 })}
        />
        {params.source === 'digit' && (
          <SelectField
            label={WORDS.which}
            value={String(params.digit)}
            options={Array.from({ length: 10 }, (_, i) => ({
              value: String(i),
              label: { en: String(i), zh: String(i) },
            }))}
            onChange={(digit) => setParams({ digit: Number(digit), x: null })}
          />
        )}
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
          label={WORDS.loss}
          showLabel
          value={params.loss}
          options={[
            { value: 'given', label: WORDS.given },
            { value: 'target', label: WORDS.target },
          ]}
          onChange={(loss) => setParams({ loss })}
        />
      </div>
      <div className="control-row sliders">
        <ParamSlider
          label={WORDS.input}
          value={params.input}
          min={3}
          max={28}
          onChange={(input) => setParams({ input })}
        />
        <ParamSlider
          label={WORDS.kernel}
          value={params.kernel}
          min={1}
          max={5}
          onChange={(kernel) => setParams({ kernel })}
        />
        <ParamSlider
          label={WORDS.stride}
          value={params.stride}
          min={1}
          max={4}
          onChange={(stride) => setParams({ stride })}
        />
        <ParamSlider
          label={WORDS.padding}
          value={params.padding}
          min={least}
          max={most}
          valueText={
            sides[0] === sides[2]
              ? undefined
              : say({ en: WORDS.sides.en(sides[0], sides[2]), zh: WORDS.sides.zh(sides[0], sides[2]) })
          }
          onChange={(padding) => setParams({ padding })}
        />
        <ParamSlider
          label={WORDS.dilation}
          value={params.dilation}
          min={1}
          max={3}
          onChange={(dilation) => setParams({ dilation })}
        />
      </div>
      <div className="control-row size-row">
        <ChoiceGroup
          label={WORDS.fit}
          showLabel
          value={fitOf(model)}
          options={(['valid', 'same', 'full'] as const).map((value) => ({ value, label: WORDS[value] }))}
          onChange={(fit) =>
            setParams(fit === 'same' ? { fit: 'same' } : { padding: fit === 'valid' ? 0 : extent - 1 })
          }
        />
        <p className="size-formula">
          <Formula tex={sizeFormula(model)} />
          <span className="size-note">
            {unread === 0
              ? say(WORDS.allRead)
              : say({ en: WORDS.unread.en(unread, sides[2]), zh: WORDS.unread.zh(unread, sides[2]) })}
          </span>
        </p>
      </div>
    </>
  );
});
