import { digitNetwork } from '../digits/digitNetwork.ts';
import { FACTS } from './nodes.ts';
import {
  backToSums,
  correlate,
  inner,
  KERNEL,
  padded,
  REACH,
  rectifyAndPool,
  scatter,
} from './paddedMaps.ts';

/*
 * The digit network once more, in float64, for pictures that are changed step by step: only what such a step needs, the
 * scores and the gradient of the picture, in loops for these very shapes (`paddedMaps.ts`). The same numbers as the readable layers make, up
 * to the order of their sums (a test holds it); about thirty times as fast.
 */

let weights: readonly Float64Array[] | undefined;

/** w and b of the two convolutions and of the dense layer. */
export function quickWeights(): readonly [
  w1: Float64Array,
  b1: Float64Array,
  w2: Float64Array,
  b2: Float64Array,
  w3: Float64Array,
  b3: Float64Array,
] {
  weights ??= digitNetwork({ dtype: 'float64', engine: 'plain' }).params.map(({ data }) =>
    Float64Array.from(data),
  );
  return weights as never;
}

/** A layer of which one number is looked at: the sums of a convolution, or the scores. */
export type UnitLayer = 'conv1' | 'conv2' | 'logits';

/** What a pass computed, the way back on demand. */
export interface QuickPass {
  /** 8 × 28 × 28 sums. */
  readonly conv1: Float64Array;
  /** 8 × 14 × 14 numbers. */
  readonly pool1: Float64Array;
  /** 16 × 14 × 14 sums. */
  conv2(): Float64Array;
  /** 784 numbers. */
  pool2(): Float64Array;
  /** Ten scores. */
  logits(): Float64Array;
  /** One sum of the second convolution, without the others. */
  conv2At(f: number, row: number, col: number): number;
  /** Back to the picture from the gradient `upstream` of a layer. */
  back(layer: UnitLayer, upstream: Float64Array): QuickGradients;
}

/** The gradients of a pass, as far as it went: those of the pooled numbers where there was pooling on the way. */
export interface QuickGradients {
  readonly dx: Float64Array;
  readonly dconv1: Float64Array;
  readonly dpool1?: Float64Array;
  readonly dpool2?: Float64Array;
}

/** A function without arguments that computes once. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Sends a picture of 28 × 28 numbers through the network; what lies behind the first pooling only when it is asked for. */
export function quickPass(x: ArrayLike<number>): QuickPass {
  const [w1, b1, w2, b2, w3, b3] = quickWeights();
  const side = FACTS.image.rows;
  const half = side / 2;
  const image = padded(1, side);
  for (let row = 0; row < side; row++)
    for (let col = 0; col < side; col++)
      image.data[(row + REACH) * image.stride + col + REACH] = x[row * side + col]!;
  const conv1 = correlate(image, w1, b1);
  const first = rectifyAndPool(conv1, b1.length, side);
  const conv2 = once(() => correlate(first.to, w2, b2));
  const conv2At = (f: number, row: number, col: number): number => {
    const { maps, stride, data } = first.to;
    let sum = b2[f] as number;
    for (let c = 0; c < maps; c++)
      for (let ky = 0; ky < KERNEL; ky++)
        for (let kx = 0; kx < KERNEL; kx++)
          sum +=
            w2[((f * maps + c) * KERNEL + ky) * KERNEL + kx]! *
            data[(c * stride + row + ky) * stride + col + kx]!;
    return sum;
  };
  const second = once(() => rectifyAndPool(conv2(), b2.length, half));
  const pool2 = once(() => inner(second().to));
  const logits = once(() => {
    const a = pool2();
    return b3.map((bias, k) => {
      let sum = 0;
      for (let i = 0; i < a.length; i++) sum += w3[k * a.length + i]! * a[i]!;
      return sum + bias;
    });
  });
  const throughDense = (upstream: Float64Array): Float64Array => {
    const da = new Float64Array(w3.length / b3.length);
    upstream.forEach((gradient, k) => {
      if (gradient !== 0) for (let i = 0; i < da.length; i++) da[i]! += gradient * w3[k * da.length + i]!;
    });
    return da;
  };
  return {
    conv1,
    pool1: inner(first.to),
    ...{ conv2, conv2At, pool2, logits },
    back(layer, upstream) {
      if (layer === 'conv1') return { dconv1: upstream, dx: scatter(upstream, w1, 1, side) };
      const dpool2 = layer === 'logits' ? throughDense(upstream) : undefined;
      const dconv2 = dpool2 ? backToSums(dpool2, second(), conv2()) : upstream;
      const dpool1 = scatter(dconv2, w2, b1.length, half);
      const dconv1 = backToSums(dpool1, first, conv1);
      return { dx: scatter(dconv1, w1, 1, side), dconv1, dpool1, ...(dpool2 && { dpool2 }) };
    },
  };
}
