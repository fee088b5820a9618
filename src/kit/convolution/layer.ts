import { type Conv2dOptions, conv2d, conv2dBackward } from '../../tensor/conv2d.ts';
import { kernelExtent, type PadMode, resolvePadding, type Sides, unreadSize } from '../../tensor/geometry.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';

/** The sizes of a convolution whose rows and columns are treated alike. */
export interface SquareSizes {
  /** Rows of the input, rows of the kernel. */
  readonly input: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
}

/** A convolution forwards, in float64: [N, C, H, W] and [F, C, k, k]. */
export interface ForwardLayer {
  readonly options: Conv2dOptions;
  /** Padding: top, left, bottom, right. */
  readonly sides: Sides;
  /** k̂: the rows that the kernel spans, holes included. */
  readonly extent: number;
  /** The side of the output. */
  readonly out: number;
  /** Trailing rows of the padded input that no window reads. */
  readonly unread: number;
  readonly x: Tensor;
  readonly w: Tensor;
  readonly b: Tensor | null;
  readonly y: Tensor;
}

/** The same with its gradients. */
export interface LayerGradients {
  readonly dy: Tensor;
  readonly dx: Tensor;
  readonly dw: Tensor;
  readonly db: Tensor;
}

/** One channel, one picture: a square of numbers, row by row. */
export const square = (side: number, values: ArrayLike<number>): Tensor =>
  tensor([1, 1, side, side], values, 'float64');

/** The same padding on all four sides. */
export const evenSides = (padding: number): Sides => [padding, padding, padding, padding];

/** The four sides of “same”: o = ⌈i / s⌉, the odd row goes after (TensorFlow's rule). */
export function sameSides({ input, kernel, stride, dilation }: SquareSizes): Sides {
  const pair = (n: number): [number, number] => [n, n];
  const [before, after] = resolvePadding('same', {
    size: pair(input),
    kernel: pair(kernel),
    stride: pair(stride),
    dilation: pair(dilation),
  }).slice(1, 3) as [number, number];
  return [before, before, after, after];
}

/** The side of the output: ⌊(i + p₀ + p₁ − k̂) / s⌋ + 1 (Dumoulin & Visin 2016, relationship 15). */
export function outputSide(
  { input, kernel, stride, dilation }: SquareSizes,
  [before, , after]: Sides,
): number {
  return Math.floor((input + before + after - kernelExtent(kernel, dilation)) / stride) + 1;
}

/** Runs a square convolution. @param tensors x [N, C, i, i], w [F, C, k, k], b [F] or null */
export function forwardLayer(
  sizes: SquareSizes,
  sides: Sides,
  { x, w, b }: { readonly x: Tensor; readonly w: Tensor; readonly b: Tensor | null },
  padMode: PadMode = 'zeros',
): ForwardLayer {
  const { input, kernel, stride, dilation } = sizes;
  const options: Conv2dOptions = { stride, dilation, padding: sides, padMode };
  const y = conv2d(x, w, b, options);
  return {
    options,
    sides,
    extent: kernelExtent(kernel, dilation),
    out: y.shape[2] as number,
    unread: unreadSize(input, kernel, stride, sides[0], sides[2], dilation),
    x,
    w,
    b,
    y,
  };
}

/** Its gradients for an upstream gradient of the output's shape. */
export function layerGradients({ x, w, options }: ForwardLayer, dy: Tensor): LayerGradients {
  return { dy, ...conv2dBackward(x, w, dy, options) };
}
