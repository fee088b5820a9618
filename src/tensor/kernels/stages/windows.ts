import type { Conv2dGeometry } from '../../conv2dGeometry.ts';
import type { Box } from '../plan/box.ts';

/** The windows of a pooling over one channel: which cells of x each reads, padding left out. */
export interface Windows {
  /** The places of the windows' results in the box of y. */
  readonly results: Int32Array;
  /** Window i reads the cells `cells[starts[i]] … cells[starts[i + 1] − 1]` of the box of x. */
  readonly starts: Int32Array;
  readonly cells: Int32Array;
}

export function windowsOf(
  { kh, kw, rows, cols, outHeight, outWidth }: Conv2dGeometry,
  x: Box,
  y: Box,
): Windows {
  const results = new Int32Array(outHeight * outWidth);
  const starts = new Int32Array(results.length + 1);
  const cells: number[] = [];
  for (let i = 0; i < results.length; i++) {
    const [oy, ox] = [Math.floor(i / outWidth), i % outWidth];
    results[i] = y.first + oy * y.row + ox * y.col;
    for (let ky = 0; ky < kh; ky++)
      for (let kx = 0; kx < kw; kx++) {
        const [iy, ix] = [rows[oy * kh + ky]!, cols[ox * kw + kx]!];
        if (iy >= 0 && ix >= 0) cells.push(x.first + iy * x.row + ix * x.col);
      }
    starts[i + 1] = cells.length;
  }
  return { results, starts, cells: Int32Array.from(cells) };
}
