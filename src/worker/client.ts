import type { TrainerState } from '../network/trainer.ts';
import type { Biography } from './diary.ts';
import type { Digits } from './packing.ts';
import type { DigitSet } from './parts.ts';
import type { Command, Look, Reply } from './protocol.ts';
import type { StepPushes } from './pushes.ts';
import type { Readings } from './readings.ts';
import type { TrainingSettings } from './settings.ts';
import type { WeightPlace, WeightStep } from './weightStep.ts';

/** As much of a Worker as the client uses. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  postMessage(command: Command): void;
  terminate(): void;
}

/** The worker is gone: it broke, or said nothing while it should have been working. */
export interface Loss {
  readonly why: 'broke' | 'silent';
  readonly message: string;
  /** The checkpoint from which a new worker goes on; null: not once more, it was lost too often in a row. */
  readonly goesOnFrom: number | null;
}

export interface ClientOptions {
  /** The address of the folder of all data (`data/`), ending with a slash. */
  readonly base: string;
  readonly onReply: (reply: Reply) => void;
  readonly onLoss: (loss: Loss) => void;
  /** Default: the training worker of this room. @throws when there are no workers */
  readonly spawn?: () => WorkerLike;
  /** Milliseconds between two looks at the clock, and after how many without a word it counts as silent. */
  readonly tick?: number;
  readonly patience?: number;
}

export interface TrainingClient {
  /** Begins a run, and gives up the one before. */
  start(settings: TrainingSettings, from?: TrainerState): void;
  /** Trains until so many steps are done. */
  advance(until: number): void;
  advancePart(): void;
  pause(): void;
  goTo(step: number): void;
  /** Rejects when the run or the worker ends before it is answered, or the digits do not come. */
  read(set: DigitSet, count: number): Promise<{ readonly step: number; readonly readings: Readings }>;
  look(): Promise<Look>;
  /** Digits by their places in the set. */
  digits(set: DigitSet, places: readonly number[]): Promise<Digits>;
  /** The path of a weight of the first kernels, as far as it is known. To be asked again while some of it is missing. */
  biography(weight: WeightPlace): Promise<Biography>;
  /** What a step did with a weight; without a step what the newest did that is known, null if none is known yet. */
  weightStep(weight: WeightPlace, step: number | null): Promise<WeightStep | null>;
  /** The `most` digits that pushed a weight most, in each of these steps. */
  pushes(weight: WeightPlace, steps: readonly number[], most: number): Promise<readonly StepPushes[]>;
  /** Ends the worker, for good: what is said to it from now on is not heard, what is asked is refused. */
  close(): void;
}

const IN_A_ROW = 3;
const CLOSED = 'the training was closed';

const trainingWorker = (): WorkerLike =>
  new Worker(new URL('./training.worker.ts', import.meta.url), { type: 'module' });

/**
 * Speaks with a training worker, and starts another when that one dies: it goes on from the last checkpoint with what
 * it was doing. Steps that are reported twice then are the same bits.
 */
