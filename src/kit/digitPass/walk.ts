import { FACTS, offsetOf, type Spot } from './nodes.ts';
import { type QuickGradients, type QuickPass, quickPass, type UnitLayer } from './quick.ts';
import { lossOf, lossSlopes, sharesOf } from './quickLoss.ts';

/** One number of the network: of a filter the one at the middle of its map, or a score. */
export interface Unit {
  readonly layer: UnitLayer;
  readonly k: number;
}

/** What is made larger or smaller: the loss of a class, or one number of the network. */
export type Goal =
  | { readonly kind: 'loss'; readonly label: number; readonly direction: 1 | -1 }
  | { readonly kind: 'unit'; readonly unit: Unit };

/** How a picture is pushed. */
export interface Push {
  /** 28 × 28 numbers. */
  readonly start: Float64Array;
  /** To what the decay pulls back. */
  readonly base: Float64Array;
  readonly goal: Goal;
  /** The sign of each gradient, or the gradient itself. */
  readonly rule: 'sign' | 'gradient';
  readonly rate: number;
  /** What is kept of the distance from the base in each step: 1 is all. */
  readonly keep: number;
  /** Whether pixels stay between paper, 0, and full ink, 1. */
  readonly clip: boolean;
}

/** The picture after some steps, and what the network makes of it. */
export interface PushState {
  readonly x: Float64Array;
  /** ∂goal/∂x at this picture: what the next step will use. */
  readonly gradient: Float64Array;
  /** The loss, or the unit's number. */
  readonly value: number;
  /** Ten shares and scores; none where the goal is a filter, which does not need them. */
  readonly shares: Float64Array;
  readonly logits: Float64Array;
}

/** The way of a pushed picture, found step by step as it is asked for, and kept. */
export interface Walk {
  readonly push: Push;
  at(step: number): PushState;
  /** How many states have been found. */
  readonly found: number;
}

/** Where a filter's middle number, or a score, stands in its layer. */
export function middleOf({ layer, k }: Unit): Spot {
  const { rows, cols } = FACTS[layer];
  return layer === 'logits' ? { plane: 0, row: k, col: 0 } : { plane: k, row: rows / 2, col: cols / 2 };
}

/** Its place among the numbers of its layer. */
export const unitOffset = (unit: Unit): number => offsetOf(unit.layer, middleOf(unit));

/** The value of the goal at a picture. */
export function goalAt(goal: Goal, x: ArrayLike<number>): number {
  const pass = quickPass(x);
  return goal.kind === 'loss' ? lossOf(pass.logits(), goal.label) : unitAt(pass, goal.unit);
}

function unitAt(pass: QuickPass, unit: Unit): number {
  const { layer, k } = unit;
  if (layer === 'conv2') return pass.conv2At(k, FACTS.conv2.rows / 2, FACTS.conv2.cols / 2);
  return (layer === 'conv1' ? pass.conv1 : pass.logits())[unitOffset(unit)] as number;
}

/** The gradients of the goal, as far back as the picture. */
export function goalBack(goal: Goal, pass: QuickPass): QuickGradients {
  if (goal.kind === 'loss') return pass.back('logits', lossSlopes(sharesOf(pass.logits()), goal.label));
  const { maps, rows, cols } = FACTS[goal.unit.layer];
  const upstream = new Float64Array(maps * rows * cols);
  upstream[unitOffset(goal.unit)] = 1;
  return pass.back(goal.unit.layer, upstream);
}

const NONE = new Float64Array(0);

function stateAt(x: Float64Array, goal: Goal): PushState {
  const pass = quickPass(x);
  const { dx } = goalBack(goal, pass);
  if (goal.kind === 'unit' && goal.unit.layer !== 'logits')
    return { x, gradient: dx, value: unitAt(pass, goal.unit), logits: NONE, shares: NONE };
  const logits = pass.logits();
  const value = goal.kind === 'loss' ? lossOf(logits, goal.label) : unitAt(pass, goal.unit);
  return { x, gradient: dx, value, logits, shares: sharesOf(logits) };
}

/** The picture after one more step. */
export function stepped(
  { base, goal, rule, rate, keep, clip }: Push,
  { x, gradient }: PushState,
): Float64Array {
  const direction = goal.kind === 'loss' ? goal.direction : 1;
  return x.map((pixel, i) => {
    const slope = rule === 'sign' ? Math.sign(gradient[i] as number) : (gradient[i] as number);
    const kept = keep === 1 ? pixel : (base[i] as number) + keep * (pixel - (base[i] as number));
    const next = kept + direction * rate * slope;
    return clip ? Math.min(1, Math.max(0, next)) : next;
  });
}

/** A walk that has not begun. */
export function createWalk(push: Push): Walk {
  const states: PushState[] = [];
  return {
    push,
    get found() {
      return states.length;
    },
    at(step) {
      while (states.length <= step) {
        const last = states.at(-1);
        states.push(stateAt(last ? stepped(push, last) : push.start, push.goal));
      }
      return states[step] as PushState;
    },
  };
}

/** A step of one of the walks each time, until all have come as far. */
export function* advance(
  walks: readonly Walk[],
  step: number,
  moved: () => void = () => undefined,
): Generator<void, void> {
  for (const walk of walks) {
    while (walk.found <= step) {
      walk.at(walk.found);
      yield;
    }
    moved();
  }
}
