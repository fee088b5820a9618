import { DimensionLine } from '../../kit/window/DimensionLine.tsx';
import { kernelExtent } from '../../tensor/geometry.ts';
import type { Geometry } from './geometry.ts';
import { type FieldModel, inside } from './model.ts';
import type { StackLayer } from './stacks.ts';

interface HeldSizesProps {
  readonly model: FieldModel;
  readonly geometry: Geometry;
  /** The parameter whose slider is held. */
  readonly held: string | null;
}

/**
 * What a held slider measures, on the layer below the one that it sets, in units of that layer: what one unit spans,
 * how far the next one is, how much padding stands before the first.
 */
export function HeldSizes({ model, geometry, held }: HeldSizesProps) {
  const { layer } = model.params;
  const { kernel, stride, dilation, padding } = model.layers[layer - 1] as StackLayer;
  const { centre, wide, top, tall, labels } = geometry;
  const [low, high] = inside(model, layer);
  const first = Math.floor((low + high) / 2) * stride - padding;
  const measure = (from: number, length: number) => {
    const left = centre(layer - 1, from) - wide(layer - 1) / 2;
    // Under the row, so that its numbers can be read.
    const y = top(layer - 1) + (labels === 'above' ? tall + 9 : tall / 2);
    return <DimensionLine from={[left, y]} to={[left + length * wide(layer - 1), y]} text={String(length)} />;
  };
  if (held === 'kernel' || held === 'dilation') return measure(first, kernelExtent(kernel, dilation));
  if (held === 'stride') return measure(first, stride);
  return held === 'padding' && padding > 0 ? measure(-padding, padding) : null;
}
