import type { TrainerState } from '../../../network/trainer.ts';
import { createTrainingClient, type TrainingClient, type WorkerLike } from '../../../worker/client.ts';
import { DATA_SETS } from '../../../worker/dataSets.ts';
import type { Reply } from '../../../worker/protocol.ts';
import type { PanelAsk } from '../panels/panel.ts';
import { type Errand, nextErrand } from './errand.ts';
import { idleRun } from './idle.ts';
import { isDue, READ_ON_THE_WAY } from './legs.ts';
import { PARTS, positionOf } from './position.ts';
import { loseWorker, reduce, withLook, withReadings } from './reduce.ts';
import type { RunState } from './state.ts';

export interface DriverOptions {
  /** What is known of the run by now. */
  readonly state: RunState;
  /** Its last checkpoint, if it was trained before. */
  readonly checkpoint?: TrainerState | undefined;
  readonly base: string;
  /** Milliseconds between two looks at the weights while it runs. */
  readonly lookEvery?: number;
  readonly spawn?: () => WorkerLike;
  onState(state: RunState): void;
}

export interface Driver {
  readonly state: RunState;
  readonly checkpoint: TrainerState | undefined;
  /** Goes to a position and rests there: trains, walks parts, or goes back in time. */
  pursue(position: number): void;
  /** Rests where it stands. */
  rest(): void;
  /** Forgets what was trained, and stands at the same first weights again. */
  reset(): void;
  close(): void;
  /** Questions of the panels. */
  readonly ask: PanelAsk;
}

/**
 * Makes a run follow a position. It gives the worker one errand at a time and looks again when that is done, so
 * whatever was asked for meanwhile, it ends where it was asked to last. Trains in legs: after each the test digits are read.
 */
