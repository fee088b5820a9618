import { memo } from 'react';
import { useFigure } from '../../figures/figureContext.ts';
import { ParamSlider } from '../../figures/ParamSlider.tsx';
import { SelectField } from '../../figures/SelectField.tsx';
import { PHOTOS } from '../../kit/samples/samples.ts';
import { inWords } from './largeNumbers.ts';
import {
  BUDGETS,
  type ExplosionParams,
  FORMATS,
  LARGEST_KERNEL,
  MOST_FILTERS,
  MOST_NEURONS,
} from './model.ts';
import { NamedSlider } from './NamedSlider.tsx';
import { formatText, WORDS } from './words.ts';

interface ControlsProps {
  readonly params: ExplosionParams;
  setParams(change: Partial<ExplosionParams>): void;
}

/** The photo and the two layers; below, what one can afford. */
export const Controls = memo(function Controls({ params, setParams }: ControlsProps) {
  const { language } = useFigure();
  return (
    <>
      <div className="control-row pe-sliders">
        <NamedSlider
          label={WORDS.format}
          value={params.format}
          names={FORMATS.map((_, place) => formatText(place, language))}
          onChange={(format) => setParams({ format })}
        />
        <ParamSlider
          label={WORDS.neurons}
          value={params.neurons}
          min={1}
          max={MOST_NEURONS}
          onChange={(neurons) => setParams({ neurons })}
        />
        <ParamSlider
          label={WORDS.kernel}
          value={params.kernel}
          min={1}
          max={LARGEST_KERNEL}
          onChange={(kernel) => setParams({ kernel })}
        />
        <ParamSlider
          label={WORDS.filters}
          value={params.filters}
          min={1}
          max={MOST_FILTERS}
          onChange={(filters) => setParams({ filters })}
        />
      </div>
      <div className="control-row pe-budget">
        <NamedSlider
          label={WORDS.budget}
          value={params.budget}
          names={BUDGETS.map((budget) => inWords(budget, language))}
          onChange={(budget) => setParams({ budget })}
        />
        <SelectField
          label={WORDS.photo}
          value={params.photo}
          options={PHOTOS.map(({ id, en, zh }) => ({ value: id, label: { en, zh } }))}
          onChange={(photo) => setParams({ photo })}
        />
      </div>
    </>
  );
});
