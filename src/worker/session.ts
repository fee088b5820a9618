import { overwrite, stateOf } from '../network/layer.ts';
import { createModel, type Model } from '../network/model.ts';
import { type Samples, scrambled, shifted } from '../network/samples.ts';
import { type Batch, createTrainer, type Phase, type TrainerState } from '../network/trainer.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { createCheckpoints } from './checkpoints.ts';
import { createDiary, type Diary } from './diary.ts';
import { PIXELS, SIDE } from './packing.ts';
import { checkSettings, networkOf, setStart, type TrainingSettings } from './settings.ts';
import {
  remediesFor,
  type Trouble,
  troubleInGradients,
  troubleInOutputs,
  troubleInWeights,
} from './trouble.ts';
import { createFollower, type WeightPlace, type WeightStep } from './weightStep.ts';

/** What one part of a step made known. */
export interface PartReport {
  readonly phase: Phase;
  /** The step that it belongs to, from 0. */
  readonly step: number;
  /** Of the batch; from the part `loss` on. */
  readonly loss: number;
  /** Share of the batch that came out right. */
  readonly accuracy: number;
  /** The learning rate of the step. */
  readonly lr: number;
  /** ‖∂w‖ over all parameters of each layer that learns, in their order; from the part `backward` on. */
  readonly gradients: readonly number[];
  /** ‖Δw‖ / ‖w‖ of the same layers in the last update; 0 where nothing moved. */
  readonly moves: readonly number[];
}

export interface Session {
  readonly model: Model;
  /** Steps that are done. */
  readonly step: number;
  /** Steps that this run has ever come to, in whatever session. */
  readonly reached: number;
  readonly status: 'running' | 'finished' | 'stopped';
  /** Why it stopped by itself. It then stands at the last step whose numbers were finite. */
  readonly trouble: Trouble | undefined;
  /** Does the next part of a step; undefined when that led to trouble. @throws Error unless it is running */
  advancePart(): PartReport | undefined;
  /** The parts up to and with the next update. */
  advanceStep(): PartReport | undefined;
  /**
   * Goes to the nearest checkpoint at or before a step that was reached already; the steps from there on are to be
   * done again, and give the same numbers.
   *
   * @throws RangeError for a step that was not reached
   */
  seek(step: number): void;
  /** The last checkpoint at `step` or before. */
  before(step: number): TrainerState;
  /** What the last forward pass saw. */
  readonly batch: Batch | undefined;
  /** From now on looks at one weight, at each part of each step. */
  follow(weight: WeightPlace | null): void;
  /** What the step under way, or the last one, did with it. */
  readonly followed: WeightStep | null;
  /** Every weight of the first kernels at every step. */
  readonly diary: Diary;
  /** Copies the weights into a model of the same network, to be read while this one is in the middle of a step. */
  copyTo(other: Model): void;
  save(): TrainerState;
}

export interface SessionOptions {
  /** Where to go on, instead of at the start. */
  readonly from?: TrainerState;
  /** A checkpoint every so many steps, and how many at most. */
  readonly every?: number;
  readonly most?: number;
  /** Called with each that is made. */
  readonly onCheckpoint?: (state: TrainerState) => void;
  /** Where to write the diary, instead of into a new one. */
  readonly diary?: Diary;
}

/** The order of scrambled pixels. */
const ORDER = 28;

/** Digits as the network of these settings gets to see them. */
export const asShown = (samples: Samples, settings: Pick<TrainingSettings, 'scrambled'>): Samples =>
  settings.scrambled ? scrambled(samples, PIXELS, ORDER) : samples;

/**
 * A run of training that can be taken apart, taken back, and stops by itself at the first number that is not
 * finite. The same settings and samples give the same bits, whatever was looked at or gone back to meanwhile.
 *
 * @throws Error naming the setting that does not fit
 */
