import { giveRegion } from '../tensor/kernels/arena.ts';
import { copyIn, copyOut, type View } from '../tensor/kernels/planes.ts';
import { type Tensor, zeros } from '../tensor/tensor.ts';
import type { Layer } from './layer.ts';
import { type ConvBlock, planBlocks } from './planBlocks.ts';
import { layOut, type PlacedBlock } from './planLayout.ts';
import { blockBackward, blockForward, clearGrads, loadParams, storeGrads } from './planPasses.ts';

/**
 * A network laid out once in an arena: every number of a forward and a backward pass has its place, so
 * that training allocates nothing but the logits. Numbers inside are double precision; parameters
 * come in and gradients go out as the float32 tensors of the layers.
 */
export interface Plan {
  /** How many samples fit. */
  readonly slots: number;
  /** @param x [n, …], n ≤ slots · @returns logits [n, outs] */
  forward(x: Tensor): Tensor;
  /** Writes the `grads` of the layers, for the samples of the last forward pass. */
  backward(dLogits: Tensor): void;
  /** The output of layer i in the last forward pass; undefined where the plan does not write it down. */
  activation(i: number): Tensor | undefined;
  /** ∂loss/∂(output of layer i) after the backward pass; undefined where the plan does not write it down. */
  gradient(i: number): Tensor | undefined;
  /** Hands its memory back at once, not when the garbage collector comes. */
  dispose(): void;
}

/** Hands a stretch of an arena back when nobody holds its plan any more. */
const plans = new FinalizationRegistry(giveRegion);

/** A plan for batches of up to `slots` samples, or null where the layers do not fit one. */
export function createPlan(layers: readonly Layer[], slots: number): Plan | null {
  const found = planBlocks(layers);
  if (!found || found.some(({ layer }) => layer.params[0]?.dtype !== 'float32')) return null;
  const layout = layOut(found, slots);
  const { blocks, slot, input, region } = layout;
  const { arena } = region;
  const last = blocks[blocks.length - 1] as PlacedBlock;
  let samples = 0;

  const tensorOf = (view: View, layer: number): Tensor => {
    const t = zeros([samples, ...(layers[layer] as Layer).outShape]);
    for (let n = 0; n < samples; n++) copyOut(arena, t, n, view, n * slot);
    return t;
  };

  const plan: Plan = {
    slots,
    forward(x) {
      samples = x.shape[0] as number;
      const logits = zeros([samples, last.out.planes]);
      loadParams(arena, layout);
      for (let n = 0; n < samples; n++) {
        copyIn(arena, x, n, input, n * slot);
        for (let i = 0; i < blocks.length; i++) blockForward(arena, blocks[i] as PlacedBlock, n * slot);
        copyOut(arena, logits, n, last.out, n * slot);
      }
      return logits;
    },
    backward(dLogits) {
      clearGrads(arena, layout);
      for (let n = 0; n < samples; n++) {
        copyIn(arena, dLogits, n, last.dout, n * slot);
        for (let i = blocks.length - 1; i >= 0; i--)
          blockBackward(arena, blocks[i] as PlacedBlock, i > 0, n * slot);
      }
      storeGrads(arena, layout);
    },
    activation(i) {
      const block = blocks.find(({ block }) => block.last === i);
      if (block) return tensorOf(block.out, i);
      const conv = blocks.find(({ block }) => block.kind === 'conv' && block.first === i);
      return conv && tensorOf(convOutput(conv), i);
    },
    gradient(i) {
      const block = blocks.find(({ block }) => block.last === i);
      return block && tensorOf(block.dout, i);
    },
    dispose() {
      plans.unregister(plan);
      giveRegion(region);
    },
  };
  plans.register(plan, region, plan);
  return plan;
}

/** A convolution's output before ReLU and pooling. */
function convOutput({ block, at }: PlacedBlock): View {
  const [planes, rows, cols] = block.layer.outShape as [number, number, number];
  const { yRow: row, yPlane: plane } = block as ConvBlock;
  return { place: at.y, row, plane, planes, rows, cols };
}
