import type { Loss } from '../../../worker/client.ts';
import type { LoadProgress } from '../../../worker/loadDigits.ts';
import type { LearningLayer, Look, Reply } from '../../../worker/protocol.ts';
import type { Readings } from '../../../worker/readings.ts';
import type { PartReport } from '../../../worker/session.ts';
import type { TrainingSettings } from '../../../worker/settings.ts';
import type { Trouble } from '../../../worker/trouble.ts';

/** What a run is doing. */
export type Activity =
  | 'idle'
  | 'loading'
  | 'running'
  | 'paused'
  | 'finished'
  /** At the first number that is not finite. */
  | 'stopped'
  /** The digits did not come, or the worker was lost too often. */
  | 'failed';

/** How the network did on the test digits after so many steps. */
export interface TestPoint {
  readonly step: number;
  readonly count: number;
  readonly correct: number;
  readonly loss: number;
}

/** Everything that the page knows of one run, plain data. A new object each time something is new. */
export interface RunState {
  readonly settings: TrainingSettings;
  readonly activity: Activity;
  readonly progress: LoadProgress | null;
  readonly layers: readonly LearningLayer[];
  readonly parameters: number;
  /** Steps done now, and the most that were ever done: one can go back in time and on again. */
  readonly step: number;
  readonly reached: number;
  readonly images: number;
  readonly imagesPerSecond: number;
  /** The last part of each step up to `reached`, by step. */
  readonly reports: readonly PartReport[];
  /** The part that was done last, while a step is walked part by part. */
  readonly part: PartReport | null;
  readonly tests: readonly TestPoint[];
  /** The newest reading of the test digits, and after how many steps it was made. */
  readonly readings: { readonly step: number; readonly readings: Readings } | null;
  /** Weights over time: those at the start, and some on the way, by step. */
  readonly looks: readonly Look[];
  /** The weights as they were looked at last, wherever in time that was: those of `step` as soon as the run rests. */
  readonly now: Look | null;
  readonly trouble: Trouble | null;
  /** Why it failed, or (while it goes on) why the test digits are not read. */
  readonly failure: Failed | null;
  /** The worker was lost last: why, and from where another one goes on. */
  readonly lost: Loss | null;
}

/** What did not come. `tests`: the test digits, the training goes on without; `lost`: the worker, too often in a row; `no-worker`: there are none here. */
export interface Failed {
  readonly problem: (Reply & { readonly type: 'failed' })['problem'] | 'lost' | 'no-worker' | 'tests';
  readonly message: string;
}
