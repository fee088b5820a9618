import { memo } from 'react';
import { ChoiceGroup } from '../../figures/ChoiceGroup.tsx';
import { ParamSlider } from '../../figures/ParamSlider.tsx';
import { ACTIVATIONS, type DenseParams, LARGEST } from './model.ts';
import { ACTIVATION_NAMES, WORDS } from './words.ts';

interface ControlsProps {
  readonly params: DenseParams;
  setParams(change: Partial<DenseParams>): void;
}

/** The sizes of the layers, and the function between them. */
export const Controls = memo(function Controls({ params, setParams }: ControlsProps) {
  const size = (
    key: 'inputs' | 'hidden1' | 'hidden2' | 'outputs',
    max: number = LARGEST,
    disabled = false,
  ) => (
    <ParamSlider
      label={WORDS[key]}
      value={params[key]}
      min={1}
      max={max}
      disabled={disabled}
      onChange={(value) => setParams({ [key]: value })}
    />
  );
  return (
    <>
      <div className="control-row sliders">
        {size('inputs')}
        <ParamSlider
          label={WORDS.hidden}
          value={params.hidden}
          min={0}
          max={2}
          onChange={(hidden) => setParams({ hidden })}
        />
        {size('hidden1', LARGEST, params.hidden < 1)}
        {size('hidden2', LARGEST, params.hidden < 2)}
        {size('outputs', 4)}
      </div>
      <div className="control-row">
        <ChoiceGroup
          label={WORDS.activation}
          showLabel
          value={params.activation}
          disabled={params.hidden === 0}
          options={ACTIVATIONS.map((value) => ({ value, label: ACTIVATION_NAMES[value] }))}
          onChange={(activation) => setParams({ activation })}
        />
      </div>
    </>
  );
});
