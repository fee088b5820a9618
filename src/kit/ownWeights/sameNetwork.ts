import type { LayerSpec, NetworkSpec } from '../../network/spec.ts';

/** What a layer does when its description is silent. */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  conv2d: { stride: 1, padding: 0, dilation: 1, groups: 1, padMode: 'zeros', bias: true },
  linear: { bias: true },
  batchNorm2d: { momentum: 0.1, eps: 1e-5 },
};

/** Layers that are not there when a network is read, not trained. */
const IDLE: readonly LayerSpec['type'][] = ['dropout'];

const written = ({ input, layers }: NetworkSpec): string =>
  JSON.stringify([input, layers.filter(({ type }) => !IDLE.includes(type)).map(whole)]);

/** A layer with its defaults, its parts in one order. */
function whole(layer: LayerSpec): unknown {
  const parts = Object.entries({ ...DEFAULTS[layer.type], ...layer });
  return parts.filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * Whether two descriptions are the same network to whoever reads with it, in whatever words; one may have a layer more that is
 * idle.
 */
export const sameNetwork = (a: NetworkSpec, b: NetworkSpec): boolean =>
  Math.abs(a.layers.length - b.layers.length) <= 1 && written(a) === written(b);
