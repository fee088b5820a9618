import { digitNetwork, type LayerSpec, type NetworkSpec } from '../../src/network/spec.ts';

const relu = { type: 'activation', name: 'relu' } as const;
const pool = { type: 'maxPool2d', kernel: 2 } as const;
const end: readonly LayerSpec[] = [{ type: 'flatten' }, { type: 'linear', out: 10 }];
const conv = (out: number, kernel: number, more: object = {}) =>
  ({ type: 'conv2d', out, kernel, padding: (kernel - 1) / 2, ...more }) as const;
const norm = { type: 'batchNorm2d' } as const;

const digits = (...layers: LayerSpec[]): NetworkSpec => ({ input: [1, 28, 28], layers: [...layers, ...end] });

/** Small networks for digits of 28 × 28: W1, and six that are unlike it in one thing each. */
export const NETWORKS = {
  digit: digitNetwork(),
  stride: digits(conv(8, 5, { stride: 2 }), relu, conv(16, 5, { stride: 2 }), relu),
  pointwise: digits(conv(8, 5), relu, pool, conv(32, 1), relu, conv(16, 1), relu, pool),
  depthwise: digits(conv(16, 3), relu, pool, conv(16, 3, { groups: 16 }), relu, conv(32, 1), relu, pool),
  seven: digits(conv(8, 7), relu, pool, conv(16, 7), relu, pool),
  average: digits(conv(8, 5), relu, { type: 'avgPool2d', kernel: 2 }, conv(16, 5), relu, {
    type: 'avgPool2d',
    kernel: 2,
  }),
  norm: digits(conv(8, 3), norm, relu, pool, conv(16, 3), norm, relu, pool, conv(32, 3), norm, relu),
} as const satisfies Record<string, NetworkSpec>;

export type NetworkName = keyof typeof NETWORKS;

/** What a network is called in the report. */
export const TITLES: Readonly<Record<NetworkName, string>> = {
  digit: 'W1: 5 × 5, max pooling, twice',
  stride: 'stride 2 in place of pooling',
  pointwise: '5 × 5, then two of 1 × 1',
  depthwise: '3 × 3, then depthwise and 1 × 1',
  seven: '7 × 7',
  average: 'average pooling',
  norm: 'three 3 × 3 with batch norm',
};
