import type { Playable } from '../../../src/playback/figureStore.ts';

// biome-ignore lint/suspicious/noExplicitAny: each scene has parameters and a model of its own
type AnyPlayable = Playable<any, any>;

const MODULES = import.meta.glob<Record<string, unknown>>('../../../src/scenes/*/playable.ts', {
  eager: true,
});

const isPlayable = (value: unknown): value is AnyPlayable =>
  typeof value === 'object' && value !== null && 'specs' in value && 'build' in value;

/** What can be played of every scene, by its name. */
export const playables: ReadonlyMap<string, AnyPlayable> = new Map(
  Object.values(MODULES)
    .flatMap((module) => Object.values(module).filter(isPlayable))
    .map((playable) => [playable.name, playable]),
);
