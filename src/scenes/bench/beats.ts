import type { Beat } from '../../playback/playable.ts';
import type { BenchParams } from './parameters.ts';

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<BenchParams>>> = {};
