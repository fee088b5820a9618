import { memo } from 'react';
import { ChoiceGroup } from '../../figures/ChoiceGroup.tsx';
import { ParamSlider } from '../../figures/ParamSlider.tsx';
import { SelectField } from '../../figures/SelectField.tsx';
import { KERNELS, type KernelName } from './layers.ts';
import { farthest, type ShiftModel, type ShiftParams } from './model.ts';
import { WORDS } from './words.ts';

interface ControlsProps {
  readonly model: ShiftModel;
  setParams(change: Partial<ShiftParams>): void;
}

const DIGITS = Array.from({ length: 10 }, (_, i) => ({
  value: String(i),
  label: { en: String(i), zh: String(i) },
}));

/** The layer, the stride, the picture and the shift. */
export const Controls = memo(function Controls({ model, setParams }: ControlsProps) {
  const { params } = model;
  const most = farthest(params);
  return (
    <>
      <div className="control-row">
        <SelectField
          label={WORDS.operation}
          value={params.operation}
          options={(['conv', 'max', 'blur'] as const).map((value) => ({ value, label: WORDS[value] }))}
          onChange={(operation) => setParams({ operation })}
        />
        <ChoiceGroup
          label={WORDS.stride}
          showLabel
          value={params.stride}
          options={(['1', '2', '3'] as const).map((value) => ({ value, label: { en: value, zh: value } }))}
          onChange={(stride) => setParams({ stride })}
        />
        <SelectField
          label={WORDS.kernel}
          value={params.kernel}
          options={(Object.keys(KERNELS) as KernelName[]).map((value) => ({
            value,
            label: WORDS[value],
            disabled: params.operation !== 'conv',
          }))}
          onChange={(kernel) => setParams({ kernel })}
        />
        <SelectField
          label={WORDS.source}
          value={params.source}
          options={(['numbers', 'digit'] as const).map((value) => ({ value, label: WORDS[value] }))}
          onChange={(source) => setParams({ source })}
        />
        {params.source === 'digit' && (
          <SelectField
            label={WORDS.which}
            value={String(params.digit)}
            options={DIGITS}
            onChange={(digit) => setParams({ digit: Number(digit) })}
          />
        )}
      </div>
      <div className="control-row sliders">
        <ParamSlider
          label={WORDS.down}
          value={params.down}
          min={-most}
          max={most}
          onChange={(down) => setParams({ down })}
        />
        <ParamSlider
          label={WORDS.right}
          value={params.right}
          min={-most}
          max={most}
          onChange={(right) => setParams({ right })}
        />
      </div>
    </>
  );
});
