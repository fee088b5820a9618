import { useEffect, useState } from 'react';
import type { WeightPlace, WeightStep } from '../../../../worker/weightStep.ts';
import type { RunState } from '../../run/state.ts';
import type { PanelAsk } from '../panel.ts';
import { shownStep } from './shown.ts';

/**
 * What the step that is shown did with a weight. While the run goes on it is that of some step just done, asked for as
 * often as the weights are looked at; at rest it is exactly the step that is shown.
 */
export function useWeightStep(run: RunState, ask: PanelAsk, { param, at }: WeightPlace): WeightStep | null {
  const [known, setKnown] = useState<WeightStep | null>(null);
  const isRunning = run.activity === 'running';
  const step = isRunning ? null : (shownStep(run)?.step ?? -1);
  const moment = isRunning ? run.now?.step : `${run.activity} ${run.part?.phase}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: at another moment there is another answer
  useEffect(() => {
    if (step === -1 || run.activity === 'loading' || run.activity === 'idle') return;
    let given = true;
    ask.weightStep({ param, at }, step).then(
      (answer) => given && answer && setKnown(answer),
      // The worker was lost, or the run stopped in this very step: what was known stays.
      () => {},
    );
    return () => {
      given = false;
    };
  }, [ask, param, at, step, moment]);
  const fits =
    known?.weight.param === param && known.weight.at === at && (step === null || known.step === step);
  return fits ? known : null;
}
