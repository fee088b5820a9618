import { memo } from 'react';
import { useSay } from '../../figures/figureContext.ts';
import { ParamSlider } from '../../figures/ParamSlider.tsx';
import { SelectField } from '../../figures/SelectField.tsx';
import { type FieldModel, type FieldParams, STACK_CHOICES } from './model.ts';
import { listsOf, MOST_LAYERS, rangesOf, type StackLayer } from './stacks.ts';
import { STACK_NAMES, WORDS } from './words.ts';

interface ControlsProps {
  readonly model: FieldModel;
  setParams(change: Partial<FieldParams>): void;
}

const NEW_LAYER: StackLayer = { kernel: 3, stride: 1, dilation: 1, padding: 0 };

/** The stack, the sizes of one of its layers, and the unit that is looked at. */
export const Controls = memo(function Controls({ model, setParams }: ControlsProps) {
  const say = useSay();
  const { params, layers, counts } = model;
  const chosen = layers[params.layer - 1] as StackLayer;
  const fixed = layers.length > MOST_LAYERS;
  const range = rangesOf(layers.slice(0, params.layer - 1), chosen);
  const take = (next: readonly StackLayer[], layer = params.layer): void =>
    setParams({ stack: 'own', ...listsOf(next), layer });
  const change = (part: Partial<StackLayer>): void =>
    take(layers.map((one, i) => (i === params.layer - 1 ? { ...one, ...part } : one)));
  const slider = (key: 'kernel' | 'stride' | 'dilation' | 'padding', least: number) => (
    <ParamSlider
      label={WORDS[key]}
      value={chosen[key]}
      min={least}
      max={fixed ? Math.max(chosen[key], least + 1) : range[key]}
      disabled={fixed}
      onChange={(value) => change({ [key]: value })}
    />
  );
  return (
    <>
      <div className="control-row">
        <SelectField
          label={WORDS.stack}
          value={params.stack}
          options={STACK_CHOICES.map((value) => ({
            value,
            label: STACK_NAMES[value],
            disabled: value === 'own' && params.stack !== 'own',
          }))}
          onChange={(stack) => setParams({ stack })}
        />
        <button
          type="button"
          className="tool-button"
          disabled={layers.length >= MOST_LAYERS}
          onClick={() => take([...layers, NEW_LAYER], layers.length + 1)}
        >
          {say(WORDS.add)}
        </button>
        <button
          type="button"
          className="tool-button"
          disabled={layers.length <= 1 || fixed}
          onClick={() => take(layers.slice(0, -1))}
        >
          {say(WORDS.remove)}
        </button>
        <SelectField
          label={WORDS.layer}
          value={String(params.layer)}
          options={layers.map(({ name }, i) => ({
            value: String(i + 1),
            label: { en: name ?? String(i + 1), zh: name ?? String(i + 1) },
          }))}
          onChange={(layer) => setParams({ layer: Number(layer) })}
        />
      </div>
      <div className="control-row sliders">
        {slider('kernel', 1)}
        {slider('stride', 1)}
        {slider('dilation', 1)}
        {slider('padding', 0)}
        <ParamSlider
          label={WORDS.unit}
          value={params.unit}
          min={0}
          max={(counts.at(-1) as number) - 1}
          onChange={(unit) => setParams({ unit })}
        />
      </div>
      <p className="rf-fixed">{fixed ? say(WORDS.fixed) : ''}</p>
    </>
  );
});