export function createDriver(options: DriverOptions): Driver {
  const { base, lookEvery = 400, spawn, onState } = options;
  let { state, checkpoint } = options;
  let client: TrainingClient | undefined;
  let errand: Errand | null = null;
  let target = positionOf(state);
  /** What the worker of now has come to. There it goes without a word, so where a step is not known yet it has to train. */
  let workerReached = 0;
  let readable = true;
  let lookedAt = 0;
  let closed = false;
  let resting = false;

  function become(next: RunState): void {
    if (next === state || closed) return;
    state = next;
    onState(state);
  }

  function hear(reply: Reply): void {
    if (reply.type === 'checkpoint') {
      checkpoint = reply.state;
      return;
    }
    if (reply.type === 'ready') workerReached = reply.step;
    if ('step' in reply) workerReached = Math.max(workerReached, reply.step);
    // What it still said of the way on, before it heard that it shall go back.
    if (reply.type === 'progress' && errand?.kind === 'back') return;
    become(stillRunning(reduce(state, reply)));
    if (reply.type === 'progress') lookWhileRunning();
    if (['ready', 'part', 'rest'].includes(reply.type)) {
      // A part that led to trouble is followed by a rest, one that did not is not.
      if (errand?.kind !== 'read') errand = null;
      next();
    }
    if (reply.type === 'failed') errand = null;
  }

  /** Between two errands on the way on it does not rest. */
  function stillRunning(next: RunState): RunState {
    return next.activity === 'paused' && !resting && Math.floor(target / PARTS) > next.step
      ? { ...next, activity: 'running' }
      : next;
  }

  function begin(): void {
    errand = { kind: 'begin' };
    readable = true;
    try {
      client ??= createTrainingClient({
        base,
        onReply: hear,
        onLoss: (loss) => {
          workerReached = loss.goesOnFrom ?? 0;
          if (errand?.kind === 'read') errand = null;
          become(loseWorker(state, loss));
        },
        ...(spawn && { spawn }),
      });
      become({ ...state, activity: 'loading', failure: null, trouble: null, lost: null });
      client.start(state.settings, checkpoint);
    } catch (error) {
      client?.close();
      client = undefined;
      errand = null;
      become({ ...state, activity: 'failed', failure: { problem: 'no-worker', message: String(error) } });
    }
  }

  function worker(): TrainingClient {
    if (!client || state.activity === 'failed' || errand?.kind === 'begin')
      throw new Error('no worker is there yet');
    return client;
  }

  /** The next errand on the way to the target; none when it is there. */
  function next(): void {
    if (closed || errand) return;
    if (resting) target = positionOf(state);
    resting = false;
    if (state.activity === 'running' && Math.floor(target / PARTS) <= state.step)
      become({ ...state, activity: 'paused' });
    if (!client || state.activity === 'failed' || state.activity === 'idle') return;
    if (state.trouble && target >= positionOf(state)) return;
    const due = nextErrand(state, target, { workerReached, readable });
    if (due?.kind === 'read') void read();
    else if (due?.kind === 'back') go(due.to);
    else if (due?.kind === 'advance') advance(due.until);
    else if (due?.kind === 'part') part();
  }

  function go(step: number): void {
    errand = { kind: 'back', to: step };
    become({ ...state, trouble: null, ...(state.activity === 'stopped' && { activity: 'paused' }) });
    client?.goTo(step);
  }

  function advance(until: number): void {
    errand = { kind: 'advance', until };
    if (state.activity !== 'running') become({ ...state, activity: 'running' });
    client?.advance(until);
  }

  function part(): void {
    errand = { kind: 'part' };
    client?.advancePart();
  }

  async function read(): Promise<void> {
    const mine: Errand = { kind: 'read' };
    errand = mine;
    const { step } = state;
    const { steps, data } = state.settings;
    const count = step === steps ? DATA_SETS[data].test : READ_ON_THE_WAY;
    try {
      const look = await client?.look();
      if (look && errand === mine) become(withLook(state, look, isDue(step)));
      if (readable) {
        const made = await client?.read('test', count);
        if (made && errand === mine) become(withReadings(state, made.step, made.readings));
      }
    } catch (error) {
      // The worker was lost, or the test digits did not come: the training itself can go on without them.
      if (errand === mine) {
        readable = false;
        become({ ...state, failure: { problem: 'tests', message: (error as Error).message } });
      }
    }
    if (errand === mine) errand = null;
    next();
  }

  function lookWhileRunning(): void {
    const now = performance.now();
    if (now - lookedAt < lookEvery) return;
    lookedAt = now;
    client?.look().then(
      (look) => {
        if (look.step <= state.reached) become(withLook(state, look, false));
      },
      () => {},
    );
  }

  function pursue(position: number): void {
    target = position;
    resting = false;
    if (closed) return;
    if (!client || (state.activity === 'failed' && !errand)) {
      begin();
      return;
    }
    if (state.lost || (state.failure && state.activity !== 'failed'))
      become({ ...state, lost: null, failure: null });
    readable = true;
    const leg = errand?.kind === 'advance' ? errand.until : 0;
    // What leads too far is broken off; its rest brings the next errand.
    if (leg * PARTS > target) client.pause();
    next();
  }

  return {
    get state() {
      return state;
    },
    get checkpoint() {
      return checkpoint;
    },
    pursue,
    rest() {
      resting = true;
      if (errand?.kind === 'advance') client?.pause();
      else next();
    },
    reset() {
      const { settings, layers, parameters, activity } = state;
      const begun = client !== undefined && layers.length > 0 && activity !== 'failed';
      resting = false;
      target = 0;
      checkpoint = undefined;
      become({ ...idleRun(settings), layers, parameters, activity: begun ? 'paused' : 'idle' });
      if (begun) {
        errand = { kind: 'back', to: 0 };
        client?.goTo(0);
      } else {
        client?.close();
        client = undefined;
        errand = null;
      }
    },
    close() {
      closed = true;
      client?.close();
    },
    ask: {
      digits: async (...asked) => worker().digits(...asked),
      biography: async (...asked) => worker().biography(...asked),
      weightStep: async (...asked) => worker().weightStep(...asked),
      pushes: async (...asked) => worker().pushes(...asked),
    },
  };
}
