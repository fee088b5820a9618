import { activation, activationBackward } from '../../tensor/activations.ts';
import { conv2d, conv2dBackward } from '../../tensor/conv2d.ts';
import { eachTap } from '../../tensor/conv2dLoops.ts';
import { crossEntropy, crossEntropyBackward } from '../../tensor/crossEntropy.ts';
import { flatten, flattenBackward } from '../../tensor/flatten.ts';
import { linear, linearBackward } from '../../tensor/linear.ts';
import { maxPool2d, maxPool2dBackward } from '../../tensor/maxPool2d.ts';
import { pool2dGeometry } from '../../tensor/pool2dGeometry.ts';
import { type DType, type Tensor, zeros } from '../../tensor/tensor.ts';

/** The tensors that have a gradient, in the order in which a pass forwards meets them. */
export const TENSORS = ['x', 'w', 'b', 'W'] as const;
export type TensorName = (typeof TENSORS)[number];

/**
 * Two pictures, a convolution, ReLU, max pooling, a dense layer, softmax with cross-entropy.
 * x [2, 1, 5, 5] · w [1, 1, 3, 3] · b [1] · W [2, 4]
 */
export type Network = Readonly<Record<TensorName, Tensor>>;

export const SHAPES = { x: [2, 1, 5, 5], w: [1, 1, 3, 3], b: [1], W: [2, 4] } as const;
export const CONV = { stride: 2, padding: 1 } as const;
export const POOL = { kernel: 2, stride: 1 } as const;
/** The right class of each picture. */
export const CLASSES = [0, 1] as const;

export const inFormat = (network: Network, dtype: DType): Network => ({
  x: network.x.as(dtype),
  w: network.w.as(dtype),
  b: network.b.as(dtype),
  W: network.W.as(dtype),
});

export interface Forward {
  /** [2, 1, 3, 3], before and after ReLU. */
  readonly z: Tensor;
  readonly a: Tensor;
  /** [2, 1, 2, 2] and the place in `a` of each maximum. */
  readonly pooled: Tensor;
  readonly argMax: Int32Array;
  /** [2, 2] */
  readonly logits: Tensor;
  /** The loss of each picture, and their mean. */
  readonly losses: Tensor;
  readonly loss: number;
}

/** The pass forwards, each operation's result in the number format of the network. */
export function forward({ x, w, b, W }: Network): Forward {
  const z = conv2d(x, w, b, CONV);
  const a = activation('relu', z);
  const { y: pooled, argMax } = maxPool2d(a, POOL);
  const logits = linear(flatten(pooled), W);
  return {
    ...{ z, a, pooled, argMax, logits },
    losses: crossEntropy(logits, CLASSES, 'none'),
    loss: crossEntropy(logits, CLASSES).data[0] as number,
  };
}

/**
 * What every ReLU and every maximum decided. Between two nudges that decide differently lies a kink, and a difference
 * across it is no slope (CS231n, “Kinks in the objective”).
 */
export const decisions = ({ z, argMax }: Forward): string =>
  `${Array.from(z.data, (value) => (value > 0 ? 1 : 0)).join('')} ${argMax.join()}`;

/** A line of the pass backwards that is written wrong. */
export type Bug = 'none' | 'turn' | 'zeros' | 'mean' | 'gate' | 'tie';

/** The pass backwards, as it should be or with one bug. The loss is a mean, so that ∂logits has the division by 2 already. */
export function backward(network: Network, bug: Bug): Network {
  const { x, w, W } = network;
  const { z, a, pooled, argMax, logits } = forward(network);
  const dense = linearBackward(flatten(pooled), W, crossEntropyBackward(logits, CLASSES));
  const dpooled = flattenBackward(dense.dx, pooled.shape);
  const da = bug === 'tie' ? toAllTied(a, pooled, dpooled) : maxPool2dBackward(dpooled, argMax, a.shape);
  const dz = bug === 'gate' ? da : activationBackward('relu', z, da);
  const { dx, dw, db } = conv2dBackward(x, w, dz, CONV);
  return {
    x: bug === 'turn' ? unturned(network, dz) : bug === 'zeros' ? withoutZeros(network, dz) : dx,
    w: dw,
    b: bug === 'mean' ? db.map((sum) => sum / (x.shape[0] as number)) : db,
    W: dense.dw,
  };
}

/** Every cell of a window that has its maximum gets the whole gradient, not the first alone. */
function toAllTied(a: Tensor, pooled: Tensor, dpooled: Tensor): Tensor {
  const da = zeros(a.shape, a.dtype);
  eachTap(pool2dGeometry('maxPool2d', a.shape, POOL), (o, i) => {
    if (i >= 0 && a.data[i] === pooled.data[o])
      da.data[i] = (da.data[i] as number) + (dpooled.data[o] as number);
  });
  return da;
}

/** A kernel [1, 1, k, k] after half a turn. */
const turned = (w: Tensor): Tensor => w.map((_, i) => w.data[w.size - 1 - i] as number);

/** The gather form with the kernel as it is: what the right form gives for the turned kernel. */
const unturned = ({ x, w }: Network, dz: Tensor): Tensor => conv2dBackward(x, turned(w), dz, CONV).dx;

/** The gather form as it is written for stride 1, ∂z without its zeros. Full padding makes even the shape come out. */
const withoutZeros = ({ w }: Network, dz: Tensor): Tensor => conv2d(dz, turned(w), null, { padding: 'full' });
