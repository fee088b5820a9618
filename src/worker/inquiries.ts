import type { Samples } from '../network/samples.ts';
import { hardest, type StepPushes, sharesOf } from './pushes.ts';
import { createSession, type Session, type SessionOptions } from './session.ts';
import type { TrainingSettings } from './settings.ts';
import { sameWeight, type WeightPlace, type WeightStep } from './weightStep.ts';

/*
 * Questions about a run that are answered by doing some of its steps again, in a session beside it: the same settings give
 * the same bits. Each `next()` does one step or one digit.
 */

export interface Subject {
  readonly session: Session;
  readonly settings: TrainingSettings;
  readonly samples: Samples;
}

/** A session beside the run that stands at the beginning of a step. */
function* sessionAt(
  { session, settings, samples }: Subject,
  step: number,
  options: SessionOptions = {},
): Generator<void, Session> {
  const beside = createSession(settings, samples, {
    ...{ from: session.before(step), every: Number.POSITIVE_INFINITY },
    ...options,
  });
  while (beside.step < step) {
    if (!beside.advanceStep()) throw new Error(`replay: the run stopped before step ${step}`);
    yield;
  }
  return beside;
}

/**
 * What a step did with a weight; without a step: what the newest did, null if none was seen yet. From now on the run looks at that weight, so that its
 * next steps need not be done again.
 */
export function* weightStepOf(
  subject: Subject,
  weight: WeightPlace,
  step: number | null,
): Generator<void, WeightStep | null> {
  const { session } = subject;
  session.follow(weight);
  const { followed } = session;
  if (step === null) return followed;
  if (followed && sameWeight(followed.weight, weight) && followed.step === step) return followed;
  const beside = yield* sessionAt(subject, step);
  beside.follow(weight);
  beside.advanceStep();
  if (beside.followed?.step !== step) throw new Error(`replay: step ${step} did not come to its end`);
  return beside.followed;
}

/** For each of these steps the digits that pushed the weight most. */
export function* pushesOf(
  subject: Subject,
  weight: WeightPlace,
  steps: readonly number[],
  most: number,
): Generator<void, StepPushes[]> {
  const found: StepPushes[] = [];
  for (const step of steps) {
    const beside = yield* sessionAt(subject, step);
    beside.advancePart();
    const { batch } = beside;
    if (!batch) throw new Error(`replay: step ${step} saw nothing`);
    const shares = yield* sharesOf(beside.model, batch, weight);
    found.push({
      step,
      gradient: shares.reduce((sum, share) => sum + share, 0),
      batchSize: shares.length,
      pushes: hardest(batch, shares, most),
    });
  }
  return found;
}

/** Does the steps again that the diary of the run does not know. */
export function* fillDiary(subject: Subject): Generator<void, void> {
  const { diary, reached } = subject.session;
  const first = diary.gap(reached);
  if (first === reached) return;
  const beside = yield* sessionAt(subject, first, { diary });
  while (diary.gap(reached) < reached && beside.status === 'running') {
    beside.advanceStep();
    yield;
  }
}
