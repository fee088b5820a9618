/**
 * The part of the address behind `#` that holds the state of one figure:
 * `#scene=convolution&stride=2&position=83`.
 */
export interface SceneLink {
  readonly scene: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** Longer texts are no link that a figure wrote. A 28×28 grid typed in full takes about 8,000. */
export const LONGEST_LINK = 20_000;

/** Reads a link; undefined when the text names no scene (an ordinary anchor, or nothing). */
export function readLink(hash: string): SceneLink | 'too long' | undefined {
  const text = hash.replace(/^#/, '');
  if (!/(^|&)scene=/.test(text.slice(0, LONGEST_LINK))) return undefined;
  if (text.length > LONGEST_LINK) return 'too long';
  const texts: Record<string, string> = {};
  for (const [key, value] of new URLSearchParams(text)) texts[key] = value;
  const { scene = '', ...rest } = texts;
  return { scene, texts: rest };
}

/** Writes a link (with its leading `#`). Commas stay readable. */
export function writeLink(link: SceneLink): string {
  const search = new URLSearchParams({ scene: link.scene, ...link.texts });
  return `#${search.toString().replaceAll('%2C', ',')}`;
}
