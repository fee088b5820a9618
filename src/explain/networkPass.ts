import { createLayers } from '../network/createLayer.ts';
import type { Layer, Mode } from '../network/layer.ts';
import { modeAt } from '../network/passes.ts';
import type { LayerSpec } from '../network/spec.ts';
import { type ChannelStatistics, channelStatistics } from '../tensor/batchNorm2d.ts';
import type { CrossEntropyTarget } from '../tensor/crossEntropy.ts';
import { dropout } from '../tensor/dropout.ts';
import { createRandom } from '../tensor/random.ts';
import type { Reduction } from '../tensor/reduction.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** What went through one layer: x → y forwards and, if the pass came back, dy → dx. */
export interface PassLayer {
  readonly spec: LayerSpec;
  readonly params: readonly Tensor[];
  readonly x: Tensor;
  readonly y: Tensor;
  readonly dy?: Tensor;
  readonly dx?: Tensor;
  /** What dropout multiplied with; absent in evaluation, where it does nothing. */
  readonly mask?: Tensor;
  /** What batch norm normalised with. */
  readonly used?: ChannelStatistics;
  /** The layers of a residual block. */
  readonly inner?: readonly PassLayer[];
}

/** One pass through a network. */
export interface NetworkPass {
  readonly layers: readonly PassLayer[];
  readonly training: boolean;
  /** The loss over the last layer's logits; without it the first gradient was simply given. */
  readonly loss?: { readonly target: CrossEntropyTarget; readonly reduction: Reduction };
}

export interface RecordedTensors {
  readonly layers: readonly Layer[];
  /** The network's input, then the output of each layer. */
  readonly activations: readonly Tensor[];
  /** ∂loss/∂ each of the activations, in the same order. */
  readonly gradients?: readonly Tensor[];
  /** With which the layers went forward: layer i with `modeAt(mode, i)`. */
  readonly mode: Mode;
  readonly loss?: NetworkPass['loss'];
}

/** The pass that a network has just made. Nothing is copied: explain it before the next pass. */
export function networkPass({ layers, activations, gradients, mode, loss }: RecordedTensors): NetworkPass {
  const passed = layers.map((layer, i) => passLayer(layer, i, activations, gradients, mode));
  return { layers: passed, training: mode.training, ...(loss && { loss }) };
}

function passLayer(
  layer: Layer,
  i: number,
  activations: readonly Tensor[],
  gradients: readonly Tensor[] | undefined,
  mode: Mode,
): PassLayer {
  const { spec, params } = layer;
  const own = modeAt(mode, i);
  const [x, y] = activations.slice(i, i + 2) as [Tensor, Tensor];
  const [dx, dy] = gradients?.slice(i, i + 2) ?? [];
  return {
    ...{ spec, params, x, y },
    ...(dx && { dx }),
    ...(dy && { dy }),
    ...(spec.type === 'dropout' && mode.training && { mask: dropout(x, spec.p, own.seed).mask }),
    ...(spec.type === 'batchNorm2d' && { used: statistics(layer, x, mode) }),
    ...(spec.type === 'residual' && { inner: replay(layer, spec.layers, x, dy, own) }),
  };
}

function statistics({ buffers }: Layer, x: Tensor, { training }: Mode): ChannelStatistics {
  const [mean, variance] = buffers as [Tensor, Tensor];
  return training ? channelStatistics(x) : { mean, variance };
}

/** A residual block shows only its sum: its layers go once more, as copies, to show the rest. */
function replay(
  block: Layer,
  specs: readonly LayerSpec[],
  x: Tensor,
  dy: Tensor | undefined,
  mode: Mode,
): readonly PassLayer[] {
  const layers = createLayers(specs, { inShape: block.inShape, random: createRandom(0), dtype: x.dtype });
  copyInto(
    layers.flatMap((layer) => layer.params),
    block.params,
  );
  copyInto(
    layers.flatMap((layer) => layer.buffers),
    block.buffers,
  );
  const activations = [x];
  layers.forEach((layer, i) => {
    activations.push(layer.forward(activations[i] as Tensor, modeAt(mode, i)));
  });
  const gradients = dy && [dy];
  if (gradients)
    for (const layer of [...layers].reverse()) gradients.unshift(layer.backward(gradients[0] as Tensor));
  return networkPass({ layers, activations, mode, ...(gradients && { gradients }) }).layers;
}

function copyInto(to: readonly Tensor[], from: readonly Tensor[]): void {
  to.forEach((t, i) => {
    t.data.set((from[i] as Tensor).data);
  });
}
