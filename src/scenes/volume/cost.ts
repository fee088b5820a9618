import { type ExpressionLine, expressionLine } from '../../formula/expression.ts';
import { conv2dCounts } from '../../tensor/counts.ts';
import type { VolumeModel } from './model.ts';

/** One line of the count, by the name that the words give it. */
export interface CostLine {
  readonly id: 'parameters' | 'multiplyAdds' | 'separable' | 'share' | 'rule';
  readonly line: ExpressionLine;
}

/** The layer that the prose speaks of, on a map of 8 × 8 places. */
export const REAL_LAYER = { channels: 64, filters: 128, side: 8 } as const;

interface Layer {
  readonly channels: number;
  readonly filters: number;
  readonly kernel: number;
  readonly groups: number;
  /** Places of the output, along one side. */
  readonly side: number;
}

const layerOf = ({ params, out }: VolumeModel): Layer => {
  const { kernel, groups, channels, filters } = params;
  return params.cost === 'layer'
    ? { ...REAL_LAYER, kernel, groups: 1 }
    : { channels, filters, kernel, groups, side: out };
};

/** Weights, biases and multiply-adds of a layer, counted by the core. */
function count({ channels, filters, kernel, groups, side }: Layer) {
  const size = side + kernel - 1;
  const { parameters, multiplyAdds } = conv2dCounts(
    [1, channels, size, size],
    [filters, channels / groups, kernel, kernel],
    { groups },
  );
  return { parameters, multiplyAdds, weights: parameters - filters };
}

/** What the layer costs, and what it would cost as a depthwise and a 1 × 1 convolution. */
export function costLines(model: VolumeModel): CostLine[] {
  const layer = layerOf(model);
  const { channels: c, filters: f, kernel: k, groups: g, side } = layer;
  const whole = count(layer);
  const full = count({ ...layer, groups: 1 }).weights;
  const depthwise = count({ ...layer, filters: c, groups: c }).weights;
  const pointwise = count({ ...layer, kernel: 1, groups: 1 }).weights;
  const separable = depthwise + pointwise;
  const perFilter = g === 1 ? `${c}` : `(${c} / ${g})`;
  return [
    { id: 'parameters', line: expressionLine(`${f} × ${perFilter} × ${k} × ${k} + ${f}`, whole.parameters) },
    { id: 'multiplyAdds', line: expressionLine(`${whole.weights} × ${side} × ${side}`, whole.multiplyAdds) },
    { id: 'separable', line: expressionLine(`${c} × ${k} × ${k} + ${f} × ${c}`, separable) },
    { id: 'share', line: expressionLine(`${separable} / ${full}`, separable / full) },
    { id: 'rule', line: expressionLine(`1 / ${f} + 1 / ${k ** 2}`, 1 / f + 1 / k ** 2) },
  ];
}
