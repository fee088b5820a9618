import { useEffect, useState } from 'react';
import type { Biography } from '../../../../worker/diary.ts';
import type { StepPushes } from '../../../../worker/pushes.ts';
import { sameWeight, type WeightPlace } from '../../../../worker/weightStep.ts';
import type { RunState } from '../../run/state.ts';
import type { PanelAsk } from '../panel.ts';
import { hardestSteps } from './path.ts';

/** Milliseconds between two questions while something is still missing. */
const AGAIN = 700;

const isThere = ({ activity }: RunState): boolean =>
  activity !== 'idle' && activity !== 'loading' && activity !== 'failed';

/** The path of a weight as far as it is known, asked for as often as the weights are looked at. */
export function useBiography(run: RunState, ask: PanelAsk, { param, at }: WeightPlace): Biography | null {
  const [known, setKnown] = useState<Biography | null>(null);
  const [turn, setTurn] = useState(0);
  const moment = run.activity === 'running' ? run.now?.step : run.reached;
  const there = isThere(run);
  // biome-ignore lint/correctness/useExhaustiveDependencies: at another moment more is known
  useEffect(() => {
    if (!there) return;
    let given = true;
    let again: ReturnType<typeof setTimeout> | undefined;
    ask.biography({ param, at }).then(
      (biography) => {
        if (!given) return;
        setKnown(biography);
        if (biography.missing > 0) again = setTimeout(() => setTurn((n) => n + 1), AGAIN);
      },
      // The worker was lost: what was known stays.
      () => {},
    );
    return () => {
      given = false;
      clearTimeout(again);
    };
  }, [ask, param, at, moment, there, turn]);
  return known && sameWeight(known.weight, { param, at }) ? known : null;
}

interface Pushed {
  readonly weight: WeightPlace;
  readonly pushes: readonly StepPushes[];
}

/** The digits that pushed a weight most, in the steps that pushed it most; asked for while the run rests. */
export function usePushes(
  run: RunState,
  ask: PanelAsk,
  biography: Biography | null,
  steps: number,
  most: number,
): readonly StepPushes[] | null {
  const [known, setKnown] = useState<Pushed | null>(null);
  const rests = isThere(run) && run.activity !== 'running';
  const hardest =
    rests && biography && biography.missing === 0 ? hardestSteps(biography, steps).join(' ') : '';
  const weight = biography?.weight;
  const [param, at] = [weight?.param ?? -1, weight?.at ?? -1];
  useEffect(() => {
    if (hardest === '') return;
    let given = true;
    ask.pushes({ param, at }, hardest.split(' ').map(Number), most).then(
      (pushes) => given && setKnown({ weight: { param, at }, pushes }),
      // The worker was lost: it is asked again when the run has gone on.
      () => {},
    );
    return () => {
      given = false;
    };
  }, [ask, param, at, hardest, most]);
  return known && weight && sameWeight(known.weight, weight) ? known.pushes : null;
}
