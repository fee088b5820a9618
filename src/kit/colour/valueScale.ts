import type { CSSProperties } from 'react';

/** The largest magnitude of some numbers, for a scale whose zero is the neutral middle. At least 1e-12. */
export function magnitude(...groups: readonly ArrayLike<number>[]): number {
  let largest = 0;
  for (const group of groups)
    for (let i = 0; i < group.length; i++) {
      const size = Math.abs(group[i] as number);
      if (size > largest && Number.isFinite(size)) largest = size;
    }
  return Math.max(largest, 1e-12);
}

/** −1 … 1 on the diverging scale; a number that is not finite has no place on it. */
export function strength(value: number, max: number): number {
  if (!Number.isFinite(value)) return 0;
  return Math.min(1, Math.max(-1, value / max));
}

/**
 * The colour of a value, as CSS: hue by sign, mixed into the neutral by strength. The theme decides
 * the colours, so a change of theme repaints nothing.
 */
export function valueColor(value: number, max: number): string {
  const s = strength(value, max);
  const percent = Math.round(Math.abs(s) * 100);
  if (percent === 0) return 'var(--value-zero)';
  return `color-mix(in oklab, var(--value-${s > 0 ? 'positive' : 'negative'}) ${percent}%, var(--value-zero))`;
}

/** The same as a style that a figure's CSS may still override. */
export const valueStyle = (value: number, max: number): CSSProperties =>
  ({ '--value': valueColor(value, max) }) as CSSProperties;
