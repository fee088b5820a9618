import { memo } from 'react';
import { SPEEDS } from '../../playback/store.ts';
import { IconButton } from '../button/IconButton.tsx';
import { useFigure, useFigureState, useNow, useSay } from '../scene/context.ts';
import { TrackBar } from './TrackBar.tsx';
import { whereWords } from './whereWords.ts';
import { SPEED_WORDS, WORDS } from './words.ts';

/** Play, step, scrub: every control sets the one position. A scene without a track has no bar; one may have its own. */
export const Transport = memo(function Transport() {
  const { store, scene } = useFigure();
  const say = useSay();
  const playing = useFigureState((state) => state.playing);
  const { actions } = store;
  const { Bar } = scene;
  if (Bar) return <Bar />;
  if (!scene.track) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of a form
    <div className="transport-row" role="group" aria-label={say(WORDS.group)}>
      <IconButton icon="start" label={WORDS.start} className="transport-start" onClick={actions.rewind} />
      <IconButton icon="back" label={WORDS.back} onClick={() => actions.step(-1)} />
      <IconButton
        icon={playing ? 'pause' : 'play'}
        label={playing ? WORDS.pause : WORDS.play}
        className="is-primary"
        onClick={() => actions.setPlaying(!playing)}
      />
      <IconButton icon="step" label={WORDS.step} onClick={() => actions.step(1)} />
      <div className="transport-track">
        <TrackBar />
        <Where />
      </div>
      <Speed />
    </div>
  );
});

/** The cell and the term of the moment. */
function Where() {
  const { language } = useFigure();
  const { moment } = useNow();
  const track = useFigureState((state) => state.track);
  return (
    <span className="transport-where" aria-hidden="true" lang={language === 'zh' ? 'zh-Hans' : 'en'}>
      {whereWords(track, moment, language).map(({ text, strong }, i) =>
        strong ? <b key={String(i)}>{text}</b> : <span key={String(i)}>{text}</span>,
      )}
    </span>
  );
}

function Speed() {
  const { store, language } = useFigure();
  const say = useSay();
  const speed = useFigureState((state) => state.speed);
  return (
    <label className="transport-speed">
      <span className="visually-hidden">{say(SPEED_WORDS.speed)}</span>
      <select
        className="control-menu"
        value={speed}
        onChange={(event) => store.actions.setSpeed(Number(event.target.value))}
      >
        {SPEEDS.map((value) => (
          <option key={value} value={value}>
            {SPEED_WORDS.perSecond[language](value)}
          </option>
        ))}
      </select>
    </label>
  );
}
