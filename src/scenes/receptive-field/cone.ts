import type { Range } from './facts.ts';
import type { StackLayer } from './stacks.ts';

/** What a unit sees of its own layer and of all below it, down to the pixels. */
export function coneOf(layers: readonly StackLayer[], layer: number, unit: number): Range[] {
  const ranges: Range[] = [[unit, unit]];
  for (let l = layer; l > 0; l--) {
    const { kernel, stride, dilation, padding } = layers[l - 1] as StackLayer;
    const [first, last] = ranges[0] as Range;
    ranges.unshift([first * stride - padding, last * stride - padding + dilation * (kernel - 1)]);
  }
  return ranges;
}
