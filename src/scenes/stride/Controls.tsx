import { memo } from 'react';
import { ParamSlider } from '../../figures/ParamSlider.tsx';
import { SelectField } from '../../figures/SelectField.tsx';
import { LARGEST_INPUT, limits } from '../../figures/windowLimits.ts';
import {
  LARGEST_SHIFT,
  LARGEST_STRIDE,
  PRESETS,
  SOURCES,
  type StrideModel,
  type StrideParams,
} from './model.ts';
import { WORDS } from './words.ts';

interface ControlsProps {
  readonly model: StrideModel;
  setParams(change: Partial<StrideParams>): void;
}

/** Sizes, stride, padding, dilation; the picture and where it lies; the kernel. */
export const Controls = memo(function Controls({ model, setParams }: ControlsProps) {
  const { params, extent } = model;
  const most = limits(params);
  return (
    <>
      <div className="control-row">
        <SelectField
          label={WORDS.source}
          value={params.source}
          options={SOURCES.map((value) => ({ value, label: WORDS[value] }))}
          onChange={(source) => setParams({ source, input: source === 'photo' ? LARGEST_INPUT : 8 })}
        />
        <SelectField
          label={WORDS.preset}
          value={params.preset}
          options={PRESETS.map((value) => ({ value, label: WORDS[value] }))}
          onChange={(preset) => setParams({ preset })}
        />
      </div>
      <div className="control-row sliders">
        <ParamSlider
          label={WORDS.input}
          value={params.input}
          min={3}
          max={LARGEST_INPUT}
          onChange={(input) => setParams({ input })}
        />
        <ParamSlider
          label={WORDS.kernel}
          value={params.kernel}
          min={1}
          max={most.kernel}
          onChange={(kernel) => setParams({ kernel })}
        />
        <ParamSlider
          label={WORDS.stride}
          value={params.stride}
          min={1}
          max={LARGEST_STRIDE}
          onChange={(stride) => setParams({ stride })}
        />
        <ParamSlider
          label={WORDS.padding}
          value={params.padding}
          min={0}
          max={extent - 1}
          onChange={(padding) => setParams({ padding })}
        />
        <ParamSlider
          label={WORDS.dilation}
          value={params.dilation}
          min={1}
          max={most.dilation}
          onChange={(dilation) => setParams({ dilation })}
        />
        <ParamSlider
          label={WORDS.shift}
          value={params.shift}
          min={0}
          max={LARGEST_SHIFT}
          onChange={(shift) => setParams({ shift })}
        />
      </div>
    </>
  );
});
