import type { CSSProperties } from 'react';
import { thousands } from '../../../formula/numbers.ts';
import { useFigure, useSay } from '../../../kit/scene/context.ts';
import { PARTS } from '../run/position.ts';
import { STEPS } from '../settings.ts';
import { useTraining } from '../useTraining.ts';
import type { RunView } from '../view.ts';

const LABEL = { en: 'Training step', zh: '训练步' } as const;

/** All steps as one bar, on which one goes back in time and on again, and how far the run has come. */
export function StepTrack({ run: { run, step, images } }: { readonly run: RunView }) {
  const { store, language } = useFigure();
  const say = useSay();
  const training = useTraining();
  const speed = Math.round(run.imagesPerSecond);
  return (
    <div className="transport-track">
      <input
        type="range"
        className="control-range training-track"
        aria-label={say(LABEL)}
        aria-valuetext={say({ en: `step ${step} of ${STEPS}`, zh: `第 ${step} 步，共 ${STEPS} 步` })}
        style={{ '--done': step / STEPS, '--reached': run.reached / STEPS } as CSSProperties}
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
  );
}
