/*
 * The loops of the quick pass, over maps that lie in a border of zeros: 5 × 5 kernels with padding 2, stride 1; ReLU with
 * 2 × 2 pooling; and the way back through both.
 */

/** The side of the kernels of both convolutions. */
export const KERNEL = 5;
/** How far a kernel reaches beyond its middle: the border. */
export const REACH = 2;

/** Square maps with a border of zeros, in which a kernel can stand anywhere. */
export interface Padded {
  readonly maps: number;
  readonly side: number;
  readonly stride: number;
  readonly data: Float64Array;
}

/** Maps of zeros. */
export const padded = (maps: number, side: number): Padded => {
  const stride = side + 2 * REACH;
  return { maps, side, stride, data: new Float64Array(maps * stride * stride) };
};

/** The inner cells of padded maps. */
export function inner({ maps, side, stride, data }: Padded): Float64Array {
  const cells = new Float64Array(maps * side * side);
  for (let m = 0; m < maps; m++)
    for (let row = 0; row < side; row++) {
      const from = (m * stride + row + REACH) * stride + REACH;
      cells.set(data.subarray(from, from + side), (m * side + row) * side);
    }
  return cells;
}

/** Filters that go over the maps together: what is read once serves all four. */
const TOGETHER = 4;

/** z[f] = b[f] + Σ c x[c] ⋆ w[f, c], for a number of filters that four divides. */
export function correlate(
  { maps, side, stride, data }: Padded,
  w: Float64Array,
  b: Float64Array,
): Float64Array {
  const cells = side * side;
  const z = new Float64Array(b.length * cells);
  b.forEach((bias, f) => {
    z.fill(bias, f * cells, (f + 1) * cells);
  });
  const taps = new Float64Array(TOGETHER * KERNEL);
  for (let f = 0; f < b.length; f += TOGETHER)
    for (let c = 0; c < maps; c++)
      for (let ky = 0; ky < KERNEL; ky++) {
        for (let i = 0; i < taps.length; i++)
          taps[i] = w[(((f + Math.floor(i / KERNEL)) * maps + c) * KERNEL + ky) * KERNEL + (i % KERNEL)]!;
        for (let row = 0; row < side; row++)
          addRow(z, (f * side + row) * side, cells, data, (c * stride + row + ky) * stride, side, taps);
      }
  return z;
}

/** One row of four kernels over one row of a map, added to a row of the sums of each: five products at a time, left to right. */
function addRow(
  z: Float64Array,
  to: number,
  cells: number,
  data: Float64Array,
  from: number,
  side: number,
  taps: Float64Array,
): void {
  const a0 = taps[0]!;
  const a1 = taps[1]!;
  const a2 = taps[2]!;
  const a3 = taps[3]!;
  const a4 = taps[4]!;
  const b0 = taps[5]!;
  const b1 = taps[6]!;
  const b2 = taps[7]!;
  const b3 = taps[8]!;
  const b4 = taps[9]!;
  const c0 = taps[10]!;
  const c1 = taps[11]!;
  const c2 = taps[12]!;
  const c3 = taps[13]!;
  const c4 = taps[14]!;
  const d0 = taps[15]!;
  const d1 = taps[16]!;
  const d2 = taps[17]!;
  const d3 = taps[18]!;
  const d4 = taps[19]!;
  let x0 = data[from]!;
  let x1 = data[from + 1]!;
  let x2 = data[from + 2]!;
  let x3 = data[from + 3]!;
  for (let col = 0; col < side; col++) {
    const x4 = data[from + col + 4]!;
    const at = to + col;
    z[at]! += a0 * x0 + a1 * x1 + a2 * x2 + a3 * x3 + a4 * x4;
    z[at + cells]! += b0 * x0 + b1 * x1 + b2 * x2 + b3 * x3 + b4 * x4;
    z[at + 2 * cells]! += c0 * x0 + c1 * x1 + c2 * x2 + c3 * x3 + c4 * x4;
    z[at + 3 * cells]! += d0 * x0 + d1 * x1 + d2 * x2 + d3 * x3 + d4 * x4;
    x0 = x1;
    x1 = x2;
    x2 = x3;
    x3 = x4;
  }
}

/** What ReLU and 2 × 2 pooling leave, and from which cell of z each number came. */
export interface Pooled {
  readonly to: Padded;
  readonly from: Int32Array;
}

export function rectifyAndPool(z: Float64Array, maps: number, side: number): Pooled {
  const half = side / 2;
  const to = padded(maps, half);
  const from = new Int32Array(maps * half * half);
  for (let m = 0; m < maps; m++)
    for (let row = 0; row < half; row++)
      for (let col = 0; col < half; col++) {
        const first = (m * side + 2 * row) * side + 2 * col;
        // Of equal numbers the first, as in the readable layer.
        let at = first;
        if (z[first + 1]! > z[at]!) at = first + 1;
        if (z[first + side]! > z[at]!) at = first + side;
        if (z[first + side + 1]! > z[at]!) at = first + side + 1;
        from[(m * half + row) * half + col] = at;
        to.data[(m * to.stride + row + REACH) * to.stride + col + REACH] = Math.max(0, z[at]!);
      }
  return { to, from };
}

/** Each gradient of the pooled numbers back to the cell from which its number came, where ReLU let it pass. */
export function backToSums(dy: Float64Array, { from }: Pooled, z: Float64Array): Float64Array {
  const dz = new Float64Array(z.length);
  dy.forEach((gradient, i) => {
    const at = from[i] as number;
    if (z[at]! > 0) dz[at] = gradient;
  });
  return dz;
}

/** Each gradient times its kernel, added over its window: the scattering form of chapter 14. */
export function scatter(dz: Float64Array, w: Float64Array, maps: number, side: number): Float64Array {
  const to = padded(maps, side);
  const { data } = to;
  dz.forEach((gradient, i) => {
    if (gradient === 0) return;
    const [f, row, col] = [Math.floor(i / (side * side)), Math.floor(i / side) % side, i % side];
    for (let c = 0; c < maps; c++)
      for (let ky = 0; ky < KERNEL; ky++) {
        const at = (c * to.stride + row + ky) * to.stride + col;
        const from = ((f * maps + c) * KERNEL + ky) * KERNEL;
        data[at]! += gradient * w[from]!;
        data[at + 1]! += gradient * w[from + 1]!;
        data[at + 2]! += gradient * w[from + 2]!;
        data[at + 3]! += gradient * w[from + 3]!;
        data[at + 4]! += gradient * w[from + 4]!;
      }
  });
  return inner(to);
}
