import type { ResourceSpec, Resources } from '../../playback/resources.ts';
import { createTrack } from '../../playback/track.ts';
import type { TrainingParams } from './parameters.ts';
import { idleRun } from './run/idle.ts';
import { PARTS } from './run/position.ts';
import type { RunState } from './run/state.ts';
import { keyOf, otherSettings, STEPS, settingsOf } from './settings.ts';
import { WORDS } from './words.ts';

export interface TrainingRuns {
  readonly a: RunState;
  readonly b: RunState;
}

export interface TrainingModel {
  readonly params: TrainingParams;
  readonly a: RunState;
  /** The run beside it; null: there is none. */
  readonly b: RunState | null;
}

const FAILURE = { en: 'The run could not be prepared.', zh: '无法准备这次训练。' };

/** The settings of a run as they are told to the worker, from its key; null: there is no such run. */
export function runSettings(params: TrainingParams, run: keyof TrainingRuns) {
  const given = run === 'a' ? params : otherSettings(params);
  return given && { key: keyOf(given), settings: settingsOf(given) };
}

/** A run is there at once, and idle: what comes of it is told to the figure by its driver. */
const runOf = (run: keyof TrainingRuns): ResourceSpec<RunState, TrainingParams> => ({
  key: (params) => runSettings(params, run)?.key ?? null,
  load: async (key) => idleRun(settingsOf(fromKey(key))),
  failure: FAILURE,
});

const fromKey = (key: string) => {
  const settings = otherSettings({ other: key.split(',').map(Number) });
  if (!settings) throw new Error(`no settings: ${key}`);
  return settings;
};

export const resources = { a: runOf('a'), b: runOf('b') };

export function build(params: TrainingParams, runs: Resources<TrainingRuns>): TrainingModel {
  const told = (run: keyof TrainingRuns): RunState | null => {
    const asked = runSettings(params, run);
    const resource = runs[run];
    if (!asked) return null;
    return resource.state === 'there' ? resource.value : idleRun(asked.settings);
  };
  return { params, a: told('a') as RunState, b: told('b') };
}

export const TRACK = createTrack([
  {
    id: 'training',
    cells: STEPS,
    terms: PARTS,
    name: WORDS.training,
    cellWord: WORDS.step,
    termWord: WORDS.part,
  },
]);
