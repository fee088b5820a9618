import type { Loss } from '../../../worker/client.ts';
import type { Look, Reply } from '../../../worker/protocol.ts';
import type { Readings } from '../../../worker/readings.ts';
import type { PartReport } from '../../../worker/session.ts';
import type { RunState } from './state.ts';

/** What is known after the worker said something. Pure; a reply that says nothing new gives the same object. */
export function reduce(state: RunState, reply: Reply): RunState {
  switch (reply.type) {
    case 'loading':
      return { ...state, activity: 'loading', progress: reply.progress };
    case 'ready': {
      const { layers, parameters, step } = reply;
      return { ...at(state, step), activity: 'paused', progress: null, layers, parameters };
    }
    case 'progress':
      return {
        ...at({ ...state, reports: withReports(state.reports, reply.reports) }, reply.step),
        ...{ activity: 'running', imagesPerSecond: reply.imagesPerSecond },
      };
    case 'part': {
      const { report, step } = reply;
      const reports = report.phase === 'update' ? withReports(state.reports, [report]) : state.reports;
      return { ...at({ ...state, reports }, step), part: report };
    }
    case 'rest': {
      const { why, step, trouble = null } = reply;
      const activity = why === 'stopped' || why === 'finished' ? why : 'paused';
      return { ...at(state, step), activity, trouble };
    }
    case 'failed':
      return {
        ...state,
        ...{ activity: 'failed', progress: null },
        failure: { problem: reply.problem, message: reply.message },
      };
    default:
      return state;
  }
}

function at(state: RunState, step: number): RunState {
  return {
    ...state,
    step,
    reached: Math.max(state.reached, step),
    images: step * state.settings.batchSize,
    part: null,
  };
}

/** Steps that are done again give the same numbers, so each has one report. */
function withReports(reports: readonly PartReport[], more: readonly PartReport[]): readonly PartReport[] {
  const [first] = more;
  if (!first) return reports;
  if (first.step === reports.length) return [...reports, ...more];
  const all = [...reports];
  for (const report of more) all[report.step] = report;
  return all;
}

/** The worker was lost: another one goes on, or none does. */
export function loseWorker(state: RunState, lost: Loss): RunState {
  if (lost.goesOnFrom !== null) return { ...at(state, lost.goesOnFrom), lost };
  return { ...state, activity: 'failed', lost, failure: { problem: 'lost', message: lost.message } };
}

/** The test digits were read. */
export function withReadings(state: RunState, step: number, readings: Readings): RunState {
  const { count, correct, loss } = readings;
  const others = state.tests.filter((test) => test.step !== step);
  const tests = [...others, { step, count, correct, loss }].sort((a, b) => a.step - b.step);
  return { ...state, tests, readings: { step, readings } };
}

/** The weights were looked at. @param isKept one of those that show the way that the weights went */
export function withLook(state: RunState, look: Look, isKept: boolean): RunState {
  if (!isKept) return { ...state, now: look };
  const others = state.looks.filter(({ step }) => step !== look.step);
  return { ...state, looks: [...others, look].sort((a, b) => a.step - b.step), now: look };
}

/** It is fetching or training. */
export const isUnderWay = ({ activity }: RunState): boolean =>
  activity === 'running' || activity === 'loading';

/** It does not go on by itself any more. */
export const isOver = ({ activity }: RunState): boolean =>
  activity === 'stopped' || activity === 'failed' || activity === 'finished';

/** What is left of a run whose worker has gone: what it learned, and trouble that is part of it. */
export function resting(state: RunState): RunState {
  const stays = !isUnderWay(state) && state.activity !== 'failed';
  const activity = stays ? state.activity : state.reached > 0 ? 'paused' : 'idle';
  return { ...state, activity, progress: null, failure: null, lost: null };
}
