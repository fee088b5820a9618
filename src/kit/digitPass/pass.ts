import { type NetworkPass, networkPass } from '../../explain/networkPass.ts';
import type { Model } from '../../network/model.ts';
import { crossEntropy, crossEntropyBackward } from '../../tensor/crossEntropy.ts';
import { softmax } from '../../tensor/softmax.ts';
import { type Tensor, tensor, zeros } from '../../tensor/tensor.ts';
import { magnitude } from '../colour/valueScale.ts';
import { SIDE } from '../digits/centre.ts';
import { digitNetwork } from '../digits/digitNetwork.ts';
import { FACTS, NODES, type NodeName, numberOf } from './nodes.ts';
import { lossSlopes } from './quickLoss.ts';

/** What is gone back from: the loss of a class, its score, or its share. */
export type Asked = 'loss' | 'score' | 'share';

/** One pass of the digit network, forwards and back from the loss, the score or the share of a class, in float64. */
export interface DigitPass {
  /** Bytes, 28 × 28. */
  readonly pixels: Uint8Array;
  /** The class whose loss, score or share it is. */
  readonly label: number;
  readonly of: Asked;
  readonly pass: NetworkPass;
  /** w and b of the two convolutions and of the dense layer. */
  readonly weights: readonly Tensor[];
  /** What each node holds, and the gradient of what is asked with respect to it; the shares have that of their scores. */
  readonly values: Readonly<Record<NodeName, Tensor>>;
  readonly gradients: Readonly<Record<NodeName, Tensor>>;
  /** Where the colours of a node are full. */
  readonly most: Readonly<Record<NodeName, readonly [value: number, gradient: number]>>;
  /** −ln of the class's share. */
  readonly loss: number;
  /** The class with the largest share. */
  readonly best: number;
}

let shared: Model | undefined;
function trained(): Model {
  shared ??= digitNetwork({ dtype: 'float64', engine: 'plain' });
  return shared;
}

/** The numbers of a node among a pass's activations: flattening, which only renames, stands before the scores. */
const recorded = (node: NodeName): number => numberOf(node) + (node === 'logits' ? 1 : 0);

/** The gradient of what is asked with respect to the ten scores. */
function atScores(logits: Tensor, label: number, of: Asked): Tensor {
  if (of === 'loss') return crossEntropyBackward(logits, [label]);
  const gradient = zeros(logits.shape, logits.dtype);
  gradient.data.set(of === 'score' ? scoreSlopes(label) : shareSlopes(softmax(logits).data, label));
  return gradient;
}

const scoreSlopes = (label: number): number[] =>
  Array.from({ length: FACTS.logits.rows }, (_, k) => (k === label ? 1 : 0));

/** ∂q/∂z: q(1 − q) at the class itself, −q·qₖ elsewhere; that is, −q times the slopes of −ln q. */
function shareSlopes(shares: ArrayLike<number>, label: number): Float64Array {
  const own = shares[label] as number;
  return lossSlopes(shares, label).map((slope) => own * -slope);
}

interface Forwards {
  readonly pixels: Uint8Array;
  readonly logits: Tensor;
  readonly activations: readonly Tensor[];
}

/** The last picture of the trained network, whose weights stay as they are: another class goes back from the same numbers. */
let last: Forwards | undefined;

function forwards(model: Model, pixels: Uint8Array): Forwards {
  if (model === shared && last && sameBytes(last.pixels, pixels)) return last;
  const x = tensor(
    [1, 1, SIDE, SIDE],
    Array.from(pixels, (byte) => byte / 255),
    'float64',
  );
  const logits = model.forward(x);
  const made = { pixels: pixels.slice(), logits, activations: model.activations() };
  if (model === shared) last = made;
  return made;
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.every((byte, i) => byte === b[i]);

/**
 * Sends a picture through the network, and the loss, the score or the share of a class back.
 *
 * @param pixels 28 × 28 bytes, 255 where there is full ink
 * @param label the class, 0 to 9
 * @param options.model of the same layers with other weights, in float64; default: the trained one
 * @param options.learns whether the gradients of its weights are wanted too: they are in its `grads`
 */
export function digitPass(
  pixels: Uint8Array,
  label: number,
  {
    of = 'loss',
    model = trained(),
    learns = false,
  }: { readonly of?: Asked; readonly model?: Model; readonly learns?: boolean } = {},
): DigitPass {
  const { logits, activations } = forwards(model, pixels);
  const slopes = atScores(logits, label, of);
  if (learns) model.backward(slopes);
  const all = learns ? model.activationGradients() : model.gradientsFrom(slopes);
  const { layers, params: weights } = model;
  const probs = softmax(logits);
  const each = <T>(make: (node: NodeName) => T) =>
    Object.fromEntries(NODES.map((node) => [node, make(node)])) as Record<NodeName, T>;
  const values = each((node) => (node === 'probs' ? probs : (activations[recorded(node)] as Tensor)));
  const gradients = each((node) => all[recorded(node === 'probs' ? 'logits' : node)] as Tensor);
  return {
    ...{ pixels, label, of, weights, values, gradients },
    pass: networkPass({
      ...{ layers, activations, gradients: all, mode: { training: false, seed: 0 } },
      ...(of === 'loss' && { loss: { target: [label], reduction: 'mean' } }),
    }),
    most: each((node) => [magnitude(values[node].data), magnitude(gradients[node].data)]),
    loss: crossEntropy(logits, [label]).data[0] as number,
    best: probs.data.indexOf(Math.max(...probs.data)),
  };
}
