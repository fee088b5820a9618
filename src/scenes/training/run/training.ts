import type { TrainerState } from '../../../network/trainer.ts';
import type { FigureStore } from '../../../playback/store.ts';
import { runSettings, TRACK, type TrainingModel, type TrainingRuns } from '../model.ts';
import type { PanelAsk } from '../panels/panel.ts';
import type { TrainingParams } from '../parameters.ts';
import { createDriver, type Driver } from './driver.ts';
import { idleRun } from './idle.ts';
import { positionOf } from './position.ts';
import type { RunState } from './state.ts';
import { keepRun, keptRun } from './storage.ts';

export type TrainingStore = FigureStore<TrainingParams, TrainingModel, TrainingRuns>;

type RunName = keyof TrainingRuns;
const RUNS: readonly RunName[] = ['a', 'b'];

/** Milliseconds between two times that a run under way is kept for the next visit. */
const KEEP_EVERY = 3000;

/** Milliseconds between two times that the page is told what is new. */
const TELL_EVERY = 120;

/** What the parts of the figure see of the training besides the runs themselves. */
export interface TrainingView {
  /** The curve of the run that stood here before a setting was changed, or before the reset. */
  readonly before: RunState | null;
  /** `refused`: the browser keeps nothing for the next visit. `came-back`: the run was kept from the last one. */
  readonly note: 'refused' | 'came-back' | 'waited' | null;
}

export interface Training {
  readonly view: TrainingView;
  subscribe(listener: () => void): () => void;
  /** Takes up its work for a figure on the page, and gives the function that ends it. @param base of the digits */
  attach(figure: HTMLElement, base: string): () => void;
  /** The reader asks for a position: it is trained up to there. */
  pursue(position: number): void;
  rest(): void;
  /** Tries again what failed, and goes on with what was asked for. */
  retry(): void;
  reset(): void;
  /** The note was read. */
  dismiss(): void;
  /** Questions of the panels to the worker of run A. */
  readonly ask: PanelAsk;
  /** Run B becomes what run A is now, with what it has learned. */
  keepAsOther(other: readonly number[]): void;
}

const known = new WeakMap<TrainingStore, Training>();

/** The training of a figure: the same one for the same store. */
export function trainingOf(store: TrainingStore): Training {
  const training = known.get(store) ?? createTraining(store);
  known.set(store, training);
  return training;
}

/**
 * Makes the runs follow the position of the figure, and while it plays the position follow run A. Nothing is
 * fetched and no worker begun before the reader asks for a step.
 */
