import type { GradientClaim } from '../../kit/check/gradients.ts';
import { lossOf } from '../../kit/digitPass/quickLoss.ts';
import { keepLast } from '../../playback/keepLast.ts';
import { createTrack, type Track } from '../../playback/track.ts';
import { crossEntropy } from '../../tensor/crossEntropy.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { StepParams } from './parameters.ts';
import { type GradientStep, gradientStep } from './step.ts';
import { batchOf, modelWith, moved, startWeights } from './weights.ts';
import { PARTS, WORDS } from './words.ts';

/** Steps on the same digit, one after the other. */
export const STEPS = 5;

/** What a step of this learning rate makes of the weights. */
export interface Outcome {
  readonly next: readonly Tensor[];
  /** The loss of the same digit with them. */
  readonly loss: number;
}

/** A few gradient steps on one digit. They are computed as they are looked at. */
export interface StepModel {
  readonly params: StepParams;
  /** Which digit it is, and the class that it should be read as. */
  readonly label: number;
  readonly first: GradientStep;
  step(k: number): GradientStep;
  outcome(k: number): Outcome;
}

export const TRACK: Track = /* @__PURE__ */ createTrack([
  {
    ...{ id: 'steps', cells: STEPS, terms: PARTS.length, name: WORDS.steps },
    ...{ cellWord: WORDS.cell, termWord: WORDS.part, role: 'gradient' },
  },
]);

/** The first step does not depend on the learning rate: it stays while that slider moves. */
const firstStep = keepLast((start: StepParams['start'], seed: number, label: number) =>
  gradientStep(startWeights(start, seed), label),
);

export function build(params: StepParams): StepModel {
  const { digit, start, seed, rate } = params;
  const label = Number(digit);
  const first = firstStep(start, seed, label);
  const steps = [first];
  const outcomes: Outcome[] = [];
  function step(k: number): GradientStep {
    const made = steps[k] ?? gradientStep(outcome(k - 1).next, label);
    steps[k] = made;
    return made;
  }
  function outcome(k: number): Outcome {
    const known = outcomes[k];
    if (known) return known;
    const { weights, gradients } = step(k);
    const next = moved(weights, gradients, rate);
    const logits = modelWith(next).forward(batchOf([label], 'float64'));
    const made: Outcome = { next, loss: crossEntropy(logits, [label]).data[0] as number };
    outcomes[k] = made;
    return made;
  }
  return { params, label, first, step, outcome };
}

/** Below this loss the gradient of a score is mostly the rounding of p − 1. */
const SURE = 1e-7;

/**
 * The gradient of the scores, which has no kink. What lies before it is compared with passes forwards in the tests, where
 * there is time: all 11,274 numbers at once, for −‖∂w‖² is the slope along the step.
 */
export function gradientsOf({ first: { pass }, label }: StepModel): GradientClaim[] {
  if (pass.loss < SURE) return [];
  return [
    {
      grid: 'dlogits',
      values: pass.values.logits.data,
      loss: (z) => lossOf(z, label),
    },
  ];
}
