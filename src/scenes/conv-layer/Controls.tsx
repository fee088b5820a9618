import { memo } from 'react';
import { ChoiceGroup } from '../../figures/ChoiceGroup.tsx';
import { ParamSlider } from '../../figures/ParamSlider.tsx';
import { SelectField } from '../../figures/SelectField.tsx';
import { MOST_FILTERS } from './kernels.ts';
import { BENDS, choosing, type LayerModel, type LayerParams } from './model.ts';
import { BEND_NAMES, WORDS } from './words.ts';

interface ControlsProps {
  readonly model: LayerModel;
  setParams(change: Partial<LayerParams>): void;
}

/** Picture, kernels and activation; how many filters; stride and padding; the place that is worked out. */
export const Controls = memo(function Controls({ model, setParams }: ControlsProps) {
  const { params, k, out } = model;
  return (
    <>
      <div className="control-row selects">
        <SelectField
          label={WORDS.digit}
          value={String(params.digit)}
          options={Array.from({ length: 10 }, (_, i) => String(i)).map((value) => ({
            value,
            label: { en: value, zh: value },
          }))}
          onChange={(digit) => setParams({ digit: Number(digit) })}
        />
        <ChoiceGroup
          label={WORDS.kernels}
          showLabel
          value={params.kernels}
          options={(['trained', 'byHand'] as const).map((value) => ({ value, label: WORDS[value] }))}
          onChange={(kernels) => setParams(choosing(kernels))}
        />
        <SelectField
          label={WORDS.activation}
          value={params.activation}
          options={BENDS.map((value) => ({ value, label: BEND_NAMES[value] }))}
          onChange={(activation) => setParams({ activation })}
        />
      </div>
      <div className="control-row sliders">
        <ParamSlider
          label={WORDS.filters}
          value={params.filters}
          min={1}
          max={MOST_FILTERS}
          onChange={(filters) => setParams({ filters })}
        />
        <ParamSlider
          label={WORDS.stride}
          value={params.stride}
          min={1}
          max={3}
          onChange={(stride) => setParams({ stride })}
        />
        <ParamSlider
          label={WORDS.padding}
          value={params.padding}
          min={0}
          max={k - 1}
          onChange={(padding) => setParams({ padding })}
        />
        <ParamSlider
          label={WORDS.row}
          value={params.row}
          min={0}
          max={out - 1}
          onChange={(row) => setParams({ row })}
        />
        <ParamSlider
          label={WORDS.col}
          value={params.col}
          min={0}
          max={out - 1}
          onChange={(col) => setParams({ col })}
        />
      </div>
    </>
  );
});
