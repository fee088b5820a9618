import type { Track } from '../../playback/track.ts';

/** A part of the bar, as shares of its width. */
export interface BarPart {
  readonly start: number;
  readonly width: number;
}

/** No stretch gets less than this share of the bar: it has to be seen and hit. */
const LEAST = 0.04;

/** How wide each stretch stands on the bar: by its steps, but none too small to be hit. Shares add up to 1. */
export function barLayout(track: Track): readonly BarPart[] {
  const steps = track.stretches.map((stretch) => stretch.steps);
  const wanted = steps.map((count) => Math.max(count, track.total * LEAST));
  const whole = wanted.reduce((sum, share) => sum + share, 0);
  let start = 0;
  return wanted.map((share) => {
    const part = { start, width: share / whole };
    start += part.width;
    return part;
  });
}

/** Where a position stands on the bar, 0 … 1. */
export function shareOf(track: Track, position: number): number {
  const parts = barLayout(track);
  const at = Math.max(
    0,
    track.stretches.findLastIndex(({ start }) => start <= position),
  );
  const { start, steps } = track.stretches[at] as Track['stretches'][number];
  const part = parts[at] as BarPart;
  return part.start + part.width * Math.min(1, (position - start) / steps);
}

/** The whole position at a share of the bar. */
export function positionAt(track: Track, share: number): number {
  const parts = barLayout(track);
  const at = Math.max(
    0,
    parts.findLastIndex(({ start }) => start <= share),
  );
  const { start, steps } = track.stretches[at] as Track['stretches'][number];
  const part = parts[at] as BarPart;
  const inside = Math.min(1, Math.max(0, (share - part.start) / part.width));
  return start + Math.round(inside * steps);
}
