import { sameNetwork } from '../../../../kit/ownWeights/sameNetwork.ts';
import type { LayerSpec, NetworkSpec } from '../../../../network/spec.ts';
import { type Architecture, networkOf } from '../../../../worker/settings.ts';

/** Units of a hidden dense layer for each of the settings' filters, as `networkOf` has them. */
const UNITS = 8;

/** What can be set. */
const MOST_FILTERS = 16;
const KERNELS = [1, 3, 5, 7];
const STRIDES = [1, 2];

/** The settings that make a network, found by what it is made of and then made to see; null: none do. */
export function architectureOf(spec: NetworkSpec): Architecture | null {
  const { layers } = spec;
  const all = <Type extends LayerSpec['type']>(type: Type) =>
    layers.filter((layer): layer is LayerSpec & { readonly type: Type } => layer.type === type);
  const [first] = all('conv2d');
  const [hidden] = all('linear');
  const [activation] = all('activation');
  const [dropout] = all('dropout');
  if (!hidden || !activation) return null;
  const count = all('conv2d').length;
  const found: Architecture = {
    filters: first ? first.out : hidden.out / UNITS,
    kernel: typeof first?.kernel === 'number' ? first.kernel : 1,
    stride: typeof first?.stride === 'number' ? first.stride : 1,
    pooling: all('maxPool2d').length > 0 ? 'max' : all('avgPool2d').length > 0 ? 'average' : 'none',
    activation: activation.name,
    convolutions: count === 2 ? 2 : count === 1 ? 1 : 0,
    batchNorm: all('batchNorm2d').length > 0,
    dropout: dropout?.p ?? 0,
  };
  const fits =
    Number.isInteger(found.filters) &&
    found.filters <= MOST_FILTERS &&
    KERNELS.includes(found.kernel) &&
    STRIDES.includes(found.stride);
  if (!fits) return null;
  try {
    return sameNetwork(networkOf(found), spec) ? found : null;
  } catch {
    return null;
  }
}
