import type { Beat, Playable } from '../../playback/figureStore.ts';
import { ROW_COUNT } from './count.ts';
import { build, type ExplosionModel, type ExplosionParams, specs } from './model.ts';

interface BeatRecipe {
  readonly params?: Partial<ExplosionParams>;
  /** Rows of the count; default: all. */
  readonly position?: number;
}

const PHONE = { format: 5, neurons: 1000, kernel: 3, filters: 64, measure: 'parameters' } as const;

const BEATS: Readonly<Record<string, BeatRecipe>> = {
  digit: { params: { ...PHONE, format: 0 }, position: 4 },
  crop: { params: { ...PHONE, format: 2 }, position: 4 },
  pixels: { params: PHONE, position: 1 },
  inputs: { params: PHONE, position: 2 },
  weights: { params: PHONE, position: 3 },
  memory: { params: { ...PHONE, measure: 'bytes' }, position: 5 },
  'one-neuron': { params: { ...PHONE, neurons: 1 }, position: 4 },
  filter: { params: PHONE, position: 7 },
  convolution: { params: PHONE, position: 9 },
  ratio: { params: PHONE },
  work: { params: { ...PHONE, measure: 'multiplyAdds' } },
  'small-budget': { params: { neurons: 1000, budget: 5 } },
  'million-budget': { params: { neurons: 1000, budget: 9 } },
  'large-budget': { params: { neurons: 1000, budget: 13 } },
  'whole-photo': { params: { neurons: 1000, budget: 15 } },
};

/** The names that the prose can point at. */
export const BEAT_NAMES = Object.keys(BEATS);

function beatNamed(name: string): Beat<ExplosionParams> | undefined {
  const recipe = Object.hasOwn(BEATS, name) ? BEATS[name] : undefined;
  return recipe && { params: recipe.params ?? {}, position: recipe.position ?? ROW_COUNT };
}

export const parameterExplosion: Playable<ExplosionParams, ExplosionModel> = {
  name: 'parameter-explosion',
  specs,
  constrain: (params) => params,
  build,
  total: () => ROW_COUNT,
  rest: () => ROW_COUNT,
  beats: beatNamed,
};
