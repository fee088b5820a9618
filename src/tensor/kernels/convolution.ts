import type { Arena } from './arena.ts';
import { TILE } from './correlate.ts';

/** How a stride-1 convolution with a 3 × 3 or 5 × 5 kernel stands in an arena, and how it is computed. */
export interface Convolution {
  readonly k: number;
  readonly cin: number;
  readonly cout: number;
  readonly outHeight: number;
  /** Rows and planes of the padded input. Cells that belong to no image are 0. */
  readonly xRow: number;
  readonly xPlane: number;
  /** Rows and planes of the output, which may end in cells that nobody reads. */
  readonly yRow: number;
  readonly yPlane: number;
  /** Whether Winograd's algorithm is the faster one; if so `side` × `side` outputs are a tile. */
  readonly winograd: boolean;
  readonly side: number;
  readonly down: number;
  readonly across: number;
  /** Tiles of a plane, in whole fours. */
  readonly tiles: number;
  /** Words of the transformed weights, and of scratch; where in the scratch products and rows begin. */
  readonly transformed: number;
  readonly scratch: number;
  readonly products: number;
  readonly rows: number;
}

/** Places of what a convolution needs beside x and y. */
export interface ConvolutionPlaces {
  /** [cout, cin, K, K], and the same after `loadWeights`. */
  readonly w: number;
  readonly u: number;
  /** [cout] */
  readonly b: number;
  readonly scratch: number;
}

/** The length of a row that holds `width` numbers in whole tiles of the direct kernels. */
export const tiled = (width: number): number => Math.ceil(width / TILE) * TILE;

export function layOutConvolution(
  k: number,
  cin: number,
  cout: number,
  outHeight: number,
  outWidth: number,
): Convolution {
  const side = 9 - k;
  const [down, across] = [Math.ceil(outHeight / side), Math.ceil(outWidth / side)];
  const tiles = Math.ceil((down * across) / 4) * 4;
  // In multiply-adds of the direct kernel. The transform of an input tile took as long as about 360 of
  // them, that of an output tile and what goes with it 450 (Node 20, Zen 4).
  const direct = outHeight * tiled(outWidth) * k * k * cin * cout;
  const winograd = tiles * (64 * cin * cout + 360 * cin + 450 * cout) < direct;
  const yRow = tiled(winograd ? across * side : outWidth);
  const yRows = winograd ? down * side : outHeight;
  const xRow = yRow + k - 1;
  const products = 64 * cin * tiles;
  const rows = products + 128 * tiles;
  return {
    ...{ k, cin, cout, outHeight, xRow, yRow, winograd, side, down, across, tiles, products, rows },
    ...{ xPlane: xRow * (yRows + k - 1), yPlane: yRow * yRows },
    transformed: winograd ? 64 * cin * cout : 0,
    scratch: winograd ? rows + 8 * xRow : 0,
  };
}

/** To be called when the weights have changed. */
export function loadWeights(arena: Arena, c: Convolution, at: ConvolutionPlaces): void {
  if (c.winograd) arena.winogradWeights(c, at.w, at.u, at.scratch);
}

/** To be called when the input has changed. */
export function loadInput(arena: Arena, c: Convolution, at: ConvolutionPlaces, x: number): void {
  if (c.winograd) arena.winogradInput(c, x, at.scratch);
}

/** Computes the output planes `co` and, if there is one, `co + 1`, the first of which is written at y. */
export function correlatePair(
  arena: Arena,
  c: Convolution,
  at: ConvolutionPlaces,
  x: number,
  co: number,
  y: number,
): void {
  const { k, cin, cout, xRow, xPlane, yRow, yPlane, outHeight } = c;
  const correlate = k === 3 ? arena.correlate3 : arena.correlate5;
  if (c.winograd) arena.winogradProducts(c, at.u, at.b, co, at.scratch);
  for (let i = 0; i < 2 && co + i < cout; i++) {
    const plane = y + i * yPlane;
    if (c.winograd && arena.winogradOutput(c, i > 0, plane, at.scratch)) continue;
    const w = at.w + (co + i) * cin * k * k;
    correlate(x, xRow, xPlane, cin, w, plane, yRow, outHeight, at.b + co + i);
  }
}
