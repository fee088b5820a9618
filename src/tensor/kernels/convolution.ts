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
  /** Rows and planes of the output, which may end in cells that nobody reads. TILE words are free behind the last. */
  readonly yRow: number;
  readonly yPlane: number;
  /** Tiles of a plane where Winograd's algorithm is the faster one, in whole fours; otherwise 0. */
  readonly tiles: number;
  /** Outputs along a side of a tile, and how many tiles stand one below, one beside another. */
  readonly side: number;
  readonly down: number;
  readonly across: number;
  /** Words of the transformed weights, and of scratch: [2, 64, tiles], [64, cin, tiles] and 8 rows. */
  readonly transformed: number;
  readonly scratch: number;
}

/** Places of what a convolution needs beside its planes. */
export interface ConvolutionPlaces {
  /** [cout, cin, K, K], and what `winogradWeights` makes of them. */
  readonly w: number;
  readonly u: number;
  /** [cout] */
  readonly b: number;
  readonly scratch: number;
}

export function layOutConvolution(
  k: number,
  cin: number,
  cout: number,
  outHeight: number,
  outWidth: number,
): Convolution {
  const side = 9 - k;
  const down = Math.ceil(outHeight / side);
  const across = Math.ceil(outWidth / side);
  const whole = wholes(down * across, 4);
  // In multiply-adds of the direct kernel: as many as take as long as a tile's transforms and a product (Zen 4).
  const direct = outHeight * wholes(outWidth, TILE) * k * k * cin * cout;
  const fast = down * across * (380 * cin + 580 * cout) + whole * 77 * cin * cout;
  // Large pictures have no room for their tiles in the arena.
  const tiles = fast < direct && cin * whole < 2 ** 14 ? whole : 0;
  const yRow = tiles ? across * side : outWidth;
  const yRows = tiles ? down * side : outHeight;
  const xRow = yRow + k - 1;
  return {
    ...{ k, cin, cout, outHeight, xRow, yRow, tiles, side, down, across },
    xPlane: xRow * (yRows + k - 1),
    yPlane: yRow * yRows,
    transformed: tiles && 64 * cin * cout,
    scratch: 64 * (cin + 2) * tiles + 8 * xRow,
  };
}

function wholes(count: number, size: number): number {
  return Math.ceil(count / size) * size;
}

/**
 * Computes the output planes `co` and, if there is one, `co + 1`, the first of which is written at y.
 * `winogradWeights` and `winogradInput` come first.
 */
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
  arena.winogradProducts(c, at, co);
  for (let i = 0; i < 2 && co + i < cout; i++) {
    const plane = y + i * yPlane;
    if (arena.winogradOutput(c, at, co + i, plane)) continue;
    correlate(x, xRow, xPlane, cin, at.w + (co + i) * cin * k * k, plane, yRow, outHeight, at.b + co + i);
  }
}
