/** What a link can take away from a figure that stands alone. */
export type EmbedPart = 'controls' | 'bar' | 'caption';

/** What an address asks for that shows one figure alone: `?embed=convolution&theme=dark&controls=none`. */
export interface Embed {
  /** As it was written: there need be no such scene. */
  readonly scene: string;
  readonly theme: 'light' | 'dark' | undefined;
  readonly without: readonly EmbedPart[];
}

/**
 * Reads what stands behind `?`; undefined where no figure is asked for.
 *
 * It stands in every page as text (see `early`): it may use nothing from outside of itself.
 */
export function embedOf(search: string): Embed | undefined {
  const asked = new URLSearchParams(search.slice(0, 2000));
  const scene = asked.get('embed');
  if (scene === null) return undefined;
  const theme = asked.get('theme');
  const parts = ['controls', 'bar', 'caption'] as const;
  return {
    scene,
    theme: theme === 'light' || theme === 'dark' ? theme : undefined,
    without: parts.filter((part) => asked.get(part) === 'none'),
  };
}
