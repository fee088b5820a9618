import type { TrainerState } from '../../../network/trainer.ts';
import type { FigureStore } from '../../../playback/store.ts';
import { runSettings, type TrainingModel, type TrainingRuns } from '../model.ts';
import type { TrainingParams } from '../parameters.ts';
import { createDriver, type Driver } from './driver.ts';
import { idleRun } from './idle.ts';
import { resting } from './reduce.ts';
import type { RunState } from './state.ts';

export type TrainingStore = FigureStore<TrainingParams, TrainingModel, TrainingRuns>;
export type RunName = keyof TrainingRuns;
export const RUNS: readonly RunName[] = ['a', 'b'];

/** A run as it stands: its name, its settings as a key, what is known of it, and from where it goes on. */
export interface Standing {
  readonly run: RunName;
  readonly key: string;
  readonly state: RunState;
  readonly checkpoint: TrainerState | undefined;
}

/** The drivers of both runs. A run is known by its settings: whoever comes back to them finds what was learned with them. */
export interface Crew {
  /** The driver of a run with the settings of now, made if there is none; null: there is no such run, or no page for it. */
  driverOf(run: RunName): Driver | null;
  /** The driver that is there. */
  now(run: RunName): Driver | undefined;
  /** All runs that have learned something. */
  standing(): Standing[];
  /** A run stands where it is said to, from now on. */
  place(standing: Standing): void;
  /** Ends the worker of a run; what it has learned stays. */
  drop(run: RunName): void;
  /** From where data are fetched, while the figure is on a page. */
  setBase(base: string | null): void;
}

export function createCrew(
  store: TrainingStore,
  onState: (run: RunName, key: string, state: RunState) => void,
): Crew {
  const drivers = new Map<RunName, { readonly key: string; readonly driver: Driver }>();
  const checkpoints = new Map<string, TrainerState>();
  const of = (run: RunName, key: string): string => `${run} ${key}`;
  let base: string | null = null;

  const asked = (run: RunName) => runSettings(store.getState().params, run);

  function told(run: RunName, key: string): RunState | null {
    const resource = store.getState().resources[run];
    return resource.state === 'there' && asked(run)?.key === key ? resource.value : null;
  }

  function drop(run: RunName): void {
    const there = drivers.get(run);
    if (!there) return;
    drivers.delete(run);
    const { key, driver } = there;
    if (driver.checkpoint) checkpoints.set(of(run, key), driver.checkpoint);
    driver.close();
    onState(run, key, resting(driver.state));
  }

  return {
    driverOf(run) {
      const settings = asked(run);
      const there = drivers.get(run);
      if (there && there.key === settings?.key) return there.driver;
      drop(run);
      if (!settings || base === null) return null;
      const { key } = settings;
      const driver = createDriver({
        state: told(run, key) ?? idleRun(settings.settings),
        checkpoint: checkpoints.get(of(run, key)),
        base,
        onState: (state) => onState(run, key, state),
      });
      drivers.set(run, { key, driver });
      return driver;
    },
    now: (run) => drivers.get(run)?.driver,
    standing: () =>
      RUNS.flatMap((run) => {
        const key = asked(run)?.key;
        const driver = drivers.get(run)?.driver;
        const state = key === undefined ? null : (driver?.state ?? told(run, key));
        if (!state || key === undefined || state.reached === 0) return [];
        return [{ run, key, state, checkpoint: driver?.checkpoint ?? checkpoints.get(of(run, key)) }];
      }),
    place({ run, key, state, checkpoint }) {
      if (checkpoint) checkpoints.set(of(run, key), checkpoint);
      store.actions.setResource(run, key, { state: 'there', value: resting(state) });
    },
    drop,
    setBase(next) {
      base = next;
    },
  };
}
