import { stateOf } from '../network/layer.ts';
import { createModel, type Model } from '../network/model.ts';
import { pixelSamples, type Samples } from '../network/samples.ts';
import { folderOf } from './dataSets.ts';
import { createDigitLoader, type DigitLoader } from './loadDigits.ts';
import { type Digits, PIXELS } from './packing.ts';
import { type DigitSet, PartError } from './parts.ts';
import type { Command, Failure, Look, Reply, Rest } from './protocol.ts';
import { deadUnits, readings } from './readings.ts';
import { createSession, type PartReport, type Session } from './session.ts';
import { createSpeed } from './speed.ts';

/** How long it works before it listens again, and how often it says that it is still there; milliseconds. */
const SLICE = 80;
const ALIVE = 1000;
/** Digits by which dead units are told. */
const SEEN = 100;

type Start = Command & { readonly type: 'start' };
type Body<M> = M extends unknown ? Omit<M, 'run'> : never;

/** What a run has, once its digits are there. */
interface Run {
  readonly number: number;
  readonly session: Session;
  readonly loader: DigitLoader;
  readonly batchSize: number;
  /** A model of the same network that reads while the session's is in the middle of a step: one task at a time. */
  readonly reader: Model;
  reading: Promise<void>;
  /** Trains until here; null: it rests. @see goTo does it without reports */
  target: { readonly step: number; readonly silent: boolean } | null;
  /** Of the last command that had one. */
  order: number;
}

/**
 * What the worker does, as a function from commands to replies, so that it runs in Node as well. Works in slices
 * and listens in between.
 */
