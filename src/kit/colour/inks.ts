import { oncePerPlace } from './pageTheme.ts';

const INKS = [
  '--ink',
  '--ink-soft',
  '--ink-faint',
  '--line',
  '--ground',
  '--card',
  '--role-input',
  '--role-weight',
  '--role-bias',
  '--role-output',
  '--role-gradient',
] as const;

export type Ink = (typeof INKS)[number];

/** The colours of the page and the face of its interface at an element, for painting. */
export const inksOf = oncePerPlace((element) => {
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  const ink = Object.fromEntries(INKS.map((name) => [name, read(name)])) as Record<Ink, string>;
  return { ink, face: read('--font-ui') };
});
