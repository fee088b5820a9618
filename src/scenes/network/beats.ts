import type { NodeName } from '../../kit/digitPass/nodes.ts';
import type { Beat } from '../../playback/playable.ts';
import type { NetworkParams } from './parameters.ts';

const forward = (layer: number) => ({ stretch: `f${layer}` });
const backward = (layer: number) => ({ stretch: `b${layer}` });
const pin = (grid: NodeName | `d${NodeName}`, plane: number, row: number, col: number) => ({
  ...{ grid, plane, row, col },
});

/** A small 3 in the upper left corner of the pad: ten short lines, in hundredths. */
const CORNER = [17, 17, 21, 13, 28, 12, 33, 16, 31, 22, 25, 26, 32, 29, 35, 35, 30, 41, 22, 42, 16, 38];

/** The number that the chapter takes apart, and one that ReLU shuts. */
const OPEN = [4, 6, 10] as const;
const SHUT = [3, 6, 2] as const;

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<NetworkParams>>> = {
  picture: { at: forward(1), pin: pin('image', 0, 14, 14) },
  'first-maps': { at: forward(1) },
  relu: { at: forward(2) },
  pool: { at: forward(3) },
  'second-maps': { at: forward(4) },
  'last-maps': { at: forward(6) },
  scores: { at: forward(7), pin: pin('logits', 0, 3, 0) },
  shares: { at: forward(8), pin: pin('probs', 0, 3, 0) },
  'one-number': { at: forward(4), pin: pin('conv2', ...OPEN) },
  'one-map': { params: { tile: 5 }, at: forward(4), pin: pin('conv2', ...OPEN) },
  'one-relu': { at: forward(5), pin: pin('relu2', ...OPEN) },
  'one-pooled': { at: forward(6), pin: pin('pool2', 4, 3, 5) },
  'right-class': { params: { label: 3 }, at: backward(8), pin: pin('dlogits', 0, 3, 0) },
  'wrong-class': { at: backward(8), pin: pin('dlogits', 0, 8, 0) },
  'back-one': { at: backward(5), pin: pin('dconv2', ...OPEN) },
  'back-shut': { at: backward(5), pin: pin('dconv2', ...SHUT) },
  'back-convolution': { at: backward(4) },
  'back-picture': { at: backward(1) },
  'pixel-back': { at: backward(1), pin: pin('dimage', 0, 14, 14) },
  corner: { params: { strokes: CORNER, centred: false, label: 3 }, at: forward(8) },
  'corner-centred': { params: { strokes: CORNER, label: 3 }, at: forward(8) },
};
