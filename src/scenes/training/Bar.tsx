import { type CSSProperties, useEffect, useRef } from 'react';
import { thousands } from '../../formula/numbers.ts';
import { Icon, type IconName } from '../../kit/button/Icon.tsx';
import { useFigure, useFigureState, useNow, useSay } from '../../kit/scene/context.ts';
import type { Text } from '../../language/language.ts';
import { stepsPerEpoch } from '../../worker/settings.ts';
import { TRACK, type TrainingModel } from './model.ts';
import { PARTS, positionOf } from './run/position.ts';
import { STEPS } from './settings.ts';
import { useTraining } from './useTraining.ts';
import type { TrainingView } from './view.ts';

const WORDS = {
  group: { en: 'Training', zh: '训练控制' },
  start: { en: 'Start', zh: '开始' },
  pause: { en: 'Pause', zh: '暂停' },
  step: { en: 'Step', zh: '一步' },
  part: { en: 'Next part', zh: '下一部分' },
  epoch: { en: 'One epoch', zh: '一轮' },
  reset: { en: 'Reset', zh: '重置' },
  track: { en: 'Training step', zh: '训练步' },
} as const satisfies Record<string, Text>;

/** Start, one step, one part of it, one epoch, and back to any step that was reached. */
export function Bar() {
  const { store, language } = useFigure();
  const say = useSay();
  const training = useTraining();
  const bar = useRef<HTMLDivElement>(null);
  const { model, view } = useNow() as { model: TrainingModel; view: TrainingView };
  const playing = useFigureState((state) => state.playing);
  const { a } = model;
  const { step, images } = view.a;
  useEffect(() => {
    const figure = bar.current?.closest('figure');
    const root = document.documentElement.dataset['root'] ?? './';
    return figure ? training.attach(figure, new URL(`${root}data/`, document.baseURI).href) : undefined;
  }, [training]);
  const works = playing || a.activity === 'running' || a.activity === 'loading';
  const isOver = step >= STEPS;
  const here = Math.min(store.getState().position, Math.max(positionOf(a), a.reached * PARTS));
  const start = (): void => {
    if (works) {
      if (playing) store.actions.setPlaying(false);
      else training.rest();
    } else if (view.ahead !== null) training.pursue(store.getState().position);
    else store.actions.setPlaying(true);
  };
  const go = (steps: number): void => {
    store.actions.setPlaying(false);
    training.pursue(Math.min(TRACK.total, (step + steps) * PARTS));
  };
  const epoch = stepsPerEpoch(a.settings);
  const speed = Math.round(a.imagesPerSecond);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of a form
    <div className="transport-row training-bar" role="group" aria-label={say(WORDS.group)} ref={bar}>
      <Button icon="start" label={WORDS.reset} onClick={training.reset} isIcon />
      <Button
        icon={works ? 'pause' : 'play'}
        label={works ? WORDS.pause : WORDS.start}
        className="is-primary"
        disabled={isOver && !works}
        onClick={start}
      />
      <Button icon="step" label={WORDS.step} disabled={isOver} onClick={() => go(1)} />
      <Button
        label={WORDS.part}
        short="¼"
        disabled={isOver}
        onClick={() => {
          store.actions.setPlaying(false);
          training.pursue(Math.min(TRACK.total, here + 1));
        }}
      />
      <Button label={WORDS.epoch} className="training-epoch" disabled={isOver} onClick={() => go(epoch)} />
      <div className="transport-track">
        <input
          type="range"
          className="control-range training-track"
          aria-label={say(WORDS.track)}
          aria-valuetext={say({ en: `step ${step} of ${STEPS}`, zh: `第 ${step} 步，共 ${STEPS} 步` })}
          style={{ '--done': step / STEPS, '--reached': a.reached / STEPS } as CSSProperties}
          min={0}
          max={STEPS}
          step={1}
          value={step}
          onChange={(event) => {
            store.actions.setPlaying(false);
            training.pursue(Number(event.target.value) * PARTS);
          }}
        />
        <span className="training-where" lang={language === 'zh' ? 'zh-Hans' : 'en'}>
          <b>{thousands(step)}</b>
          <span>{say({ en: `of ${STEPS}`, zh: `/ ${STEPS} 步` })}</span>
          <span className="training-more" data-metric="images" data-value={images}>
            {say({ en: `${thousands(images)} digits`, zh: `${thousands(images)} 个数字` })}
          </span>
          <span className="training-more" data-metric="images-per-second" data-value={speed}>
            {say({ en: `${thousands(speed)}/s`, zh: `每秒 ${thousands(speed)}` })}
          </span>
        </span>
      </div>
    </div>
  );
}

interface ButtonProps {
  readonly icon?: IconName;
  readonly label: Text;
  readonly className?: string;
  /** In its place where there is little room; with an icon none is needed. */
  readonly short?: string;
  readonly isIcon?: boolean;
  readonly disabled?: boolean;
  onClick(): void;
}

/** A button with its name on it; on a phone, or as an icon, the name is only said. */
function Button({
  icon,
  label,
  short,
  className = '',
  isIcon = false,
  disabled = false,
  onClick,
}: ButtonProps) {
  const name = useSay()(label);
  return (
    <button
      type="button"
      className={`kit-button ${isIcon ? 'is-icon' : ''} ${className}`}
      title={name}
      aria-label={name}
      disabled={disabled}
      onClick={onClick}
    >
      {icon && <Icon name={icon} />}
      {!isIcon && <span className={icon || short ? 'training-button-name' : undefined}>{name}</span>}
      {short && <span className="training-button-short">{short}</span>}
    </button>
  );
}
