import { channelSums, withBias } from './channels.ts';
import type { Conv2dGradients } from './conv2d.ts';
import { type Conv2dGeometry, checkGroups, geometryOf } from './conv2dGeometry.ts';
import { correlate, scatter, weightGradient } from './conv2dLoops.ts';
import { checkRank, checkShape, reject } from './errors.ts';
import { alongAxes, type Pair, resolvePair, resolveWindow, type Sides, transposedSize } from './geometry.ts';
import type { Shape, Tensor } from './tensor.ts';

/** Defaults: stride 1, no padding, dilation 1, no output padding, one group. */
export interface ConvTranspose2dOptions {
  readonly stride?: Pair;
  /** What the mirrored convolution would pad: cut from the output. */
  readonly padding?: Pair | Sides;
  readonly dilation?: Pair;
  /** Rows and columns added to the far side, smaller than the stride or the dilation. */
  readonly outputPadding?: Pair;
  readonly groups?: number;
}

const OP = 'convTranspose2d';

/**
 * The convolution whose input gradient this is: it reads y and makes x, so in the geometry
 * height, width and cin belong to y, outHeight, outWidth and cout to x.
 *
 * @throws Error when a shape or an option does not fit
 */
export function convTranspose2dMirror(
  xShape: Shape,
  wShape: Shape,
  options: ConvTranspose2dOptions = {},
): Conv2dGeometry {
  checkRank(OP, 'x', xShape, 'n, cin, height, width');
  const [batch, cin, h, w] = xShape as [number, number, number, number];
  checkShape(OP, 'w', { shape: wShape }, [cin, 'cout/groups', 'kh', 'kw']);
  const [, groupOut, kh, kw] = wShape as [number, number, number, number];
  const { groups = 1 } = options;
  checkGroups(OP, groups, cin, 'input');
  resolvePair(OP, 'the size of x', [h, w], 1);
  const extra = resolvePair(OP, 'outputPadding', options.outputPadding ?? 0, 0);
  if (typeof options.padding === 'string') reject(OP, 'padding', options.padding, 'given in numbers');
  const path = resolveWindow(OP, [h, w], [kh, kw], options);
  const { stride, dilation, pads } = path;
  for (const axis of [0, 1] as const)
    if (extra[axis] >= Math.max(stride[axis], dilation[axis]))
      reject(OP, 'outputPadding', extra, `smaller than the stride [${stride}] or the dilation [${dilation}]`);
  const size = alongAxes(path, transposedSize, extra);
  if (Math.min(...size) < 1)
    reject(OP, 'padding', pads, `small enough to leave an output, not ${size.join(' × ')}`);
  return geometryOf(OP, { ...path, size }, [h, w], batch, groupOut * groups, cin, groups);
}

/**
 * Transposed convolution: the linear map of {@link conv2d} turned round, that is its input
 * gradient with x in the place of dy, plus a bias (Dumoulin & Visin, arXiv:1603.07285, §4). It
 * recovers the shape of a convolution's input, not its values.
 *
 * @param x [n, cin, height, width]
 * @param w [cin, cout / groups, kh, kw]
 * @param b [cout], or null
 * @returns y [n, cout, stride·(height − 1) + k̂ − top − bottom + outputPadding, …]
 * @throws Error when a shape or an option does not fit
 */
export function convTranspose2d(
  x: Tensor,
  w: Tensor,
  b: Tensor | null = null,
  options: ConvTranspose2dOptions = {},
): Tensor {
  const g = convTranspose2dMirror(x.shape, w.shape, options);
  return withBias(OP, scatter(g, w, x), b).as(x.dtype);
}

/**
 * The gradients of {@link convTranspose2d}: dx is a plain convolution of dy with w, dw slides x
 * over dy, db adds up dy.
 *
 * @param dy [n, cout, outHeight, outWidth]
 * @throws Error when a shape or an option does not fit
 */
export function convTranspose2dBackward(
  x: Tensor,
  w: Tensor,
  dy: Tensor,
  options: ConvTranspose2dOptions = {},
): Conv2dGradients {
  const g = convTranspose2dMirror(x.shape, w.shape, options);
  checkShape(OP, 'dy', dy, g.xShape);
  return {
    dx: correlate(g, dy, w).as(dy.dtype),
    dw: weightGradient(g, dy, x).as(dy.dtype),
    db: channelSums(dy).as(dy.dtype),
  };
}
