import { useEffect, useRef } from 'react';
import { useFigure, useFigureState, useNow, useSay } from '../../../kit/scene/context.ts';
import type { Text } from '../../../language/language.ts';
import { stepsPerEpoch } from '../../../worker/settings.ts';
import { AwaySign } from '../away/AwaySign.tsx';
import { TRACK, type TrainingModel } from '../model.ts';
import { PARTS, positionOf } from '../run/position.ts';
import { isUnderWay } from '../run/reduce.ts';
import { STEPS } from '../settings.ts';
import { useTraining } from '../useTraining.ts';
import type { TrainingView } from '../view.ts';
import { BarButton } from './BarButton.tsx';
import { StepTrack } from './StepTrack.tsx';

const WORDS = {
  group: { en: 'Training', zh: '训练控制' },
  start: { en: 'Start', zh: '开始' },
  pause: { en: 'Pause', zh: '暂停' },
  step: { en: 'Step', zh: '一步' },
  part: { en: 'Next part', zh: '下一部分' },
  quarter: { en: '¼', zh: '¼' },
  epoch: { en: 'One epoch', zh: '一轮' },
  shortEpoch: { en: 'Epoch', zh: '一轮' },
  reset: { en: 'Reset', zh: '重置' },
} as const satisfies Record<string, Text>;

/** Start, one step, one part of it, one epoch, and back to any step that was reached. */
export function Bar() {
  const { store } = useFigure();
  const say = useSay();
  const training = useTraining();
  const bar = useRef<HTMLDivElement>(null);
  const { model, view } = useNow() as { model: TrainingModel; view: TrainingView };
  const playing = useFigureState((state) => state.playing);
  const { a } = model;
  const { step } = view.a;
  useEffect(() => {
    const figure = bar.current?.closest('figure');
    const root = document.documentElement.dataset['root'] ?? './';
    return figure ? training.attach(figure, new URL(`${root}data/`, document.baseURI).href) : undefined;
  }, [training]);
  const works = playing || isUnderWay(a);
  const isOver = step >= STEPS;
  const here = Math.min(store.getState().position, Math.max(positionOf(a), a.reached * PARTS));
  const start = (): void => {
    if (works) training.pause();
    else if (view.ahead !== null) training.pursue(store.getState().position);
    else store.actions.setPlaying(true);
  };
  const go = (position: number): void => {
    store.actions.setPlaying(false);
    training.pursue(Math.min(TRACK.total, position));
  };
  const epoch = stepsPerEpoch(a.settings);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of a form
    <div className="transport-row training-bar" role="group" aria-label={say(WORDS.group)} ref={bar}>
      <BarButton icon="start" label={WORDS.reset} onClick={training.reset} isIcon />
      <BarButton
        icon={works ? 'pause' : 'play'}
        label={works ? WORDS.pause : WORDS.start}
        className="is-primary"
        disabled={isOver && !works}
        onClick={start}
      />
      <BarButton icon="step" label={WORDS.step} disabled={isOver} onClick={() => go((step + 1) * PARTS)} />
      <BarButton label={WORDS.part} short={WORDS.quarter} disabled={isOver} onClick={() => go(here + 1)} />
      <BarButton
        label={WORDS.epoch}
        short={WORDS.shortEpoch}
        disabled={isOver}
        onClick={() => go((step + epoch) * PARTS)}
      />
      <StepTrack run={view.a} />
      <AwaySign />
    </div>
  );
}
