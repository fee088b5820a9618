import type { SceneView } from '../../kit/scene/view.ts';
import type { Moment } from '../../playback/track.ts';
import type { PartReport } from '../../worker/session.ts';
import { runningMean } from './charts/mean.ts';
import type { TrainingModel } from './model.ts';
import { PARTS, PHASES, positionOf } from './run/position.ts';
import type { RunState, TestPoint } from './run/state.ts';

/** What is read off a run where the figure stands in time. */
export interface RunView {
  readonly run: RunState;
  /** Steps done there; with `part`, one more is under way. */
  readonly step: number;
  readonly part: PartReport | null;
  /** Of the last batch whose loss is known, and the running mean; null before the first. */
  readonly loss: number | null;
  readonly mean: number | null;
  /** The last reading of the test digits up to there. */
  readonly test: TestPoint | null;
  readonly images: number;
}

export interface TrainingView extends SceneView {
  readonly a: RunView;
  readonly b: RunView | null;
  /** The step that was asked for, where the run has not come to it yet. */
  readonly ahead: number | null;
}

const LOSS_KNOWN = PHASES.indexOf('loss');

function runView(run: RunState, position: number): RunView {
  const reached = Math.max(positionOf(run), run.reached * PARTS);
  const step = Math.floor(Math.min(position, reached) / PARTS);
  const part = run.part && run.part.step === step && position % PARTS > 0 ? run.part : null;
  const knows = part !== null && PHASES.indexOf(part.phase) >= LOSS_KNOWN;
  return {
    ...{ run, step, part },
    loss: knows ? part.loss : (run.reports[step - 1]?.loss ?? null),
    mean: runningMean(run.reports, step),
    test: run.tests.findLast((test) => test.step <= step) ?? null,
    images: step * run.settings.batchSize,
  };
}

/** Where the figure stands in time, in each of its runs. */
export function viewOf({ a, b }: TrainingModel, { position }: Moment): TrainingView {
  const now = runView(a, position);
  const asked = Math.floor(position / PARTS);
  return {
    grids: {},
    equations: [],
    a: now,
    b: b && runView(b, position),
    ahead: asked > now.step ? asked : null,
  };
}
