import type { GradientClaim } from '../../kit/check/gradients.ts';
import { createTrack, type Track } from '../../playback/track.ts';
import { buildChains, type Chains, chainClaims } from './chains.ts';
import { buildLayer, type Layer, layerClaims } from './layer.ts';
import type { GatesParams } from './parameters.ts';
import { WORDS } from './words.ts';

export type Pass = 'forward' | 'backward' | 'chains';

/** What the parameters show: one layer, or chains of many. */
export interface GatesModel {
  readonly params: GatesParams;
  readonly layer: Layer;
  readonly chains: Chains;
  readonly track: Track<Pass>;
}

export function build(params: GatesParams): GatesModel {
  return { params, layer: buildLayer(params), chains: buildChains(params), track: trackOf(params) };
}

function trackOf({ show, size, depth }: GatesParams): Track<Pass> {
  const back = { terms: 1, name: WORDS.backward, role: 'gradient' } as const;
  if (show === 'deep') return createTrack<Pass>([{ id: 'chains', cells: depth, ...back }]);
  const cells = size * size;
  return createTrack<Pass>([
    { id: 'forward', cells, terms: 1, name: WORDS.forward },
    { id: 'backward', cells, ...back },
  ]);
}

/** The gradients of what is shown, each with its loss. */
export const gradientsOf = ({ params, layer, chains }: GatesModel): GradientClaim[] =>
  params.show === 'one' ? layerClaims(params, layer) : chainClaims(params, chains);
