import { crossEntropy, crossEntropyBackward } from '../tensor/crossEntropy.ts';
import { checkWhole } from '../tensor/errors.ts';
import { createRandom, mixSeeds } from '../tensor/random.ts';
import { type Tensor, zeros } from '../tensor/tensor.ts';
import { countCorrect } from './evaluate.ts';
import { overwrite, stateOf } from './layer.ts';
import type { Model } from './model.ts';
import { createOptimizer, type OptimizerSpec, type OptimizerState } from './optimizers.ts';
import { type Samples, shuffled } from './samples.ts';
import { rateAt, type ScheduleSpec } from './schedule.ts';

/** Plain data. */
export interface TrainerSpec {
  /** Decides the order of the samples, their augmentation and what dropout drops. Default 1. */
  readonly seed?: number;
  readonly batchSize: number;
  /** How many steps in all; the schedule ends with the last. */
  readonly steps: number;
  readonly optimizer: OptimizerSpec;
  /** Default constant. */
  readonly schedule?: ScheduleSpec;
}

/** The parts of a step, in their order. */
export type Phase = 'forward' | 'loss' | 'backward' | 'update';

export type TrainerStatus = 'running' | 'finished' | 'diverged';

/** What the training knows after one part of a step. */
export interface TrainerReport {
  /** The part that has just been done. */
  readonly phase: Phase;
  /** The step that it belongs to, from 0. */
  readonly step: number;
  readonly status: TrainerStatus;
  /** The mean loss of the batch, and how many of its samples came out right; of the last loss there was. */
  readonly loss: number;
  readonly correct: number;
  /** The learning rate of this step. */
  readonly lr: number;
  /** Why the training stopped by itself. */
  readonly message?: string;
}

/** All that training needs to go on as if it had not been interrupted. It starts with step `step`. */
export interface TrainerState {
  readonly step: number;
  readonly params: readonly Tensor[];
  readonly buffers: readonly Tensor[];
  readonly optimizer: OptimizerState;
}

/** What the last forward pass saw and made: the trainer's own memory, which the next one overwrites. */
export interface Batch {
  readonly x: Tensor;
  readonly labels: readonly number[];
  readonly logits: Tensor;
}

/** One weight, and what moves it. */
export interface WeightNow {
  readonly value: number;
  /** Of the last backward pass. */
  readonly gradient: number;
  /** What the optimizer carries for it: nothing, v, or m and v. */
  readonly carried: readonly number[];
  /** Updates that were made. */
  readonly t: number;
}

export interface Trainer {
  readonly step: number;
  /** What {@link advance} will do next. */
  readonly phase: Phase;
  readonly status: TrainerStatus;
  /** None before the first forward pass. */
  readonly batch: Batch | undefined;
  /** @param param the number of its tensor among the parameters @param at its place in it */
  weight(param: number, at: number): WeightNow;
  /** Does the next part of a step. @throws Error when the training is over */
  advance(): TrainerReport;
  /** Does the parts up to and with the next update. */
  advanceStep(): TrainerReport;
  /** A copy of the state at the start of the current step, whatever part of it was done. */
  save(): TrainerState;
  /** Goes on from a saved state, which may have been posted or stored. @throws Error when it is that of another network */
  load(state: TrainerState): void;
}

/**
 * Trains a classifier with softmax cross-entropy, part by part: whoever calls decides when to go on, so it
 * can be stopped anywhere, looked at, and resumed. Each step draws from a seed of its own, made of the
 * spec's seed and its number; the same seed gives the same bits, interrupted or not.
 *
 * When the loss becomes NaN or infinite, the training stops, says so, and the model gets back the
 * last weights whose loss was a number.
 *
 * @throws Error when a setting is not valid
 */