function createTraining(store: TrainingStore): Training {
  const drivers = new Map<RunName, { readonly key: string; readonly driver: Driver }>();
  const checkpoints = new Map<string, TrainerState>();
  const listeners = new Set<() => void>();
  const news = new Map<RunName, { readonly key: string; readonly state: RunState }>();
  let view: TrainingView = { before: null, note: null };
  let refused = false;
  let base: string | null = null;
  /** The change of the position is ours, not the reader's. */
  let own = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let toldAt = 0;
  let keptAt = 0;
  /** Run A was asked to rest, and still has to come to it. */
  let settling = false;
  /** What was asked for last: asked for again after a failure. */
  let wanted = 0;

  const get = () => store.getState();
  const show = (change: Partial<TrainingView>): void => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };
  const seek = (position: number): void => {
    own = true;
    store.actions.seek(position);
    own = false;
  };
  const stateOf = (run: RunName, key: string, idle: () => RunState): RunState => {
    const resource = get().resources[run];
    const asked = runSettings(get().params, run);
    return resource.state === 'there' && asked?.key === key ? resource.value : idle();
  };

  function driverOf(run: RunName): Driver | null {
    const asked = runSettings(get().params, run);
    const now = drivers.get(run);
    if (now && now.key === asked?.key) return now.driver;
    drop(run);
    if (!asked || base === null) return null;
    const { key, settings } = asked;
    const driver = createDriver({
      state: stateOf(run, key, () => idleRun(settings)),
      checkpoint: checkpoints.get(key),
      base,
      onState(state) {
        news.set(run, { key, state });
        callTell();
      },
    });
    drivers.set(run, { key, driver });
    return driver;
  }

  function drop(run: RunName): void {
    const now = drivers.get(run);
    if (!now) return;
    const { checkpoint } = now.driver;
    if (checkpoint) checkpoints.set(now.key, checkpoint);
    now.driver.close();
    drivers.delete(run);
  }

  /** The page is told in a frame, and not in every one: the eye does not follow numbers that fast. */
  function callTell(): void {
    if (timer || frame) return;
    timer = setTimeout(
      () => {
        timer = undefined;
        frame = requestAnimationFrame(tell);
      },
      Math.max(0, toldAt + TELL_EVERY - performance.now()),
    );
  }

  /** The newest of each run. */
  function tell(): void {
    frame = 0;
    toldAt = performance.now();
    for (const [run, { key, state }] of news)
      store.actions.setResource(run, key, { state: 'there', value: state });
    news.clear();
    const a = drivers.get('a')?.driver.state;
    if (!a) return;
    const { playing, position } = get();
    if (settling && a.activity !== 'running' && a.activity !== 'loading') settle(a);
    const isOver = a.activity === 'stopped' || a.activity === 'failed' || a.activity === 'finished';
    if (playing && a.activity !== 'loading' && a.layers.length > 0) seek(positionOf(a));
    if (isOver) {
      if (a.activity !== 'failed' && position > positionOf(a)) seek(positionOf(a));
      if (playing) store.setState({ playing: false });
    }
    if (a.activity !== 'running' && a.activity !== 'loading') void keep();
    else if (performance.now() - keptAt > KEEP_EVERY) void keep();
  }

  function pursue(position: number): void {
    settling = false;
    wanted = position;
    if (view.note !== 'refused') show({ note: null });
    for (const run of RUNS) driverOf(run)?.pursue(position);
  }

  function asker(): PanelAsk {
    const driver = drivers.get('a')?.driver;
    if (!driver) throw new Error('no worker is there yet');
    return driver.ask;
  }

  function rest(): void {
    settling = drivers.has('a');
    for (const { driver } of drivers.values()) driver.rest();
  }

  /** Run A rests, the figure stands where it does, and so does run B. */
  function settle(a: RunState): void {
    settling = false;
    seek(positionOf(a));
    driverOf('b')?.pursue(positionOf(a));
  }

  function refuse(): void {
    if (!refused) show({ note: 'refused' });
    refused = true;
  }

  async function keep(): Promise<void> {
    const now = drivers.get('a');
    if (!now || now.driver.state.reached === 0 || refused) return;
    keptAt = performance.now();
    const { key, driver } = now;
    try {
      await keepRun({
        texts: store.actions.toLink(),
        key,
        state: driver.state,
        checkpoint: driver.checkpoint,
      });
    } catch {
      refuse();
    }
  }

  /** What was left at the last visit comes back, unless a link or the reader asks for something else. */
  async function comeBack(figure: HTMLElement): Promise<void> {
    const untouched = get();
    if (new RegExp(`[#&]scene=${figure.dataset['scene']}(&|$)`).test(location.hash)) return;
    // Where it is refused, that is said when there is something to keep.
    const kept = await keptRun().catch(() => undefined);
    if (!kept || base === null || drivers.size > 0) return;
    const { params, position } = get();
    if (params !== untouched.params || position !== untouched.position) return;
    if (kept.checkpoint) checkpoints.set(kept.key, kept.checkpoint);
    store.actions.fromLink(kept.texts);
    if (runSettings(get().params, 'a')?.key !== kept.key) return;
    const state: RunState = { ...kept.state, activity: 'paused', progress: null, failure: null, lost: null };
    store.actions.setResource('a', kept.key, { state: 'there', value: state });
    show({ note: 'came-back' });
  }

  function follow(now: ReturnType<typeof get>, old: ReturnType<typeof get>): void {
    if (now.params !== old.params) changeRuns(now, old);
    const isLink = now.linkProblems !== old.linkProblems;
    if (isLink) drivers.get('a')?.driver.rest();
    else if (now.playing !== old.playing) now.playing ? pursue(TRACK.total) : rest();
    else if (now.position !== old.position && !own && !now.playing) pursue(now.position);
  }

  function changeRuns(now: ReturnType<typeof get>, old: ReturnType<typeof get>): void {
    const isSame = (run: RunName): boolean => {
      const [asked, was] = [now, old].map(({ params }) => runSettings(params, run)?.key);
      return asked === was;
    };
    if (!isSame('b')) drop('b');
    if (isSame('a')) return;
    const { a } = old.model;
    drop('a');
    show({ before: a.reports.length > 0 ? a : view.before, note: null });
    if (now.linkProblems !== old.linkProblems) return;
    if (now.playing) store.setState({ playing: false });
    seek(positionOf(get().model.a));
  }

  return {
    get view() {
      return view;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    attach(figure, address) {
      base = address;
      const unsubscribe = store.subscribe(follow);
      // The figure hears it too, and goes there first.
      const onBeat = (): void => queueMicrotask(() => setTimeout(() => pursueBeat()));
      const pursueBeat = (): void => {
        const { position } = get();
        if (position > 0) pursue(position);
      };
      const onVisibility = (): void => {
        const a = drivers.get('a')?.driver.state;
        if (document.hidden) {
          // A hidden page gets so little of the machine that a worker would look lost.
          if (a?.activity === 'running') show({ note: 'waited' });
          for (const { driver } of drivers.values()) driver.rest();
          void keep();
        } else if (a && a.activity !== 'failed') pursue(get().playing ? TRACK.total : get().position);
      };
      const onLeave = (): void => void keep();
      figure.addEventListener('figure:beat', onBeat);
      document.addEventListener('visibilitychange', onVisibility);
      addEventListener('pagehide', onLeave);
      void comeBack(figure);
      return () => {
        void keep();
        unsubscribe();
        figure.removeEventListener('figure:beat', onBeat);
        document.removeEventListener('visibilitychange', onVisibility);
        removeEventListener('pagehide', onLeave);
        clearTimeout(timer);
        cancelAnimationFrame(frame);
        timer = undefined;
        frame = 0;
        for (const run of RUNS) drop(run);
        base = null;
      };
    },
    pursue(position) {
      seek(position);
      pursue(position);
    },
    rest,
    dismiss: () => show({ note: null }),
    retry() {
      if (wanted === TRACK.total) store.actions.setPlaying(true);
      else pursue(wanted);
    },
    ask: {
      digits: async (...asked) => asker().digits(...asked),
      biography: async (...asked) => asker().biography(...asked),
      weightStep: async (...asked) => asker().weightStep(...asked),
      pushes: async (...asked) => asker().pushes(...asked),
    },
    reset() {
      const { a } = get().model;
      if (a.reports.length > 0) show({ before: a, note: null });
      store.setState({ playing: false });
      seek(0);
      for (const run of RUNS) driverOf(run)?.reset();
    },
    keepAsOther(other) {
      const { model } = get();
      const mine = drivers.get('a');
      store.actions.setParams({ other });
      const asked = runSettings(get().params, 'b');
      if (!asked) return;
      if (mine?.driver.checkpoint) checkpoints.set(asked.key, mine.driver.checkpoint);
      store.actions.setResource('b', asked.key, { state: 'there', value: model.a });
    },
  };
}
