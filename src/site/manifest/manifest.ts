import type { Language } from '../../language/language.ts';
import type { Places } from '../addresses/places.ts';
import { ANNOUNCED, type Announced } from './announced.ts';
import { type Chapter, gatherChapters } from './chapters.ts';

/** What the first pass finds out about the article, and every page of the second may use. */
export interface Manifest {
  readonly language: Language;
  /** The chapters that exist, in their order. */
  readonly chapters: readonly Chapter[];
  /** The chapters that are still to come, in their order. */
  readonly announced: readonly Announced[];
  /** How many chapters there will be. */
  readonly total: number;
  /** On which page each id stands. */
  readonly places: Places;
  /** `3.1` by `fig-convolution`, `eq-conv-size`. */
  readonly numbers: ReadonlyMap<string, string>;
}

/** The first pass over all chapters of a language. */
export function buildManifest(language: Language): Manifest {
  const chapters = gatherChapters(language);
  const there = new Set(chapters.map(({ number }) => number));
  const announced = ANNOUNCED.filter(({ number }) => !there.has(number));
  return {
    language,
    chapters,
    announced,
    total: chapters.length + announced.length,
    places: placesOf(chapters),
    numbers: new Map(
      chapters.flatMap(({ figures, equations }) => [
        ...figures.map(({ name, number }) => [`fig-${name}`, number] as const),
        ...equations.map(({ id, number }) => [`eq-${id}`, number] as const),
      ]),
    ),
  };
}

/** @throws Error where two places have the same id */
function placesOf(chapters: readonly Chapter[]): Places {
  const ids: Record<string, number> = {};
  for (const { number, sections, figures, equations } of chapters)
    for (const id of [
      ...sections.map((section) => section.id),
      ...figures.map(({ name }) => `fig-${name}`),
      ...equations.map((equation) => `eq-${equation.id}`),
    ]) {
      if (Object.hasOwn(ids, id))
        throw new Error(`chapters ${ids[id]} and ${number} both have the id "${id}"`);
      ids[id] = number;
    }
  return { chapters: Object.fromEntries(chapters.map(({ number, slug }) => [number, slug])), ids };
}
