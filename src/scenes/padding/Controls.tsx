import { memo } from 'react';
import { ChoiceGroup } from '../../figures/ChoiceGroup.tsx';
import { ParamSlider } from '../../figures/ParamSlider.tsx';
import { SelectField } from '../../figures/SelectField.tsx';
import { LARGEST_INPUT, limits } from '../../figures/windowLimits.ts';
import { FITS, MODES, type PaddingModel, type PaddingParams, PRESETS, SOURCES } from './model.ts';
import { WORDS } from './words.ts';

interface ControlsProps {
  readonly model: PaddingModel;
  setParams(change: Partial<PaddingParams>): void;
}

/** How far the window may hang over, what stands there, the sizes, the picture and the kernel. */
export const Controls = memo(function Controls({ model, setParams }: ControlsProps) {
  const { params, before, after, extent } = model;
  const most = limits(params);
  const named = <T extends keyof typeof WORDS>(values: readonly T[]) =>
    values.map((value) => ({ value, label: WORDS[value] as { en: string; zh: string } }));
  return (
    <>
      <div className="control-row">
        <ChoiceGroup
          label={WORDS.fit}
          showLabel
          value={params.fit}
          options={named(FITS)}
          onChange={(fit) => setParams(fit === 'own' ? { fit, before, after } : { fit })}
        />
        <SelectField
          label={WORDS.mode}
          value={params.mode}
          options={named(MODES)}
          onChange={(mode) => setParams({ mode })}
        />
        <SelectField
          label={WORDS.source}
          value={params.source}
          options={named(SOURCES)}
          onChange={(source) => setParams({ source, input: source === 'photo' ? 16 : 7 })}
        />
        <SelectField
          label={WORDS.preset}
          value={params.preset}
          options={named(PRESETS)}
          onChange={(preset) => setParams({ preset })}
        />
      </div>
      <div className="control-row sliders pad-sliders">
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
          max={4}
          onChange={(stride) => setParams({ stride })}
        />
        <ParamSlider
          label={WORDS.dilation}
          value={params.dilation}
          min={1}
          max={most.dilation}
          onChange={(dilation) => setParams({ dilation })}
        />
        <ParamSlider
          label={WORDS.before}
          value={before}
          min={0}
          max={extent - 1}
          onChange={(value) => setParams({ fit: 'own', before: value, after })}
        />
        <ParamSlider
          label={WORDS.after}
          value={after}
          min={0}
          max={extent - 1}
          onChange={(value) => setParams({ fit: 'own', before, after: value })}
        />
      </div>
    </>
  );
});
