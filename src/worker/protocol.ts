import type { EngineName } from '../network/plan.ts';
import type { TrainerState } from '../network/trainer.ts';
import type { Biography } from './diary.ts';
import type { LoadProgress } from './loadDigits.ts';
import type { Digits } from './packing.ts';
import type { DigitSet, PartProblem } from './parts.ts';
import type { StepPushes } from './pushes.ts';
import type { DeadUnits, Readings } from './readings.ts';
import type { PartReport } from './session.ts';
import type { Numbers, TrainingSettings } from './settings.ts';
import type { Trouble } from './trouble.ts';
import type { WeightPlace, WeightStep } from './weightStep.ts';

/**
 * What the worker is told. Each `start` begins a run. Of `advance`, `pause` and `goTo` the last counts; `order` tells
 * them apart.
 */
export type Command = { readonly run: number } & (
  | {
      readonly type: 'start';
      readonly settings: TrainingSettings;
      /** The address of the folder of all data (`data/`), ending with a slash. */
      readonly base: string;
      /** Where to go on, of a run with the same settings. */
      readonly from?: TrainerState;
    }
  /** Trains until so many steps are done. */
  | { readonly type: 'advance'; readonly order: number; readonly until: number }
  | { readonly type: 'advancePart' }
  | { readonly type: 'pause'; readonly order: number }
  /** Back to a step that was reached, or on to it; to 0 is the reset to the same weights. */
  | { readonly type: 'goTo'; readonly order: number; readonly step: number }
  | { readonly type: 'read'; readonly id: number; readonly set: DigitSet; readonly count: number }
  | { readonly type: 'look'; readonly id: number }
  /** Some digits of a set, by their places in it. */
  | {
      readonly type: 'digits';
      readonly id: number;
      readonly set: DigitSet;
      readonly places: readonly number[];
    }
  /** The path of a weight of the first kernels so far. What is not known of it yet is found out while the run rests. */
  | { readonly type: 'biography'; readonly id: number; readonly weight: WeightPlace }
  /**
   * One step of one weight: the one under way, the last, or any other that was reached, which is done again beside the run.
   * Without a step: the newest that is known; null if there is none yet.
   */
  | {
      readonly type: 'weightStep';
      readonly id: number;
      readonly weight: WeightPlace;
      readonly step: number | null;
    }
  /** The digits that pushed a weight most in each of these steps. */
  | {
      readonly type: 'pushes';
      readonly id: number;
      readonly weight: WeightPlace;
      readonly steps: readonly number[];
      readonly most: number;
    }
);

/** A layer that learns, as the gradients of a report list them. */
export interface LearningLayer {
  readonly layer: number;
  readonly type: string;
}

/** A copy of the weights, which another run may start from, and what they leave dead. */
export interface Look {
  readonly step: number;
  /** All parameters, then all buffers, in the order of the layers. */
  readonly weights: readonly Numbers[];
  readonly dead: readonly DeadUnits[];
}

export type Failure = PartProblem | 'settings' | 'internal';

/** Why the worker rests: done what it was told, was paused, the run is at its end, or it stopped by itself. */
export type Rest = 'done' | 'paused' | 'finished' | 'stopped';

/** What the worker says. */
export type Reply = { readonly run: number } & (
  | { readonly type: 'loading'; readonly progress: LoadProgress }
  /** Nothing new, but it works. */
  | { readonly type: 'alive' }
  | {
      readonly type: 'ready';
      readonly step: number;
      readonly engine: EngineName;
      readonly parameters: number;
      readonly layers: readonly LearningLayer[];
    }
  | {
      readonly type: 'progress';
      readonly reports: readonly PartReport[];
      readonly step: number;
      /** Digits that were shown, up to this step. */
      readonly images: number;
      /** While it trained, over the last second or so. */
      readonly imagesPerSecond: number;
    }
  | { readonly type: 'part'; readonly report: PartReport; readonly step: number }
  | { readonly type: 'checkpoint'; readonly state: TrainerState }
  | {
      readonly type: 'rest';
      /** That of the last command. */
      readonly order: number;
      readonly why: Rest;
      readonly step: number;
      readonly trouble?: Trouble;
    }
  | { readonly type: 'readings'; readonly id: number; readonly step: number; readonly readings: Readings }
  | { readonly type: 'look'; readonly id: number; readonly look: Look }
  | { readonly type: 'digits'; readonly id: number; readonly digits: Digits }
  | { readonly type: 'biography'; readonly id: number; readonly biography: Biography }
  | { readonly type: 'weightStep'; readonly id: number; readonly weightStep: WeightStep | null }
  | { readonly type: 'pushes'; readonly id: number; readonly pushes: readonly StepPushes[] }
  | { readonly type: 'failed'; readonly problem: Failure; readonly message: string; readonly id?: number }
);
