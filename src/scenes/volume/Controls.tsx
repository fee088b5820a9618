import { memo } from 'react';
import { useSay } from '../../figures/figureContext.ts';
import { ParamSlider } from '../../figures/ParamSlider.tsx';
import { SelectField } from '../../figures/SelectField.tsx';
import {
  groupCounts,
  groupsTowards,
  INPUT_RANGE,
  specs,
  type VolumeModel,
  type VolumeParams,
} from './model.ts';
import { groupsNote, WORDS } from './words.ts';

interface ControlsProps {
  readonly model: VolumeModel;
  setParams(change: Partial<VolumeParams>): void;
}

/** The sizes of the layer; the groups step from one possible number to the next. */
export const Controls = memo(function Controls({ model, setParams }: ControlsProps) {
  const say = useSay();
  const { params, depth } = model;
  const counts = groupCounts(params);
  return (
    <>
      <div className="control-row selects">
        <SelectField
          label={WORDS.picture}
          value={params.source}
          options={[
            { value: 'photo', label: WORDS.photo },
            { value: 'numbers', label: WORDS.numbers },
          ]}
          onChange={(source) => setParams({ source, x: null })}
        />
      </div>
      <div className="control-row sliders">
        <ParamSlider
          label={WORDS.channels}
          value={params.channels}
          min={1}
          max={specs.channels.clamp(Number.MAX_SAFE_INTEGER)}
          onChange={(channels) => setParams({ channels })}
        />
        <ParamSlider
          label={WORDS.filters}
          value={params.filters}
          min={1}
          max={specs.filters.clamp(Number.MAX_SAFE_INTEGER)}
          onChange={(filters) => setParams({ filters })}
        />
        <ParamSlider
          label={WORDS.kernel}
          value={params.kernel}
          min={1}
          max={specs.kernel.clamp(Number.MAX_SAFE_INTEGER)}
          onChange={(kernel) => setParams({ kernel })}
        />
        <ParamSlider
          label={WORDS.groups}
          value={params.groups}
          min={1}
          max={Math.max(...counts)}
          onChange={(asked) => setParams({ groups: groupsTowards(params, asked) })}
        />
        <ParamSlider
          label={WORDS.input}
          value={params.input}
          min={INPUT_RANGE[0]}
          max={INPUT_RANGE[1]}
          onChange={(input) => setParams({ input })}
        />
      </div>
      <p className="vl-note">{say(groupsNote(counts, depth === 1 && params.channels > 1))}</p>
    </>
  );
});
