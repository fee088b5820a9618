import { conv2dGeometry } from '../tensor/conv2dGeometry.ts';
import { hasKernels } from '../tensor/kernels/conv2d.ts';
import type { Block } from '../tensor/kernels/layout.ts';
import { createPlan, type Plan } from '../tensor/kernels/plan.ts';
import { pool2dGeometry } from '../tensor/pool2dGeometry.ts';
import type { Layer } from './layer.ts';

/**
 * The plan in which the layers run; null where they do not fit one. They do when they are
 * convolutions for which there are kernels, each with or without ReLU and touching 2 × 2 max pooling,
 * and dense layers with or without ReLU, all in float32.
 */
export function planFor(layers: readonly Layer[]): Plan | null {
  const blocks: { -readonly [Key in keyof Block]: Block[Key] }[] = [];
  for (const layer of layers) {
    const { spec, inShape, params, grads } = layer;
    const last = blocks.at(-1);
    if (params.some(({ dtype }) => dtype !== 'float32')) return null;
    if (spec.type === 'linear') blocks.push({ params, grads });
    else if (spec.type === 'conv2d') {
      const conv = conv2dGeometry([1, ...inShape], params[0]?.shape ?? [], spec);
      if (!hasKernels(conv)) return null;
      blocks.push({ conv, params, grads });
    } else if (last && spec.type === 'activation' && spec.name === 'relu') last.rectify = true;
    else if (last && !last.pool && poolsPairs(layer)) last.pool = 2;
    // To flatten moves nothing.
    else if (spec.type !== 'flatten') return null;
  }
  return blocks.length > 0 ? createPlan(blocks, layers.at(-1)?.outShape ?? []) : null;
}

/** Max pooling of 2 × 2 windows that touch and neither pad nor overhang. */
function poolsPairs({ spec, inShape }: Layer): boolean {
  if (spec.type !== 'maxPool2d') return false;
  const g = pool2dGeometry('maxPool2d', [1, ...inShape], spec);
  const pairs = [...g.kernel, ...g.stride].every((side) => side === 2);
  const plain = g.dilation.every((d) => d === 1) && g.pads.every((pad) => pad === 0);
  return pairs && plain && 2 * g.outHeight <= g.height && 2 * g.outWidth <= g.width;
}
