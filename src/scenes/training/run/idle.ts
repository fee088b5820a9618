import type { TrainingSettings } from '../../../worker/settings.ts';
import { firstLook, weightCount } from '../initial.ts';
import type { RunState } from './state.ts';

/** A run that has not begun: nothing was fetched, and of the network there are only its first weights. */
export function idleRun(settings: TrainingSettings): RunState {
  const now = firstLook(settings);
  return {
    settings,
    activity: 'idle',
    progress: null,
    layers: [],
    parameters: weightCount(settings),
    ...{ step: 0, reached: 0, images: 0, imagesPerSecond: 0 },
    reports: [],
    part: null,
    tests: [],
    readings: null,
    looks: [now],
    now,
    ...{ trouble: null, failure: null, lost: null },
  };
}
