import { memo, useState } from 'react';
import { Formula } from '../../formula/Formula.tsx';
import { IconButton } from '../button/IconButton.tsx';
import { useFigure, useFigureState, useSay } from '../scene/context.ts';
import type { ControlGroup } from '../scene/defineScene.ts';
import { Chips, MORE } from './Chips.tsx';
import { Param } from './Param.tsx';

// The kit knows neither the parameters nor the model of the scene that it serves.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Group = ControlGroup<any, any>;

const WORDS = {
  controls: { en: 'Controls', zh: '控制项' },
  close: { en: 'Close', zh: '关闭' },
} as const;

/** As many sliders take a row less in four columns than in three: controls.css does that for their group. */
const FOURS = [4, 7];

/**
 * All controls of a figure, in their groups: a rail beside the stage, columns below the bar, or on a phone chips of
 * which one opens its slider, and a sheet with whatever is no slider. One DOM; the width decides by CSS.
 */
export const Controls = memo(function Controls() {
  const { store, scene } = useFigure();
  const say = useSay();
  const params = useFigureState((state) => state.params);
  const model = useFigureState((state) => state.model);
  const groups = (scene.controls as readonly Group[]).filter(({ when }) => when?.(model) ?? true);
  const isSlider = (control: Group['controls'][number]): control is string =>
    typeof control === 'string' && scene.params[control]?.control === 'slider';
  const sliders = groups.flatMap(({ controls }) => controls.filter(isSlider));
  const others = groups.some(({ controls }) => controls.some((control) => !isSlider(control)));
  const inFours = groups.some(({ controls }) => FOURS.includes(controls.length) && controls.every(isSlider));
  const [wanted, choose] = useState<string | null>(null);
  const chosen =
    wanted !== null && (wanted === MORE || sliders.includes(wanted)) ? wanted : (sliders[0] ?? null);
  const isOpen = chosen === MORE;
  if (groups.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of controls, not of a form
    <div
      className="controls"
      role="group"
      aria-label={say(WORDS.controls)}
      data-plain={sliders.length === 0 ? '' : undefined}
      data-sheet={isOpen ? '' : undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.stopPropagation();
        choose(null);
      }}
    >
      {sliders.length > 0 && <Chips names={sliders} hasMore={others} chosen={chosen} onChoose={choose} />}
      <div className="control-groups" data-fours={inFours ? '' : undefined}>
        {isOpen && (
          <IconButton
            icon="close"
            label={WORDS.close}
            className="control-sheet-close"
            onClick={() => choose(null)}
          />
        )}
        {groups.map(({ title, controls }, at) => {
          const lastSlider = controls.findLastIndex(isSlider);
          return (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as its own contents
            <div key={title.en} className="control-group" role="group" aria-label={say(title)}>
              <p className="control-title" aria-hidden="true">
                {say(title)}
              </p>
              {controls.map((Control, i) => {
                const key = typeof Control === 'string' ? Control : String(i);
                const slider = isSlider(Control);
                return (
                  <div
                    key={key}
                    className={slider ? 'control is-slider' : 'control'}
                    data-chosen={slider && Control === chosen ? '' : undefined}
                  >
                    {typeof Control === 'string' ? (
                      <Param name={Control} />
                    ) : (
                      <Control params={params} model={model} setParams={store.actions.setParams} />
                    )}
                    {at === 0 && i === lastSlider && <Sizes />}
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
});

/** What the sliders above it come to: a formula with its numbers, and one sentence. */
function Sizes() {
  const { scene } = useFigure();
  const say = useSay();
  const model = useFigureState((state) => state.model);
  const held = useFigureState((state) => state.held?.param ?? null);
  const sizes = scene.sizes?.(model, held) ?? scene.sizes?.(model, null);
  if (!sizes) return null;
  return (
    <div className="control-sizes">
      <span translate="no">
        <Formula tex={sizes.tex} />
      </span>
      <span className="control-sentence">{say(sizes.sentence)}</span>
    </div>
  );
}
