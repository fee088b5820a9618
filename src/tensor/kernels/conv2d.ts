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
import { type Arena, giveRegion, takeRegion } from './arena.ts';
import { correlatePair, layOutConvolution, loadInput, loadWeights, tiled } from './convolution.ts';

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
  const [top, left] = g.pads;
  const from = { data: x.data, planes: g.cin, height: g.height, width: g.width };
  const to = { data: y.data, planes: g.cout, height: g.outHeight, width: g.outWidth };
  correlateImages(g.batch, from, to, g.kh, top, left, w.data, b?.data ?? null);
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
  const from = { data: dy.data, planes: g.cout, height: g.outHeight, width: g.outWidth };
  const to = { data: dx.data, planes: g.cin, height: g.height, width: g.width };
  correlateImages(g.batch, from, to, g.kh, g.kh - 1 - top, g.kh - 1 - left, turned(w.data, g), null);
  return { dx, dw: weightGradient(x, w, dy, g), db: conv2dBackwardBias(dy) };
}

interface Planes {
  readonly data: TypedArray;
  readonly planes: number;
  readonly height: number;
  readonly width: number;
}

function correlateImages(
  batch: number,
  x: Planes,
  y: Planes,
  k: number,
  top: number,
  left: number,
  w: TypedArray,
  b: TypedArray | null,
): void {
  const c = layOutConvolution(k, x.planes, y.planes, y.height, y.width);
  const region = takeRegion(
    x.planes * c.xPlane + w.length + y.planes + c.transformed + c.scratch + 2 * c.yPlane,
  );
  const { arena, start: X } = region;
  const W = X + x.planes * c.xPlane;
  const B = W + w.length;
  const at = { w: W, b: B, u: B + y.planes, scratch: B + y.planes + c.transformed };
  const Y = at.scratch + c.scratch;
  arena.a.set(w, W);
  if (b) arena.a.set(b, B);
  loadWeights(arena, c, at);
  for (let n = 0; n < batch; n++) {
    copyIn(arena, X + top * c.xRow + left, c.xRow, c.xPlane, x, n);
    loadInput(arena, c, at, X);
    for (let co = 0; co < y.planes; co++) {
      if (co % 2 === 0) correlatePair(arena, c, at, X, co, Y);
      const from = Y + (co % 2) * c.yPlane;
      const plane = (n * y.planes + co) * y.height;
      for (let oy = 0; oy < y.height; oy++)
        for (let ox = 0; ox < y.width; ox++)
          y.data[(plane + oy) * y.width + ox] = arena.a[from + oy * c.yRow + ox] as number;
    }
  }
  giveRegion(region);
}

function weightGradient(x: Tensor, w: Tensor, dy: Tensor, g: Conv2dGeometry): Tensor {
  const k = g.kh;
  const yRow = tiled(g.outWidth);
  const yPlane = yRow * g.outHeight;
  const xRow = yRow + k - 1;
  const xPlane = xRow * (g.outHeight + k - 1);
  const region = takeRegion(g.cin * xPlane + w.size + g.cout * yPlane);
  const { arena, start: X } = region;
  const DW = X + g.cin * xPlane;
  const DY = DW + w.size;
  const add = k === 3 ? arena.weightGradient3 : arena.weightGradient5;
  const inside = X + g.pads[0] * xRow + g.pads[1];
  const [xs, ys] = [
    { data: x.data, planes: g.cin, height: g.height, width: g.width },
    { data: dy.data, planes: g.cout, height: g.outHeight, width: g.outWidth },
  ];
  for (let n = 0; n < g.batch; n++) {
    copyIn(arena, inside, xRow, xPlane, xs, n);
    copyIn(arena, DY, yRow, yPlane, ys, n);
    for (let co = 0; co < g.cout; co++)
      add(X, xRow, xPlane, g.cin, DW + co * g.cin * k * k, DY + co * yPlane, yRow, yRow, g.outHeight);
  }
  const dw = zeros(w.shape);
  dw.data.set(arena.a.subarray(DW, DW + w.size));
  giveRegion(region);
  return dw;
}

/** Copies image n into rows and planes of the arena; what stands between them is left as it is. */
function copyIn(arena: Arena, to: number, row: number, plane: number, x: Planes, n: number): void {
  let i = n * x.planes * x.height * x.width;
  for (let c = 0; c < x.planes; c++)
    for (let y = 0; y < x.height; y++, i += x.width)
      arena.a.set(x.data.subarray(i, i + x.width), to + c * plane + y * row);
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
