import type { ParamRules } from './parameters/table.ts';
import type { GridShape, Place } from './place.ts';
import type { ResourceSpecs, Resources } from './resources.ts';
import type { Track, TrackPoint } from './track.ts';

/**
 * A named state that the prose can point at. It is whole: the defaults, and what it names. So it shows what its
 * sentence says whatever was set before.
 */
export interface Beat<P> {
  readonly params?: Partial<P>;
  /** A point of the track, or `end`; default: the position at rest. */
  readonly at?: TrackPoint | 'end' | undefined;
  readonly pin?: Place | undefined;
}

/** What the player has to know of a scene. It knows no operation, no React and no DOM. */
export interface Playable<P, M, R = unknown> extends ParamRules<P> {
  readonly name: string;
  readonly resources?: ResourceSpecs<R, P> | undefined;
  /** Everything that is computed from the parameters. Pure. */
  build(params: P, resources: Resources<R>): M;
  /** The steps of the figure; null: there is nothing to step through. */
  track?(model: M): Track;
  /** The point at rest, before the reader does anything; default: the end. */
  rest?(model: M): TrackPoint | 'end';
  /** The grids in which cells can be pinned. */
  grids(model: M): readonly GridShape[];
  readonly beats?: Readonly<Record<string, Beat<P>>> | undefined;
}
