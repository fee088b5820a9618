import {
  type Conv2dGradients,
  type Conv2dOptions,
  conv2dBackwardBias,
  conv2d as plainConv2d,
  conv2dBackward as plainConv2dBackward,
} from '../conv2d.ts';
import { type Conv2dGeometry, conv2dGeometry } from '../conv2dGeometry.ts';
import { checkShape } from '../errors.ts';
import { type Tensor, type TypedArray, zeros } from '../tensor.ts';
import { giveRegion, takeRegion } from './arena.ts';
import { correlatePair, layOutConvolution } from './convolution.ts';
import { TILE } from './correlate.ts';
import { copy, copyIn, copyOut } from './planes.ts';

type Sizes = readonly [number, number, number, number];

/** Whether the tiles fit: a 3 × 3 or 5 × 5 kernel, stride and dilation 1, one group, zeros around. */
export function tilesFit(g: Conv2dGeometry): boolean {
  const square = g.kh === g.kw && (g.kh === 3 || g.kh === 5);
  const ordinary = [...g.stride, ...g.dilation, g.groups].every((value) => value === 1);
  return square && ordinary && g.padMode === 'zeros';
}

/** The same as {@link plainConv2d}, faster where the tiles fit and all numbers are float32. */
export function conv2d(x: Tensor, w: Tensor, b: Tensor | null = null, options: Conv2dOptions = {}): Tensor {
  const g = conv2dGeometry(x.shape, w.shape, options);
  if (!tilesFit(g) || !inFloat32(x, w, b)) return plainConv2d(x, w, b, options);
  if (b) checkShape('conv2d', 'b', b, [g.cout]);
  const y = zeros([g.batch, g.cout, g.outHeight, g.outWidth]);
  correlateImages(x, y, g.kh, g.pads[0], g.pads[1], w.data, b);
  return y;
}

/**
 * The same as {@link plainConv2dBackward}, faster where the tiles fit. The input gradient is the gather form:
 * dy, padded by K − 1 − p, correlated with the kernels turned by 180° and their channel axes swapped.
 */
export function conv2dBackward(
  x: Tensor,
  w: Tensor,
  dy: Tensor,
  options: Conv2dOptions = {},
): Conv2dGradients {
  const g = conv2dGeometry(x.shape, w.shape, options);
  // Tiles multiply zeros that the plain loops leave out; with a number that is not finite they would show.
  const fits = tilesFit(g) && inFloat32(x, w, dy) && allFinite(x.data) && allFinite(w.data);
  if (!fits || g.pads.some((pad) => pad >= g.kh)) return plainConv2dBackward(x, w, dy, options);
  checkShape('conv2d', 'dy', dy, [g.batch, g.cout, g.outHeight, g.outWidth]);
  const dx = zeros(x.shape);
  const [top, left] = g.pads;
  correlateImages(dy, dx, g.kh, g.kh - 1 - top, g.kh - 1 - left, turned(w.data, g), null);
  return { dx, dw: weightGradient(x, w, dy, g), db: conv2dBackwardBias(dy) };
}

function correlateImages(
  x: Tensor,
  y: Tensor,
  k: number,
  top: number,
  left: number,
  w: TypedArray,
  b: Tensor | null,
): void {
  const [batch, cin, height, width] = x.shape as Sizes;
  const [, cout, outHeight, outWidth] = y.shape as Sizes;
  const c = layOutConvolution(k, cin, cout, outHeight, outWidth);
  const region = takeRegion(
    cin * c.xPlane + w.length + cout + c.transformed + c.scratch + 2 * c.yPlane + TILE,
  );
  const { arena, start: X } = region;
  const W = X + cin * c.xPlane;
  const B = W + w.length;
  const at = { w: W, b: B, u: B + cout, scratch: B + cout + c.transformed };
  const Y = at.scratch + c.scratch;
  const inside = { place: X + top * c.xRow + left, row: c.xRow, plane: c.xPlane };
  const from = { ...inside, planes: cin, rows: height, cols: width };
  const to = { place: Y, row: c.yRow, plane: 0, planes: 1, rows: outHeight, cols: outWidth };
  arena.a.set(w, W);
  if (b) arena.a.set(b.data, B);
  arena.winogradWeights(c, at);
  for (let n = 0; n < batch; n++) {
    copyIn(arena, x, n, from);
    arena.winogradInput(c, at, X);
    for (let co = 0; co < cout; co++) {
      if (co % 2 === 0) correlatePair(arena, c, at, X, co, Y);
      copyOut(arena, y, n * cout + co, to, (co % 2) * c.yPlane);
    }
  }
  giveRegion(region);
}

/** From a list of the dy that are not zero: see `sparseKernels`. */
function weightGradient(x: Tensor, w: Tensor, dy: Tensor, g: Conv2dGeometry): Tensor {
  const { cin, kh: k, height, width, outWidth } = g;
  const area = g.outHeight * outWidth;
  const row = outWidth + k - 1;
  const plane = row * (g.outHeight + k - 1);
  const region = takeRegion(cin * plane + w.size + area);
  const { arena, start: X } = region;
  const { a, at } = arena;
  const DW = X + cin * plane;
  const list = DW + w.size;
  const from = { place: X + g.pads[0] * row + g.pads[1], row, plane, planes: cin, rows: height, cols: width };
  const add = k === 3 ? arena.weightGradientAt3 : arena.weightGradientAt5;
  for (let n = 0; n < g.batch; n++) {
    copyIn(arena, x, n, from);
    for (let co = 0; co < g.cout; co++) {
      let end = list;
      for (let i = 0; i < area; i++) {
        const value = dy.data[(n * g.cout + co) * area + i] as number;
        if (value === 0) continue;
        a[end] = value;
        at[end++] = i + Math.floor(i / outWidth) * (k - 1);
      }
      add(list, end - list, X, row, plane, cin, DW + co * cin * k * k);
    }
  }
  const dw = zeros(w.shape);
  copy(a, DW, dw.data, 0, dw.size);
  giveRegion(region);
  return dw;
}

/** [cin, cout, K, K], every kernel turned by 180°. */
function turned(w: TypedArray, { cin, cout, kh, kw }: Conv2dGeometry): TypedArray {
  const area = kh * kw;
  const result = new Float64Array(w.length);
  for (let co = 0; co < cout; co++)
    for (let ci = 0; ci < cin; ci++)
      for (let i = 0; i < area; i++)
        result[(ci * cout + co) * area + area - 1 - i] = w[(co * cin + ci) * area + i] as number;
  return result;
}

function inFloat32(...tensors: (Tensor | null)[]): boolean {
  return tensors.every((t) => !t || t.dtype === 'float32');
}

/** v − v is 0 for a finite number and NaN for the rest. */
function allFinite(data: TypedArray): boolean {
  let sum = 0;
  for (const v of data) sum += v - v;
  return sum === 0;
}
