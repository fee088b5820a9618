import { type Conv2dGradients, conv2dBackwardBias } from './conv2d.ts';
import { type Conv2dGeometry, windowTaps } from './conv2dGeometry.ts';
import { correlateInto, scatterInput, weightGradientInto } from './conv2dLoops.ts';
import { checkRank, checkShape, checkWhole, reject } from './errors.ts';
import { type Pair, resolvePadding, resolvePair, type Sides, transposedSize } from './geometry.ts';
import { arrayOf, type Shape, Tensor, zeros } from './tensor.ts';

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
  checkRank(OP, 'w', wShape, 'cin, cout/groups, kh, kw');
  const [batch, cin, h, w] = xShape as [number, number, number, number];
  const [wIn, groupOut, kh, kw] = wShape as [number, number, number, number];
  const { groups = 1 } = options;
  checkWhole(OP, 'groups', groups, 1);
  if (cin % groups !== 0) reject(OP, 'groups', groups, `a divisor of the ${cin} input channels`);
  if (wIn !== cin) reject(OP, 'the shape of w', wShape, `[${cin}, cout/groups, kh, kw]`);
  if (kh < 1 || kw < 1 || h < 1 || w < 1)
    reject(OP, 'the size of x and w', `${h} × ${w} and ${kh} × ${kw}`, 'at least 1 × 1');
  const stride = resolvePair(OP, 'stride', options.stride ?? 1, 1);
  const dilation = resolvePair(OP, 'dilation', options.dilation ?? 1, 1);
  const extra = resolvePair(OP, 'outputPadding', options.outputPadding ?? 0, 0);
  for (const axis of [0, 1] as const)
    if (extra[axis] >= Math.max(stride[axis], dilation[axis]))
      reject(OP, 'outputPadding', extra, `smaller than the stride [${stride}] or the dilation [${dilation}]`);
  if (typeof options.padding === 'string') reject(OP, 'padding', options.padding, 'given in numbers');
  const sizes = { size: [h, w], kernel: [kh, kw], stride, dilation } as const;
  const pads = resolvePadding(options.padding ?? 0, sizes, OP);
  const height = transposedSize(h, kh, stride[0], pads[0], pads[2], dilation[0], extra[0]);
  const width = transposedSize(w, kw, stride[1], pads[1], pads[3], dilation[1], extra[1]);
  if (height < 1 || width < 1)
    reject(OP, 'padding', pads, `small enough to leave an output, not ${height} × ${width}`);
  return windowTaps(OP, {
    batch,
    cin: groupOut * groups,
    height,
    width,
    cout: cin,
    groups,
    groupIn: groupOut,
    groupOut: cin / groups,
    kh,
    kw,
    outHeight: h,
    outWidth: w,
    stride,
    dilation,
    pads,
    padMode: 'zeros',
  });
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
  if (b) checkShape(OP, 'b', b, [g.cin]);
  const sums = scatterInput(g, w.data, x.data);
  const plane = g.height * g.width;
  if (b)
    for (let i = 0; i < sums.length; i++)
      sums[i] = (sums[i] as number) + (b.data[Math.floor(i / plane) % g.cin] as number);
  return new Tensor([g.batch, g.cin, g.height, g.width], arrayOf(x.dtype, sums));
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
  checkShape(OP, 'dy', dy, [g.batch, g.cin, g.height, g.width]);
  const dx = zeros(x.shape, dy.dtype);
  correlateInto(dx.data, g, dy.data, w.data, null);
  const dw = zeros(w.shape, dy.dtype);
  weightGradientInto(dw.data, g, dy.data, x.data);
  return { dx, dw, db: conv2dBackwardBias(dy) };
}
