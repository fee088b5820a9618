import { runSettings, TRACK } from '../model.ts';
import type { PanelAsk } from '../panels/panel.ts';
import type { Training, TrainingView } from './contract.ts';
import { createCrew, RUNS, type RunName, type TrainingStore } from './crew.ts';
import { createKeeper, type Refusal } from './keeper.ts';
import { watchPage } from './page.ts';
import { positionOf } from './position.ts';
import { isOver, isUnderWay } from './reduce.ts';
import type { RunState } from './state.ts';
import { keptRuns } from './storage.ts';
import { createTeller } from './teller.ts';
import { keepAsOther, swapRuns } from './twoRuns.ts';

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
  const listeners = new Set<() => void>();
  let view: TrainingView = { before: null, note: null, isAway: false };
  /** The change of position or settings is ours, not the reader's. */
  let own = false;
  /** Run A was asked to rest, and still has to come to it. */
  let settling = false;
  /** What was asked for last: asked for again after a failure. */
  let wanted = 0;

  const get = () => store.getState();
  const show = (change: Partial<TrainingView>): void => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };
  const byUs = (change: () => void): void => {
    own = true;
    change();
    own = false;
  };
  const seek = (position: number): void => byUs(() => store.actions.seek(position));

  const teller = createTeller(store, settleWithA);
  const crew = createCrew(store, (run, key, state) => {
    teller.hear(run, key, state);
    keeper.note(isUnderWay(state));
  });
  const keeper = createKeeper(
    () => {
      const runs = crew.standing();
      return runs.length > 0 ? { texts: store.actions.toLink(), runs } : null;
    },
    (refusal) => show({ note: refusal }),
  );

  /** The figure stands where run A does, while it plays and when it has come to rest. */
  function settleWithA(): void {
    const a = crew.now('a')?.state;
    if (!a) return;
    const { playing, position } = get();
    if (settling && !isUnderWay(a)) settle(a);
    if (playing && a.activity !== 'loading' && a.layers.length > 0) seek(positionOf(a));
    if (!isOver(a)) return;
    if (a.activity !== 'failed' && position > positionOf(a)) seek(positionOf(a));
    if (playing) store.setState({ playing: false });
  }

  /** Run A rests, the figure stands where it does, and so does run B. */
  function settle(a: RunState): void {
    settling = false;
    seek(positionOf(a));
    crew.driverOf('b')?.pursue(positionOf(a));
  }

  const isRefusal = (note: TrainingView['note']): note is Refusal => note === 'refused' || note === 'full';

  function pursue(position: number): void {
    settling = false;
    wanted = position;
    if (!isRefusal(view.note)) show({ note: null });
    for (const run of RUNS) crew.driverOf(run)?.pursue(position);
  }

  function rest(): void {
    settling = crew.now('a') !== undefined;
    for (const run of RUNS) crew.now(run)?.rest();
  }

  /** What was left at the last visit comes back, unless a link or the reader asks for something else. */
  async function comeBack(figure: HTMLElement): Promise<void> {
    const untouched = get();
    if (new RegExp(`[#&]scene=${figure.dataset['scene']}(&|$)`).test(location.hash)) return;
    // Where it is refused, that is said when there is something to keep.
    const kept = await keptRuns().catch(() => undefined);
    if (!kept || !figure.isConnected || RUNS.some((run) => crew.now(run))) return;
    const { params, position } = get();
    if (params !== untouched.params || position !== untouched.position) return;
    byUs(() => {
      for (const standing of kept.runs) crew.place(standing);
      store.actions.fromLink(kept.texts);
      store.actions.seek(positionOf(get().model.a));
    });
    if (crew.standing().length > 0) show({ note: 'came-back' });
  }

  function follow(now: ReturnType<typeof get>, old: ReturnType<typeof get>): void {
    if (own) return;
    if (now.params !== old.params) changeRuns(now, old);
    const isLink = now.linkProblems !== old.linkProblems;
    if (isLink) crew.now('a')?.rest();
    else if (now.playing !== old.playing) now.playing ? pursue(TRACK.total) : rest();
    else if (now.position !== old.position && !now.playing) pursue(now.position);
  }

  function changeRuns(now: ReturnType<typeof get>, old: ReturnType<typeof get>): void {
    const isSame = (run: RunName): boolean => {
      const [asked, was] = [now, old].map(({ params }) => runSettings(params, run)?.key);
      return asked === was;
    };
    if (!isSame('b')) {
      crew.drop('b');
      // Another run B catches up with what run A has done.
      if (isSame('a') && crew.now('a') && now.linkProblems === old.linkProblems)
        crew.driverOf('b')?.pursue(now.playing ? TRACK.total : now.position);
    }
    if (isSame('a')) return;
    const { a } = old.model;
    crew.drop('a');
    show({ before: a.reports.length > 0 ? a : view.before, ...(!isRefusal(view.note) && { note: null }) });
    if (now.linkProblems !== old.linkProblems) return;
    if (now.playing) store.setState({ playing: false });
    seek(positionOf(get().model.a));
  }

  /** A hidden page gets so little of the machine that a worker would look lost. */
  function onHidden(isHidden: boolean): void {
    const a = crew.now('a')?.state;
    if (isHidden) {
      if (a?.activity === 'running') show({ note: 'waited' });
      for (const run of RUNS) crew.now(run)?.rest();
      void keeper.now();
    } else if (a && a.activity !== 'failed') pursue(get().playing ? TRACK.total : get().position);
  }

  const asked = (): PanelAsk => {
    const driver = crew.now('a');
    if (!driver) throw new Error('no worker is there yet');
    return driver.ask;
  };

  return {
    get view() {
      return view;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    attach(figure, base) {
      crew.setBase(base);
      const unsubscribe = store.subscribe(follow);
      const unwatch = watchPage(figure, {
        onHidden,
        onSight(isSeen) {
          teller.see(isSeen);
          if (view.isAway === isSeen) show({ isAway: !isSeen });
        },
        onLeave: () => void keeper.now(),
        onBeat: () => get().position > 0 && pursue(get().position),
        onAsked: teller.flush,
      });
      void comeBack(figure);
      return () => {
        void keeper.now();
        unsubscribe();
        unwatch();
        for (const run of RUNS) crew.drop(run);
        crew.setBase(null);
        teller.flush();
        teller.stop();
      };
    },
    pursue(position) {
      seek(position);
      pursue(position);
    },
    pause: () => (get().playing ? store.actions.setPlaying(false) : rest()),
    tell: (note) => show({ note }),
    retry() {
      const { playing, position } = get();
      if (wanted === TRACK.total && !playing && position < TRACK.total) store.actions.setPlaying(true);
      else pursue(wanted);
    },
    ask: {
      digits: async (...of) => asked().digits(...of),
      biography: async (...of) => asked().biography(...of),
      weightStep: async (...of) => asked().weightStep(...of),
      pushes: async (...of) => asked().pushes(...of),
    },
    newest: () => crew.now('a')?.state ?? null,
    reset() {
      const { a } = get().model;
      if (a.reports.length > 0) show({ before: a, note: null });
      byUs(() => store.setState({ playing: false }));
      seek(0);
      for (const run of RUNS) crew.driverOf(run)?.reset();
    },
    keepAsOther() {
      teller.flush();
      byUs(() => keepAsOther(store, crew));
      void keeper.now();
    },
    swap() {
      teller.flush();
      settling = false;
      byUs(() => swapRuns(store, crew));
      void keeper.now();
    },
  };
}
