import { easeCubicInOut, easeCubicOut, easeLinear, easeQuadIn, easeQuadOut } from 'd3';
import type { Flight } from '../scene/view.ts';

/** What happens in a part of a step. */
export type PhaseId =
  | 'glide'
  | 'light'
  | 'drop'
  | 'merge'
  | 'settle'
  | 'fly'
  | 'take'
  | 'lift'
  | 'split'
  | 'meet'
  | 'product'
  | 'travel'
  | 'add'
  | 'rest';

/** A part of a step: from where to where in it, and with which ease. */
export interface Phase {
  readonly id: PhaseId;
  readonly from: number;
  readonly to: number;
  readonly ease: (t: number) => number;
}

/** Towards a sum: the window glides, the pair lights up, two become one, the product takes its place and flies. */
const FORWARD: readonly Phase[] = [
  { id: 'glide', from: 0, to: 0.25, ease: easeCubicInOut },
  { id: 'light', from: 0.25, to: 0.38, ease: easeQuadOut },
  { id: 'drop', from: 0.38, to: 0.52, ease: easeQuadIn },
  { id: 'merge', from: 0.52, to: 0.62, ease: easeLinear },
  { id: 'settle', from: 0.62, to: 0.74, ease: easeCubicOut },
  { id: 'fly', from: 0.74, to: 0.92, ease: easeCubicInOut },
  { id: 'take', from: 0.92, to: 1, ease: easeQuadOut },
];

/** Out of one gradient: it is lifted, splits, each copy meets its weight, and the products travel back. */
const SCATTER: readonly Phase[] = [
  { id: 'lift', from: 0, to: 0.12, ease: easeQuadOut },
  { id: 'split', from: 0.12, to: 0.34, ease: easeCubicOut },
  { id: 'meet', from: 0.34, to: 0.5, ease: easeQuadIn },
  { id: 'product', from: 0.5, to: 0.6, ease: easeLinear },
  { id: 'travel', from: 0.6, to: 0.85, ease: easeCubicInOut },
  { id: 'add', from: 0.85, to: 0.96, ease: easeQuadOut },
  { id: 'rest', from: 0.96, to: 1, ease: easeQuadOut },
];

/** The third to the fifth phase: told at leisure, left out from four steps a second on. */
const DETAILS: readonly PhaseId[] = ['drop', 'merge', 'settle', 'split', 'meet', 'product'];

/** Without a new cell the ring only hops. */
const HOP = 0.1;
/** Copies of a gradient leave one after the other, so far apart. */
export const STAGGER = 0.015;
/** Steps a second from which the details fall away, and from which nothing flies any more. */
export const BRISK = 4;
export const FAST = 12;

/**
 * The phases of a step. The first one stays where it is; what remains of the others stretches to fill the step.
 *
 * @param speed steps a second
 */
export function phasesOf({ direction, entersCell }: Flight, speed: number): readonly Phase[] {
  const table = direction === 'scatter' ? SCATTER : FORWARD;
  const [first, ...others] = table as [Phase, ...Phase[]];
  if (speed >= FAST) return [{ ...first, from: 0, to: 1 }];
  const start = direction !== 'scatter' && !entersCell ? HOP : first.to;
  const kept = speed >= BRISK ? others.filter(({ id }) => !DETAILS.includes(id)) : others;
  const length = kept.reduce((sum, { from, to }) => sum + to - from, 0);
  const stretch = (1 - start) / length;
  let at = start;
  const phases: Phase[] = [{ ...first, to: start }];
  for (const phase of kept) {
    const to = phase === kept.at(-1) ? 1 : at + (phase.to - phase.from) * stretch;
    phases.push({ ...phase, from: at, to });
    at = to;
  }
  return phases;
}

/** How far a phase has come: 0 before it, 1 after it, eased in between. A phase that is left out is over at once. */
export function progressOf(phases: readonly Phase[], id: PhaseId, fraction: number, delay = 0): number {
  const phase = phases.find((one) => one.id === id);
  if (!phase) return 1;
  const raw = (fraction - delay - phase.from) / (phase.to - phase.from);
  return phase.ease(Math.min(1, Math.max(0, raw)));
}

/** The phase that a fraction of a step stands in. */
export const phaseAt = (phases: readonly Phase[], fraction: number): PhaseId =>
  (phases.find(({ to }) => fraction < to) ?? (phases.at(-1) as Phase)).id;
