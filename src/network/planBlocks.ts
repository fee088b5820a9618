import { conv2dGeometry } from '../tensor/conv2dGeometry.ts';
import { tilesFit } from '../tensor/kernels/conv2d.ts';
import { type Convolution, layOutConvolution } from '../tensor/kernels/convolution.ts';
import { pool2dGeometry } from '../tensor/pool2dGeometry.ts';
import type { Shape } from '../tensor/tensor.ts';
import type { Layer } from './layer.ts';

interface Layers {
  /** Which layers these are: first to last. */
  readonly first: number;
  readonly last: number;
  /** The first, which has the weights, and the output of the last. */
  readonly layer: Layer;
  readonly outShape: Shape;
  readonly rectify: boolean;
}

/** A convolution with the ReLU and the max pooling behind it, which run as one. */
export interface ConvBlock extends Layers, Convolution {
  readonly kind: 'conv';
  /** The first cell of the padded input that is not padding. */
  readonly inside: number;
  /** Side of the pooling window; 1 where there is none. */
  readonly pool: number;
}

/** A dense layer with the ReLU behind it. */
export interface DenseBlock extends Layers {
  readonly kind: 'dense';
  readonly ins: number;
  readonly outs: number;
}

export type Block = ConvBlock | DenseBlock;

/**
 * The network as blocks that the fast plan can run: convolutions whose tiles fit, each with or without
 * ReLU and touching max-pooling windows; then, flattened, dense layers with or without ReLU. `null` for
 * every other network: that one runs layer by layer.
 */
export function planBlocks(layers: readonly Layer[]): Block[] | null {
  const blocks: Block[] = [];
  let i = 0;
  while (layers[i]?.spec.type === 'conv2d') {
    const block = convBlock(layers, i);
    if (!block) return null;
    blocks.push(block);
    i = block.last + 1;
  }
  if (layers[i]?.spec.type === 'flatten') i++;
  else if (blocks.length > 0) return null;
  const dense = i;
  while (layers[i]?.spec.type === 'linear') {
    const rectify = isRelu(layers[i + 1]);
    const layer = layers[i] as Layer;
    const { inShape, outShape } = layer;
    const sizes = { ins: inShape[0] as number, outs: outShape[0] as number };
    blocks.push({ kind: 'dense', first: i, last: i + Number(rectify), layer, outShape, ...sizes, rectify });
    i += 1 + Number(rectify);
  }
  return i > dense && i === layers.length ? blocks : null;
}

function convBlock(layers: readonly Layer[], first: number): ConvBlock | null {
  const layer = layers[first] as Layer;
  const { spec } = layer;
  if (spec.type !== 'conv2d') return null;
  const g = conv2dGeometry([1, ...layer.inShape], layer.params[0]?.shape ?? [], spec);
  if (!tilesFit(g)) return null;
  // ReLU before max pooling and after it are the same: the largest number decides.
  let [last, rectify, pool] = [first, false, 1];
  for (;;) {
    const next = layers[last + 1];
    const side = pool === 1 ? touchingPool(next) : 0;
    if (!rectify && isRelu(next)) rectify = true;
    else if (side > 1) pool = side;
    else break;
    last++;
  }
  const c = layOutConvolution(g.kh, g.cin, g.cout, g.outHeight, g.outWidth);
  return {
    ...c,
    ...{ kind: 'conv', first, last, layer, outShape: (layers[last] as Layer).outShape, rectify, pool },
    inside: g.pads[0] * c.xRow + g.pads[1],
  };
}

function isRelu(layer: Layer | undefined): boolean {
  return layer?.spec.type === 'activation' && layer.spec.name === 'relu';
}

/** The side of square pooling windows that touch and neither pad nor overhang; 0 for anything else. */
function touchingPool(layer: Layer | undefined): number {
  if (layer?.spec.type !== 'maxPool2d') return 0;
  const g = pool2dGeometry('maxPool2d', [1, ...layer.inShape], layer.spec);
  const touching = g.kh === g.kw && g.stride.every((s) => s === g.kh) && g.dilation.every((d) => d === 1);
  const inside =
    g.pads.every((pad) => pad === 0) && g.outHeight * g.kh <= g.height && g.outWidth * g.kw <= g.width;
  return touching && inside ? g.kh : 0;
}
