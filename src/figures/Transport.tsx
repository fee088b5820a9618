import { SPEEDS } from '../playback/figureStore.ts';
import { useFigure, useFigureState, useSay } from './figureContext.ts';
import { Icon } from './Icon.tsx';

/** A stretch of the bar: the forward pass, one part of the backward pass … */
export interface Stretch {
  readonly id: string;
  readonly label: string;
  readonly steps: number;
  readonly role: 'output' | 'gradient' | 'weight' | 'input' | 'bias';
}

const WORDS = {
  group: { en: 'Playback', zh: '播放' },
  reset: { en: 'Reset', zh: '重置' },
  back: { en: 'Step back', zh: '后退一步' },
  play: { en: 'Play', zh: '播放' },
  pause: { en: 'Pause', zh: '暂停' },
  forward: { en: 'Step forward', zh: '前进一步' },
  position: { en: 'Position', zh: '位置' },
  speed: { en: 'Speed', zh: '速度' },
  step: {
    en: (position: number, total: number) => `step ${position} of ${total}`,
    zh: (position: number, total: number) => `第 ${position} 步，共 ${total} 步`,
  },
  perSecond: {
    en: (speed: number) => `${speed}/s`,
    zh: (speed: number) => `每秒 ${speed} 步`,
  },
} as const;

/** Play, step, scrub: every control sets the one position. */
export function Transport({ stretches }: { readonly stretches: readonly Stretch[] }) {
  const { store, language } = useFigure();
  const say = useSay();
  const position = useFigureState((state) => Math.floor(state.position));
  const total = useFigureState((state) => state.total);
  const playing = useFigureState((state) => state.playing);
  const speed = useFigureState((state) => state.speed);
  const { actions } = store;
  let before = 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of a form
    <div className="transport" role="group" aria-label={say(WORDS.group)}>
      <button
        type="button"
        className="icon-button"
        aria-label={say(WORDS.reset)}
        title={say(WORDS.reset)}
        onClick={actions.rewind}
      >
        <Icon name="start" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={say(WORDS.back)}
        title={say(WORDS.back)}
        onClick={() => actions.step(-1)}
      >
        <Icon name="back" />
      </button>
      <button
        type="button"
        className="icon-button primary"
        aria-label={say(playing ? WORDS.pause : WORDS.play)}
        title={say(playing ? WORDS.pause : WORDS.play)}
        onClick={() => actions.setPlaying(!playing)}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={say(WORDS.forward)}
        title={say(WORDS.forward)}
        onClick={() => actions.step(1)}
      >
        <Icon name="step" />
      </button>
      <div className="bar">
        <div className="bar-stretches" aria-hidden="true">
          {stretches.map((stretch) => {
            const done = Math.min(1, Math.max(0, (position - before) / Math.max(1, stretch.steps)));
            before += stretch.steps;
            return (
              <span
                key={stretch.id}
                className={`bar-stretch role-${stretch.role}`}
                style={{ flexGrow: Math.max(stretch.steps, total * 0.06) }}
              >
                <span className="bar-label">{stretch.label}</span>
                <span className="bar-track">
                  <span className="bar-done" style={{ width: `${done * 100}%` }} />
                </span>
              </span>
            );
          })}
        </div>
        <input
          type="range"
          aria-label={say(WORDS.position)}
          aria-valuetext={WORDS.step[language](position, total)}
          min={0}
          max={total}
          step={1}
          value={position}
          onChange={(event) => {
            store.setState({ playing: false });
            actions.seek(Number(event.target.value));
          }}
        />
      </div>
      <span className="transport-count" aria-hidden="true">
        {WORDS.step[language](position, total)}
      </span>
      <label className="speed">
        <span className="visually-hidden">{say(WORDS.speed)}</span>
        <select value={speed} onChange={(event) => actions.setSpeed(Number(event.target.value))}>
          {SPEEDS.map((value) => (
            <option key={value} value={value}>
              {WORDS.perSecond[language](value)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