export function createTrainer(model: Model, samples: Samples, spec: TrainerSpec): Trainer {
  const { seed = 1, batchSize, steps, schedule = { type: 'constant' } } = spec;
  for (const [name, count] of Object.entries({ batchSize, steps, 'samples.count': samples.count }))
    checkWhole('createTrainer', name, count, 1);
  const optimizer = createOptimizer(spec.optimizer);
  const learned = stateOf(model);
  const good = learned.map((t) => t.clone());
  const x = zeros([batchSize, ...model.spec.input], model.params[0]?.dtype);
  const sampleSize = x.size / batchSize;
  const labels: number[] = [];

  let step = 0;
  let phase: Phase = 'forward';
  let status: TrainerStatus = 'running';
  let [loss, correct] = [Number.NaN, 0];
  let logits: Tensor | undefined;
  let order: { epoch: number; indices: Uint32Array } | undefined;
  let message: string | undefined;
  /** Buffers as they were before the forward pass, which moves them. */
  let buffers: readonly Tensor[] = [];

  function drawBatch(): void {
    const random = createRandom(mixSeeds(seed, step));
    for (let n = 0; n < batchSize; n++) {
      const drawn = step * batchSize + n;
      const epoch = Math.floor(drawn / samples.count);
      if (order?.epoch !== epoch)
        order = { epoch, indices: shuffled(samples.count, mixSeeds(seed, -1 - epoch)) };
      const index = order.indices[drawn % samples.count] as number;
      labels[n] = samples.read(index, x.data, n * sampleSize, random);
    }
  }

  const made = (): Tensor => {
    if (!logits) throw new Error('advance: there was no forward pass');
    return logits;
  };

  /** Each does its part of a step and says which comes next. */
  const parts: Record<Phase, () => Phase> = {
    forward() {
      drawBatch();
      buffers = model.buffers.map((b) => b.clone());
      optimizer.lr = spec.optimizer.lr * rateAt(schedule, step, steps);
      logits = model.forward(x, { training: true, seed: mixSeeds(seed, step) });
      return 'loss';
    },
    loss() {
      loss = crossEntropy(made(), labels).data[0] as number;
      correct = countCorrect(made(), labels);
      if (Number.isFinite(loss)) overwrite(good, learned);
      else {
        overwrite(learned, good);
        status = 'diverged';
        message =
          `the loss became ${loss} in step ${step}, at a learning rate of ${optimizer.lr}; ` +
          'stopped, with the last weights whose loss was a number. Try a smaller learning rate.';
      }
      return 'backward';
    },
    backward() {
      model.backward(crossEntropyBackward(made(), labels));
      return 'update';
    },
    update() {
      optimizer.stepInPlace(model.params, model.grads);
      step++;
      if (step === steps) status = 'finished';
      return 'forward';
    },
  };

  function advance(): TrainerReport {
    if (status !== 'running') throw new Error(`advance: the training is over (${message ?? status})`);
    const [done, at] = [phase, step];
    phase = parts[done]();
    return { phase: done, step: at, status, loss, correct, lr: optimizer.lr, ...(message && { message }) };
  }

  return {
    get step() {
      return step;
    },
    get phase() {
      return phase;
    },
    get status() {
      return status;
    },
    get batch() {
      return logits && { x, labels, logits };
    },
    weight: (param, at) => ({
      value: model.params[param]?.data[at] ?? Number.NaN,
      gradient: model.grads[param]?.data[at] ?? Number.NaN,
      carried: optimizer.carried(param, at),
      t: optimizer.t,
    }),
    advance,
    advanceStep() {
      let report: TrainerReport;
      do report = advance();
      while (report.phase !== 'update' && report.status === 'running');
      return report;
    },
    save: () => ({
      step,
      params: model.params.map((p) => p.clone()),
      buffers: (phase === 'forward' ? model.buffers : buffers).map((b) => b.clone()),
      optimizer: optimizer.saveState(),
    }),
    load(state) {
      const saved = stateOf(state);
      const shapes = (tensors: readonly Tensor[]) => JSON.stringify(tensors.map((t) => t.shape));
      if (shapes(saved) !== shapes(learned))
        throw new Error('load: the state belongs to a network of other shapes');
      overwrite(learned, saved);
      optimizer.loadState(state.optimizer);
      step = state.step;
      phase = 'forward';
      status = step < steps ? 'running' : 'finished';
      message = undefined;
    },
  };
}
