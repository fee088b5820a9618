import type { Random } from '../tensor/random.ts';
import { type DType, type Shape, type Tensor, zeros } from '../tensor/tensor.ts';
import type { LayerSpec } from './spec.ts';

/** What a forward pass is for. */
export interface Mode {
  /** Whether dropout drops and batch norm uses the batch's own statistics. */
  readonly training: boolean;
  /** What dropout draws from; the same seed drops the same cells. */
  readonly seed: number;
}

/**
 * A layer of a network: a plain object that owns its parameters and remembers of the last forward pass
 * what the backward pass needs.
 */
export interface Layer {
  readonly spec: LayerSpec;
  /** Shapes of one sample, without the batch axis. */
  readonly inShape: Shape;
  readonly outShape: Shape;
  /** Learned; changed in place by an optimizer. */
  readonly params: readonly Tensor[];
  /** ∂loss/∂params, in the same order; each backward pass writes them anew. */
  readonly grads: readonly Tensor[];
  /** Kept and saved but not learned (the running statistics of batch norm). */
  readonly buffers: readonly Tensor[];
  /** The layers inside, of a residual block. */
  readonly inner?: readonly Layer[];
  /** @param x [n, …inShape] · @returns y [n, …outShape] */
  forward(x: Tensor, mode: Mode): Tensor;
  /** Writes `grads`. @param dy [n, …outShape] · @returns dx of the x that went forward last */
  backward(dy: Tensor): Tensor;
  /** dx alone: `grads` stay as they are, and are not computed where that saves work. */
  backwardInput(dy: Tensor): Tensor;
}

/** Where a layer starts from. */
export interface LayerSite {
  readonly inShape: Shape;
  /** Draws the first weights. */
  readonly random: Random;
  readonly dtype: DType;
  /** Whether convolutions are computed by the plain loops too; by default in float32 by kernels. */
  readonly plain?: boolean;
}

/** Makes layers from their descriptions. They throw an Error when one is not valid, or does not fit its input. */
export type Makers<Types extends LayerSpec['type']> = {
  readonly [Type in Types]: (spec: LayerSpec & { readonly type: Type }, site: LayerSite) => Layer;
};

/** What owns tensors: one layer, or several. */
export type Owner = Pick<Layer, 'params' | 'grads' | 'buffers'>;

/** The way back of one pass: from dy to dx and the gradients of the parameters. */
type Back = (dy: Tensor) => readonly [dx: Tensor, ...grads: Tensor[]];

/** A forward pass, which says how to come back; and how to come back to dx alone, where that is less work. */
export type Pass = (
  x: Tensor,
  mode: Mode,
) => readonly [y: Tensor, back: Back, backInput?: (dy: Tensor) => Tensor];

/** A layer from its forward pass. @param owned what it learns; by default nothing */
export function layerOf(
  spec: LayerSpec,
  inShape: Shape,
  outShape: Shape,
  pass: Pass,
  owned: Partial<Owner> = {},
): Layer {
  const { params = [], buffers = [], grads = params.map((p) => zeros(p.shape, p.dtype)) } = owned;
  let last: { readonly back: Back; readonly backInput: (dy: Tensor) => Tensor } | undefined;
  const passed = () => {
    if (!last) throw new Error(`${spec.type}.backward: there was no forward pass to go back from`);
    return last;
  };
  return {
    ...{ spec, inShape, outShape, params, grads, buffers },
    forward(x, mode) {
      const [y, back, backInput = (dy: Tensor) => back(dy)[0]] = pass(x, mode);
      last = { back, backInput };
      return y;
    },
    backward(dy) {
      const [dx, ...made] = passed().back(dy);
      overwrite(grads, made);
      return dx;
    },
    backwardInput: (dy) => passed().backInput(dy),
  };
}

/** Copies numbers into tensors that others hold on to. */
export function overwrite(tensors: readonly Tensor[], from: readonly Pick<Tensor, 'data'>[]): void {
  tensors.forEach((t, i) => {
    t.data.set(from[i]?.data ?? []);
  });
}

/** What a saved model consists of: all parameters, then all buffers. */
export function stateOf({ params, buffers }: Omit<Owner, 'grads'>): Tensor[] {
  return [...params, ...buffers];
}

/** All that the layers own. */
export function ownedBy(layers: readonly Layer[]): Owner {
  return {
    params: layers.flatMap((layer) => layer.params),
    grads: layers.flatMap((layer) => layer.grads),
    buffers: layers.flatMap((layer) => layer.buffers),
  };
}
