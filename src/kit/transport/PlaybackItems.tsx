import { SPEEDS } from '../../playback/store.ts';
import { useFigure, useFigureState, useSay } from '../scene/context.ts';
import { SPEED_WORDS, WORDS } from './words.ts';

interface PlaybackItemsProps {
  /** Something was chosen: the menu closes. */
  onChosen(): void;
}

/** What the bar has no room for on a phone, as items of the figure's menu: back to the first step, and the speed. */
export function PlaybackItems({ onChosen }: PlaybackItemsProps) {
  const { store, scene, language } = useFigure();
  const say = useSay();
  const speed = useFigureState((state) => state.speed);
  const { actions } = store;
  if (!scene.track || scene.Bar) return null;
  const choose = (act: () => void) => (): void => {
    onChosen();
    act();
  };
  return (
    <>
      <button
        type="button"
        role="menuitem"
        tabIndex={-1}
        className="copy-act"
        onClick={choose(actions.rewind)}
      >
        {say(WORDS.start)}
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of items of a menu */}
      <div className="copy-act copy-speeds" role="group" aria-label={say(SPEED_WORDS.speed)}>
        <span className="copy-label" aria-hidden="true">
          {say(SPEED_WORDS.speed)}
        </span>
        {SPEEDS.map((value) => (
          <button
            key={value}
            type="button"
            role="menuitemradio"
            tabIndex={-1}
            aria-checked={value === speed}
            aria-label={SPEED_WORDS.perSecond[language](value)}
            onClick={choose(() => actions.setSpeed(value))}
          >
            {value}
          </button>
        ))}
      </div>
    </>
  );
}
