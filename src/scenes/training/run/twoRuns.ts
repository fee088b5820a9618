import { runSettings } from '../model.ts';
import { onlySettings, otherSettings, packed } from '../settings.ts';
import { type Crew, RUNS, type RunName, type TrainingStore } from './crew.ts';
import { positionOf } from './position.ts';

/* What one run hands to the other: its settings, and all that it has learned with them. */

/** Run B becomes what run A is. */
export function keepAsOther(store: TrainingStore, crew: Crew): void {
  const { model, params } = store.getState();
  const checkpoint = crew.now('a')?.checkpoint;
  store.actions.setParams({ other: packed(onlySettings(params)) });
  const key = runSettings(store.getState().params, 'b')?.key;
  if (key !== undefined) crew.place({ run: 'b', key, state: model.a, checkpoint });
}

/** Each takes the place of the other; the figure stands where the new run A does. */
export function swapRuns(store: TrainingStore, crew: Crew): void {
  const { params, model } = store.getState();
  const other = otherSettings(params);
  const [keyOfA, keyOfB] = RUNS.map((run) => runSettings(params, run)?.key);
  const { a, b } = model;
  if (!other || !b || keyOfA === undefined || keyOfB === undefined) return;
  store.setState({ playing: false });
  const learned = crew.standing();
  const checkpointOf = (run: RunName) => learned.find((one) => one.run === run)?.checkpoint;
  for (const run of RUNS) crew.drop(run);
  crew.place({ run: 'a', key: keyOfB, state: b, checkpoint: checkpointOf('b') });
  crew.place({ run: 'b', key: keyOfA, state: a, checkpoint: checkpointOf('a') });
  store.actions.setParams({ ...other, other: packed(onlySettings(params)) });
  store.actions.seek(positionOf(store.getState().model.a));
}