export function createService(
  post: (reply: Reply) => void,
  fetcher?: typeof fetch,
): (command: Command) => void {
  let run: Run | undefined;
  let starting: { readonly number: number; readonly stop: AbortController } | undefined;
  /** What has been fetched of each data set stays, by the folder of its parts. */
  const loaders = new Map<string, DigitLoader>();

  const say = (number: number, body: Body<Reply>): void => post({ run: number, ...body } as Reply);
  const fail = (number: number, error: unknown, otherwise: Failure, id?: number): void =>
    say(number, {
      type: 'failed',
      problem: error instanceof PartError ? error.problem : otherwise,
      message: (error as Error).message,
      ...(id !== undefined && { id }),
    });

  function loaderOf(folder: string): DigitLoader {
    const loader =
      loaders.get(folder) ?? createDigitLoader({ base: folder, ...(fetcher && { fetch: fetcher }) });
    loaders.set(folder, loader);
    return loader;
  }

  async function start({ run: number, settings, base, from }: Start): Promise<void> {
    starting?.stop.abort();
    const stop = new AbortController();
    starting = { number, stop };
    run = undefined;
    const beat = setInterval(() => say(number, { type: 'alive' }), ALIVE);
    try {
      const digits = loaderOf(folderOf(base, settings.data));
      const train = await digits.load('train', settings.digits, {
        signal: stop.signal,
        onProgress: (progress) => say(number, { type: 'loading', progress }),
      });
      if (stop.signal.aborted) return;
      run = makeRun(number, digits, settings, samplesOf(train), from);
      const { model, step } = run.session;
      const learning = model.layers.flatMap(({ params, spec }, layer) =>
        params.length > 0 ? [{ layer, type: spec.type }] : [],
      );
      const parameters = model.params.reduce((sum, { size }) => sum + size, 0);
      say(number, { type: 'ready', step, engine: model.engine, parameters, layers: learning });
    } catch (error) {
      if (!stop.signal.aborted) fail(number, error, 'settings');
    } finally {
      clearInterval(beat);
    }
  }

  function makeRun(
    number: number,
    digits: DigitLoader,
    settings: Start['settings'],
    samples: Samples,
    from: Start['from'],
  ): Run {
    const session = createSession(settings, samples, {
      ...(from && { from }),
      onCheckpoint: (state) => say(number, { type: 'checkpoint', state }),
    });
    const reader = createModel(session.model.spec);
    return {
      number,
      session,
      loader: digits,
      batchSize: settings.batchSize,
      reader,
      reading: Promise.resolve(),
      target: null,
      order: 0,
    };
  }

  function rest(of: Run, why: Rest): void {
    of.target = null;
    const { step, status, trouble } = of.session;
    const reason = trouble ? 'stopped' : status === 'finished' ? 'finished' : why;
    say(of.number, { type: 'checkpoint', state: of.session.save() });
    say(of.number, { type: 'rest', order: of.order, why: reason, step, ...(trouble && { trouble }) });
  }

  const speed = createSpeed();

  /** Trains for a slice, reports, and comes back after whatever was posted meanwhile. */
  function slice(of: Run): void {
    const { session, target } = of;
    if (run !== of || !target) return;
    const began = performance.now();
    const reports: PartReport[] = [];
    while (session.status === 'running' && session.step < target.step && performance.now() - began < SLICE) {
      const report = session.advanceStep();
      if (report) reports.push(report);
    }
    const { step } = session;
    const imagesPerSecond = speed.add(reports.length * of.batchSize, performance.now() - began);
    if (target.silent) say(of.number, { type: 'alive' });
    else say(of.number, { type: 'progress', reports, step, images: step * of.batchSize, imagesPerSecond });
    if (session.status === 'running' && step < target.step) setTimeout(() => guarded(of, () => slice(of)));
    else rest(of, 'done');
  }

  function advance(of: Run, step: number, silent: boolean): void {
    const resting = of.target === null;
    of.target = { step, silent };
    if (of.session.status !== 'running') rest(of, 'done');
    else if (resting) slice(of);
  }

  async function read(of: Run, id: number, set: DigitSet, count: number): Promise<void> {
    const beat = setInterval(() => say(of.number, { type: 'alive' }), ALIVE);
    try {
      const samples = samplesOf(await of.loader.load(set, count));
      of.session.copyTo(of.reader);
      const { step } = of.session;
      const work = readings(of.reader, samples, count);
      for (let next = work.next(), began = performance.now(); ; next = work.next()) {
        if (run !== of) return;
        if (next.done) return say(of.number, { type: 'readings', id, step, readings: next.value });
        if (performance.now() - began < SLICE) continue;
        await new Promise((done) => setTimeout(done));
        began = performance.now();
      }
    } catch (error) {
      fail(of.number, error, 'internal', id);
    } finally {
      clearInterval(beat);
    }
  }

  async function look(of: Run, id: number): Promise<void> {
    try {
      const samples = samplesOf(await of.loader.load('test', SEEN));
      of.session.copyTo(of.reader);
      const weights = stateOf(of.reader).map(({ shape, data }) => ({ shape, data: Float32Array.from(data) }));
      const made: Look = { step: of.session.step, weights, dead: deadUnits(of.reader, samples, SEEN) };
      say(of.number, { type: 'look', id, look: made });
    } catch (error) {
      fail(of.number, error, 'internal', id);
    }
  }

  function guarded(of: Run, work: () => void): void {
    try {
      work();
    } catch (error) {
      of.target = null;
      fail(of.number, error, 'internal');
    }
  }

  function obey(of: Run, command: Exclude<Command, Start>): void {
    if ('order' in command) of.order = command.order;
    switch (command.type) {
      case 'advance':
        advance(of, command.until, false);
        break;
      case 'advancePart': {
        if (of.target) break;
        const report = of.session.status === 'running' ? of.session.advancePart() : undefined;
        if (report) say(of.number, { type: 'part', report, step: of.session.step });
        if (!report || of.session.status !== 'running') rest(of, 'done');
        break;
      }
      case 'pause':
        rest(of, 'paused');
        break;
      case 'goTo': {
        const step = Math.min(command.step, of.session.reached);
        of.session.seek(step);
        advance(of, step, true);
        break;
      }
      case 'read':
        of.reading = of.reading.then(() => read(of, command.id, command.set, command.count));
        break;
      case 'look':
        of.reading = of.reading.then(() => look(of, command.id));
    }
  }

  return (command) => {
    if (command.type === 'start') void start(command);
    else if (run?.number === command.run) {
      const of = run;
      guarded(of, () => obey(of, command));
    } else if ('id' in command) fail(command.run, new Error('the run has not begun'), 'internal', command.id);
  };
}

const samplesOf = ({ pixels, labels }: Digits): Samples => pixelSamples(pixels, labels, PIXELS);
