import { stateOf } from '../network/layer.ts';
import { fillDiary, pushesOf, weightStepOf } from './inquiries.ts';
import { digitsAt } from './packing.ts';
import type { DigitSet } from './parts.ts';
import type { Command, Failure, Look } from './protocol.ts';
import { deadUnits, readings } from './readings.ts';
import { ALIVE, type Body, type Run, SLICE, samplesOf } from './run.ts';
import { asShown } from './session.ts';
import type { WeightPlace } from './weightStep.ts';

/** Digits by which dead units are told. */
const SEEN = 100;

/** A command that is a question. */
export type Question = Command & { readonly id: number };

interface Speaker {
  say(run: number, body: Body): void;
  fail(run: number, error: unknown, otherwise: Failure, id: number): void;
  /** Another run may have begun meanwhile. */
  isCurrent(run: Run): boolean;
}

/** Answers questions about a run, in slices, while it trains or rests. */
export function createAnswers({ say, fail, isCurrent }: Speaker): {
  answer(of: Run, question: Question): void;
} {
  /** Works in slices and listens in between; undefined when another run has begun meanwhile. */
  async function inSlices<T>(of: Run, work: Generator<void, T>): Promise<T | undefined> {
    for (let next = work.next(), began = performance.now(); ; next = work.next()) {
      if (!isCurrent(of)) return undefined;
      if (next.done) return next.value;
      if (performance.now() - began < SLICE) continue;
      await new Promise((done) => setTimeout(done));
      began = performance.now();
    }
  }

  async function answered(of: Run, id: number, answer: () => Promise<Body | undefined>): Promise<void> {
    const beat = setInterval(() => say(of.number, { type: 'alive' }), ALIVE);
    try {
      const body = await answer();
      if (body) say(of.number, body);
    } catch (error) {
      fail(of.number, error, 'internal', id);
    } finally {
      clearInterval(beat);
    }
  }

  async function read(of: Run, id: number, set: DigitSet, count: number): Promise<Body | undefined> {
    const samples = asShown(samplesOf(await of.loader.load(set, count)), of.settings);
    of.session.copyTo(of.reader);
    const { step } = of.session;
    const made = await inSlices(of, readings(of.reader, samples, count));
    return made && { type: 'readings', id, step, readings: made };
  }

  async function look(of: Run, id: number): Promise<Body> {
    const samples = asShown(samplesOf(await of.loader.load('test', SEEN)), of.settings);
    of.session.copyTo(of.reader);
    const weights = stateOf(of.reader).map(({ shape, data }) => ({ shape, data: Float32Array.from(data) }));
    const made: Look = { step: of.session.step, weights, dead: deadUnits(of.reader, samples, SEEN) };
    return { type: 'look', id, look: made };
  }

  /** Tells what is known, and finds out the rest while the run rests. */
  function biography(of: Run, id: number, weight: WeightPlace): Body {
    const { diary, reached } = of.session;
    const known = diary.of(weight, reached);
    if (known.missing > 0 && !of.filling) {
      of.filling = true;
      void fill(of);
    }
    return { type: 'biography', id, biography: known };
  }

  async function fill(of: Run): Promise<void> {
    const work = fillDiary(of);
    try {
      for (let done = false; !done && isCurrent(of); ) {
        const began = performance.now();
        while (!done && !of.target && performance.now() - began < SLICE) done = work.next().done ?? false;
        await new Promise((next) => setTimeout(next, of.target ? ALIVE / 4 : 0));
      }
    } catch {
      // A run that stopped has steps that cannot be done again: its diary keeps the gap.
    } finally {
      of.filling = false;
    }
  }

  /** One task at a time has the reader. */
  function inTurn(of: Run, id: number, answer: () => Promise<Body | undefined>): void {
    of.reading = of.reading.then(() => answered(of, id, answer));
  }

  return {
    answer(of, question) {
      const { id } = question;
      switch (question.type) {
        case 'read':
          return inTurn(of, id, () => read(of, id, question.set, question.count));
        case 'look':
          return inTurn(of, id, () => look(of, id));
        case 'digits':
          return void answered(of, id, async () => {
            const all = await of.loader.load(question.set, Math.max(0, ...question.places) + 1);
            return { type: 'digits', id, digits: digitsAt(all, question.places) };
          });
        case 'biography':
          return void answered(of, id, async () => biography(of, id, question.weight));
        case 'weightStep':
          return void answered(of, id, async () => {
            const weightStep = await inSlices(of, weightStepOf(of, question.weight, question.step));
            return weightStep === undefined ? undefined : { type: 'weightStep', id, weightStep };
          });
        case 'pushes':
          return void answered(of, id, async () => {
            const { weight, steps, most } = question;
            const pushes = await inSlices(of, pushesOf(of, weight, steps, most));
            return pushes && { type: 'pushes', id, pushes };
          });
      }
    },
  };
}
