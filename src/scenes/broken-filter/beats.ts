import { only } from '../../kit/ablation/breaks.ts';
import { FIRST_LAYER } from '../../kit/digits/firstLayer.ts';
import { placeAt } from '../../playback/place.ts';
import type { Beat } from '../../playback/playable.ts';
import type { BrokenParams } from './parameters.ts';

const second = (index: number): number => 8 + index;
const broken = (...filters: number[]) => ({ broken: only(...filters), filter: filters[0] as number });

/** A kernel of the first layer with all signs changed. */
const opposite = (filter: number): readonly number[] =>
  FIRST_LAYER[filter]?.weights.map((weight) => -weight) ?? [];

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<BrokenParams>>> = {
  whole: { params: { broken: 0 } },
  nothing: { params: broken(second(11)) },
  ones: { params: broken(second(15)) },
  'one-share': { params: { broken: 0 }, pin: placeAt('share', 1, second(15) - 8) },
  frozen: { params: { ...broken(second(15)), how: 'frozen' } },
  better: { params: broken(second(15), second(11)) },
  'two-first': { params: broken(1, 3) },
  signs: { params: { broken: 0, filter: 6, weights: opposite(6) } },
};
