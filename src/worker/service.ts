import { createModel } from '../network/model.ts';
import type { Samples } from '../network/samples.ts';
import { createAnswers } from './answers.ts';
import { folderOf } from './dataSets.ts';
import { createDigitLoader, type DigitLoader } from './loadDigits.ts';
import { PartError } from './parts.ts';
import type { Command, Failure, Reply, Rest } from './protocol.ts';
import { ALIVE, type Body, type Run, SLICE, samplesOf } from './run.ts';
import { createSession, type PartReport } from './session.ts';
import { createSpeed } from './speed.ts';

type Start = Command & { readonly type: 'start' };
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

  const say = (number: number, body: Body): void => post({ run: number, ...body } as Reply);
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
      ...{ session, settings, samples },
      loader: digits,
      reader,
      reading: Promise.resolve(),
      filling: false,
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
  const answers = createAnswers({ say, fail, isCurrent: (of) => of === run });

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
    const imagesPerSecond = speed.add(reports.length * of.settings.batchSize, performance.now() - began);
    if (target.silent) say(of.number, { type: 'alive' });
    else
      say(of.number, {
        type: 'progress',
        reports,
        step,
        images: step * of.settings.batchSize,
        imagesPerSecond,
      });
    if (session.status === 'running' && step < target.step) setTimeout(() => guarded(of, () => slice(of)));
    else rest(of, 'done');
  }

  function advance(of: Run, step: number, silent: boolean): void {
    const resting = of.target === null;
    of.target = { step, silent };
    if (of.session.status !== 'running') rest(of, 'done');
    else if (resting) slice(of);
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
      default:
        answers.answer(of, command);
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
