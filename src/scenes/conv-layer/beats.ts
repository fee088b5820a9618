import { placeAt } from '../../playback/place.ts';
import type { Beat } from '../../playback/playable.ts';
import type { LayerParams } from './parameters.ts';

/** After so many terms of the one number: its 25 products, the bias, the activation. */
const cell = (done?: number) => ({ stretch: 'cell', done });
const END = 'end' as const;

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<LayerParams>>> = {
  small: { params: { kernels: 'small', padding: 0 }, at: cell() },
  'small-turned': { params: { kernels: 'small', padding: 0, x: [0, 0, 1, 1] }, at: cell() },
  slice: { at: cell(0) },
  products: { at: cell(13) },
  sum: { at: cell(25) },
  bias: { at: cell(26) },
  bend: { at: cell(27) },
  'cut-cell': { params: { row: 7 }, at: cell(27) },
  'half-map': { at: { stretch: 'map', cell: 13 } },
  'one-map': { at: { stretch: 'map' } },
  'next-sums': { at: { stretch: 'maps', cell: 0, done: 1 } },
  'next-map': { at: { stretch: 'maps', cell: 0, done: 2 } },
  'all-maps': { at: END },
  'three-filters': { params: { filters: 3, filter: 0 }, at: END },
  'no-bend': { params: { activation: 'none' }, at: END },
  leaky: { params: { activation: 'leakyRelu' }, at: END },
  sigmoid: { params: { activation: 'sigmoid' }, at: END },
  'by-hand': { params: { kernels: 'byHand', padding: 1, filter: 1 }, at: END },
  'stride-two': { params: { stride: 2, row: 4, col: 8 }, at: END },
  'one-pixel': { at: END, pin: placeAt('x', 8, 16) },
  'one-weight': { at: END, pin: placeAt('w', 3, 0) },
  'one-bias': { at: END, pin: placeAt('b', 0, 0) },
  edges: { params: { kernels: 'edges', padding: 0, filters: 2, filter: 0, row: 2, col: 1 }, at: END },
  corner: { params: { kernels: 'corner', padding: 0, row: 1, col: 1 }, at: END },
};
