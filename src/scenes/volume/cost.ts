import { thousands } from '../../formula/numbers.ts';
import type { Text } from '../../language/language.ts';
import { conv2dCounts } from '../../tensor/counts.ts';
import type { VolumeModel } from './model.ts';
import { groupCounts } from './parameters.ts';
import { REAL_LAYER } from './realLayer.ts';
import { groupsNote } from './words.ts';

/** What a layer costs, counted by the core. */
export interface Costs {
  readonly channels: number;
  readonly filters: number;
  readonly kernel: number;
  readonly groups: number;
  /** Weights and biases. */
  readonly parameters: number;
  readonly multiplyAdds: number;
  /** Weights of the ordinary layer, and of the depthwise and the 1 × 1 one that can do its work. */
  readonly ordinary: number;
  readonly depthwise: number;
  readonly pointwise: number;
}

export function costsOf({ params, out }: VolumeModel): Costs {
  const layer = params.cost === 'layer' ? { ...params, ...REAL_LAYER, groups: 1 } : { ...params, side: out };
  const { channels, filters, kernel, groups } = layer;
  const count = (f: number, g: number, k: number) => {
    const size = layer.side + k - 1;
    return conv2dCounts([1, channels, size, size], [f, channels / g, k, k], { groups: g }, false);
  };
  const itself = count(filters, groups, kernel);
  return {
    ...{ channels, filters, kernel, groups },
    parameters: itself.parameters + filters,
    multiplyAdds: itself.multiplyAdds,
    ordinary: count(filters, 1, kernel).parameters,
    depthwise: count(channels, channels, kernel).parameters,
    pointwise: count(filters, 1, 1).parameters,
  };
}

/** The count of the layer as a formula, and its price as two cheap layers in a sentence. */
export function sizesOf(
  model: VolumeModel,
  held: string | null,
): { readonly tex: string; readonly sentence: Text } {
  const { channels, filters, kernel, groups, parameters, multiplyAdds, depthwise, pointwise } =
    costsOf(model);
  const depth = groups === 1 ? String(channels) : `\\tfrac{${channels}}{${groups}}`;
  const total = thousands(parameters).replace(',', '{,}');
  const work = thousands(multiplyAdds);
  const pair = thousands(depthwise + pointwise);
  const counts = groupCounts(model.params);
  const price = {
    en: `Weights and biases. ${work} multiply-adds. Depthwise and pointwise: ${pair} weights.`,
    zh: `权重与偏置的个数。乘加 ${work} 次。逐通道加逐点卷积：${pair} 个权重。`,
  };
  return {
    tex: `${filters}\\cdot ${depth}\\cdot ${kernel}^2+${filters}=\\mathbf{${total}}`,
    sentence:
      held === 'groups' || (held === null && counts.length === 1) ? both(price, groupsNote(counts)) : price,
  };
}

const both = (a: Text, b: Text): Text => ({ en: `${a.en} ${b.en}`, zh: a.zh + b.zh });