export function createTrainingClient(options: ClientOptions): TrainingClient {
  const { base, onReply, onLoss, spawn = trainingWorker, tick = 1000, patience = 20 } = options;
  let worker: WorkerLike | undefined;
  let run = 0;
  let ids = 0;
  let begun: { readonly settings: TrainingSettings; from: TrainerState | undefined } | undefined;
  /** What is to be done, and is not yet: said again to another worker. */
  let task: (Command & { readonly order: number }) | undefined;
  let order = 0;
  let starting = false;
  let losses = 0;
  let silent = 0;
  let closed = false;
  const asked = new Map<number, { answer(reply: Reply): void; refuse(error: Error): void }>();

  // Counted in ticks, not read from a clock: a page that slept has not been waiting.
  const watch = setInterval(() => {
    const waiting = starting || task !== undefined || asked.size > 0;
    silent = waiting ? silent + 1 : 0;
    if (silent > patience) lose('silent', `no word from the worker for ${(patience * tick) / 1000} s`);
  }, tick);

  function refuseAll(why: string): void {
    for (const { refuse } of asked.values()) refuse(new Error(why));
    asked.clear();
  }

  function lose(why: Loss['why'], message: string): void {
    dismiss();
    refuseAll(`the worker was lost: ${message}`);
    losses++;
    const again = begun !== undefined && losses <= IN_A_ROW;
    onLoss({ why, message, goesOnFrom: again ? (begun?.from?.step ?? 0) : null });
    if (again) tell();
    else {
      starting = false;
      task = undefined;
    }
  }

  function dismiss(): void {
    if (!worker) return;
    worker.onmessage = worker.onerror = worker.onmessageerror = null;
    worker.terminate();
    worker = undefined;
    silent = 0;
  }

  function hired(): WorkerLike {
    if (worker) return worker;
    const made = spawn();
    made.onmessage = ({ data }) => hear(data);
    made.onerror = (event) => lose('broke', event.message || 'the worker did not start');
    made.onmessageerror = () => lose('broke', 'a message could not be read');
    worker = made;
    return made;
  }

  /** Starts the run, at the last checkpoint that there is. */
  function tell(): void {
    if (!begun) return;
    const { settings, from } = begun;
    starting = true;
    send({ run, type: 'start', settings, base, ...(from && { from }) });
  }

  /** Says what to do now, or as soon as the run has begun. */
  function set(command: Command & { readonly order: number }): void {
    task = command;
    if (!starting) send(command);
  }

  function send(command: Command): void {
    if (closed) return;
    silent = 0;
    hired().postMessage(command);
  }

  function hear(reply: Reply): void {
    silent = 0;
    if (reply.run !== run) return;
    switch (reply.type) {
      case 'ready':
        starting = false;
        if (task) send(task);
        break;
      case 'checkpoint':
        if (begun) begun.from = reply.state;
        return;
      case 'progress':
        losses = 0;
        break;
      case 'rest':
        if (reply.order !== order) return;
        task = undefined;
        break;
      case 'readings':
      case 'look':
      case 'digits':
      case 'biography':
      case 'weightStep':
      case 'pushes':
        asked.get(reply.id)?.answer(reply);
        asked.delete(reply.id);
        return;
      case 'failed':
        if (reply.id !== undefined) {
          asked.get(reply.id)?.refuse(new Error(reply.message));
          asked.delete(reply.id);
          return;
        }
        starting = false;
        task = undefined;
    }
    onReply(reply);
  }

  function ask<T extends Reply['type']>(
    command: (id: number) => Command,
  ): Promise<Reply & { readonly type: T }> {
    const id = ++ids;
    return new Promise((answer, refuse) => {
      if (closed) throw new Error(CLOSED);
      asked.set(id, { answer: (reply) => answer(reply as Reply & { readonly type: T }), refuse });
      send(command(id));
    });
  }

  return {
    start(settings, from) {
      refuseAll('another run was started');
      run++;
      losses = order = 0;
      task = undefined;
      begun = { settings, from };
      tell();
    },
    advance: (until) => set({ run, type: 'advance', order: ++order, until }),
    advancePart: () => send({ run, type: 'advancePart' }),
    pause: () => set({ run, type: 'pause', order: ++order }),
    goTo: (step) => set({ run, type: 'goTo', order: ++order, step }),
    async read(set, count) {
      const { step, readings } = await ask<'readings'>((id) => ({ run, type: 'read', id, set, count }));
      return { step, readings };
    },
    look: async () => (await ask<'look'>((id) => ({ run, type: 'look', id }))).look,
    digits: async (set, places) =>
      (await ask<'digits'>((id) => ({ run, type: 'digits', id, set, places }))).digits,
    biography: async (weight) =>
      (await ask<'biography'>((id) => ({ run, type: 'biography', id, weight }))).biography,
    weightStep: async (weight, step) =>
      (await ask<'weightStep'>((id) => ({ run, type: 'weightStep', id, weight, step }))).weightStep,
    pushes: async (weight, steps, most) =>
      (await ask<'pushes'>((id) => ({ run, type: 'pushes', id, weight, steps, most }))).pushes,
    close() {
      closed = true;
      clearInterval(watch);
      dismiss();
      refuseAll(CLOSED);
      begun = undefined;
    },
  };
}
