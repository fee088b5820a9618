import type { Place } from '../../playback/place.ts';
import { type Box, middleOf } from '../stage/boxes.ts';
import type { Point } from '../window/curve.ts';

/** A connection between two nodes. It stands for a cell of another grid, its weight. */
export interface NetworkLine {
  readonly from: Place;
  readonly to: Place;
  /** The cell of its weight: pointing at the line points at it. */
  readonly weight: Place;
  readonly value: number;
  /**
   * `idle`: nothing is said of it; `pending`: its product is still to come; `source`: goes into the sum; `active`: this
   * very product; `reached`: where the asked number goes; `quiet`: it has no part in what is asked.
   */
  readonly state: 'quiet' | 'idle' | 'pending' | 'source' | 'active' | 'reached';
  /** What is printed on it, such as its weight. */
  readonly label?: string | undefined;
  /** How far along the line it is printed, 0 … 1; default: near where the line comes from, or its end where that is asked. */
  readonly labelAt?: number | undefined;
  /** 1: it is there; 0: it is cut; in between while it fades. Default: 1. */
  readonly presence?: number | undefined;
  /** One of the hues that tell shared weights apart, from 0. */
  readonly hue?: number | undefined;
}

/** Lines further back are named first. */
export const LAYERING: readonly NetworkLine['state'][] = [
  'quiet',
  'idle',
  'pending',
  'source',
  'reached',
  'active',
];

/** How far along its line, from middle to middle, a label stands: near where it comes from, or near what it reaches. */
export const LABEL_AT = { source: 0.34, reached: 0.66 } as const;

/** Where a line's label stands. */
export const labelAt = ({ state, labelAt: at }: Pick<NetworkLine, 'state' | 'labelAt'>): number =>
  at ?? (state === 'reached' ? LABEL_AT.reached : LABEL_AT.source);

/** Where on its line a label stands. */
export const labelPoint = (from: Box, to: Box, at: number): Point =>
  along([middleOf(from), middleOf(to)], at);

/** From the edge of one node to the edge of the other. */
export function endsOf(from: Box, to: Box): readonly [Point, Point] {
  const [a, b] = [middleOf(from), middleOf(to)];
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  if (length === 0) return [a, b];
  const part = (of: Box): number => Math.min(0.5, of.width / 2 / length);
  return [along([a, b], part(from)), along([a, b], 1 - part(to))];
}

/** The point of a line at 0 ≤ t ≤ 1. */
export const along = ([a, b]: readonly [Point, Point], t: number): Point => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
];

/** How thick a line is, in pixels. @param max the weight of the thickest */
export const thickness = (value: number, max: number): number => 1 + 3.6 * Math.min(1, Math.abs(value) / max);
