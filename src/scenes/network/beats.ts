import type { NodeName } from '../../kit/digitPass/nodes.ts';
import type { Beat } from '../../playback/playable.ts';
import type { NetworkParams } from './parameters.ts';

const forward = (layer: number) => ({ stretch: `f${layer}` });
const backward = (layer: number) => ({ stretch: `b${layer}` });
const pin = (grid: NodeName | `d${NodeName}`, plane: number, row: number, col: number) => ({
  ...{ grid, plane, row, col },
});

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<NetworkParams>>> = {
  input: { at: forward(1), pin: pin('image', 0, 14, 14) },
  'first-maps': { at: forward(1) },
  'first-number': { at: forward(1), pin: pin('conv1', 3, 12, 14) },
  relu: { at: forward(2) },
  pool: { at: forward(3) },
  'second-maps': { at: forward(4) },
  'one-number': { at: forward(4), pin: pin('conv2', 11, 7, 5) },
  'last-maps': { at: forward(6) },
  scores: { at: forward(7) },
  'one-score': { at: forward(7), pin: pin('logits', 0, 3, 0) },
  shares: { at: forward(8) },
  'right-class': { params: { label: 3 }, at: backward(8), pin: pin('dlogits', 0, 3, 0) },
  'wrong-class': { at: backward(8), pin: pin('dlogits', 0, 8, 0) },
  'back-to-maps': { at: backward(7) },
  'back-gate': { at: backward(5) },
  'back-one': { at: backward(4) },
  'back-picture': { at: backward(1) },
};