export function createSession(
  settings: TrainingSettings,
  samples: Samples,
  { from, every = 50, most = 24, onCheckpoint, ...given }: SessionOptions = {},
): Session {
  checkSettings(settings);
  const { seed, batchSize, shift } = settings;
  const model = createModel(networkOf(settings.architecture), { seed });
  setStart(model, settings);
  const shown = asShown(shift > 0 ? shifted(samples, SIDE, SIDE, shift) : samples, settings);
  const trainer = createTrainer(model, shown, settings);
  const checkpoints = createCheckpoints([trainer.save(), ...(from ? [from] : [])], every, most);
  const learning = model.layers.filter(({ params }) => params.length > 0);
  let trouble: Trouble | undefined;
  const diary = given.diary ?? createDiary(model.params[0]?.size ?? 0, settings.steps);
  const follower = createFollower(trainer);
  const stood = learning.map(({ params }) => params.map((p) => p.clone()));
  let gradients: number[] = [];
  let moves: number[] = [];
  let reached = 0;
  if (from) {
    trainer.load(from);
    reached = from.step;
  }

  function replay(step: number): void {
    follower.forget();
    trainer.load(checkpoints.before(step));
    while (trainer.step < step) trainer.advanceStep();
  }

  function stop(step: number, found: Omit<Trouble, 'step' | 'remedies'>): undefined {
    replay(found.what === 'weights' || found.what === 'gradient' ? step : Math.max(0, step - 1));
    trouble = { ...found, step, remedies: remediesFor(settings, step) };
  }

  function advancePart(): PartReport | undefined {
    if (trouble) throw new Error('advance: the training has stopped');
    if (trainer.phase === 'update')
      for (const [i, { params }] of learning.entries()) overwrite(stood[i] ?? [], params);
    const report = trainer.advance();
    const { phase, step, loss, lr } = report;
    if (phase === 'loss' && report.status === 'diverged') {
      replay(step);
      trainer.advance();
      return stop(step, troubleInOutputs(model, loss));
    }
    if (phase === 'backward') {
      gradients = learning.map(({ grads }) => norm(grads.map(({ data }) => data)));
      if (!gradients.every(Number.isFinite)) return stop(step, troubleInGradients(model));
      const [weights, grads] = [model.params[0], model.grads[0]];
      if (weights && grads) diary.note(step, weights, grads);
    }
    if (phase === 'update') {
      const found = troubleInWeights(model);
      if (found) return stop(step, found);
      moves = learning.map(({ params }, i) => moved(params, stood[i] ?? []));
      reached = Math.max(reached, trainer.step);
      const state = checkpoints.offer(trainer.step, trainer.save);
      if (state) onCheckpoint?.(state);
    }
    follower.see(phase, step, lr);
    return { phase, step, loss, accuracy: report.correct / batchSize, lr, gradients, moves };
  }

  return {
    model,
    get step() {
      return trainer.step;
    },
    get reached() {
      return reached;
    },
    get status() {
      return trouble || trainer.status === 'diverged' ? 'stopped' : trainer.status;
    },
    get trouble() {
      return trouble;
    },
    before: checkpoints.before,
    get batch() {
      return trainer.batch;
    },
    follow: follower.follow,
    get followed() {
      return follower.last;
    },
    diary,
    advancePart,
    advanceStep() {
      let report: PartReport | undefined;
      do report = advancePart();
      while (report && report.phase !== 'update');
      return report;
    },
    seek(step) {
      if (!(step >= 0 && step <= reached)) throw new RangeError(`seek: step ${step} was not reached`);
      trainer.load(checkpoints.before(step));
      follower.forget();
      trouble = undefined;
    },
    copyTo: (other) => overwrite(stateOf(other), stateOf(model)),
    save: () => trainer.save(),
  };
}

/** ‖now − then‖ / ‖then‖ */
function moved(now: readonly Tensor[], then: readonly Tensor[]): number {
  const by = norm(
    now.map(({ data }, k) => data.map((value: number, i: number) => value - (then[k]?.data[i] ?? 0))),
  );
  return by === 0 ? 0 : by / norm(then.map(({ data }) => data));
}

function norm(arrays: readonly ArrayLike<number>[]): number {
  let sum = 0;
  for (const array of arrays) for (let i = 0; i < array.length; i++) sum += (array[i] as number) ** 2;
  return Math.sqrt(sum);
}
