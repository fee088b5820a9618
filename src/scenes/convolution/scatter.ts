import type { SumExplanation } from '../../explain/explanation.ts';
import { explainCell } from './explainCell.ts';
import type { ConvolutionModel } from './model.ts';
import type { Moment } from './passes.ts';

/** What has landed on the input while the gradient is being scattered. */
export interface Arrivals {
  readonly sums: Float64Array;
  readonly counts: Int32Array;
  /** How many products each cell will get in all. */
  readonly expected: Int32Array;
  /** The cell that the last product landed on, and how many of its products have arrived. */
  readonly landing: { readonly explanation: SumExplanation; readonly done: number };
}

/** Adds up the products of the steps so far, in the order of the scatter loop: oy, ox, ky, kx. */
export function arrivals(model: ConvolutionModel, { cell, done }: Moment): Arrivals {
  const { params, sides, out } = model;
  const { input, kernel, stride, dilation } = params;
  const steps = cell * kernel * kernel + done;
  const sums = new Float64Array(input * input);
  const counts = new Int32Array(input * input);
  const expected = new Int32Array(input * input);
  let n = 0;
  let last: { row: number; col: number; oy: number; ox: number; ky: number; kx: number } | null = null;
  for (let oy = 0; oy < out; oy++)
    for (let ox = 0; ox < out; ox++)
      for (let ky = 0; ky < kernel; ky++)
        for (let kx = 0; kx < kernel; kx++) {
          const row = oy * stride + ky * dilation - sides[0];
          const col = ox * stride + kx * dilation - sides[1];
          const inside = row >= 0 && row < input && col >= 0 && col < input;
          const happened = n++ < steps;
          if (happened) last = { row, col, oy, ox, ky, kx };
          if (!inside) continue;
          const i = row * input + col;
          expected[i] = (expected[i] as number) + 1;
          if (!happened) continue;
          counts[i] = (counts[i] as number) + 1;
          sums[i] =
            (sums[i] as number) +
            (model.dy.data[oy * out + ox] as number) * (model.w.data[ky * kernel + kx] as number);
        }
  return { sums, counts, expected, landing: landingOf(model, last, counts) };
}

function landingOf(
  model: ConvolutionModel,
  last: { row: number; col: number; oy: number; ox: number; ky: number; kx: number } | null,
  counts: Int32Array,
): Arrivals['landing'] {
  const { input, kernel } = model.params;
  const { row, col, oy, ox, ky, kx } = last ?? { row: 0, col: 0, oy: 0, ox: 0, ky: 0, kx: 0 };
  if (row >= 0 && row < input && col >= 0 && col < input)
    return {
      explanation: explainCell(model, 'dx', row, col),
      done: last ? (counts[row * input + col] as number) : 0,
    };
  // The product lands on padding: it is cut away with it.
  const dy = model.dy.data[oy * model.out + ox] as number;
  const w = model.w.data[ky * kernel + kx] as number;
  const factors = [
    { tensor: 'dy', index: [0, 0, oy, ox], value: dy },
    { tensor: 'w', index: [0, 0, ky, kx], value: w },
  ];
  const index = [0, 0, row, col];
  const terms = [{ factors, value: dy * w }];
  return { explanation: { kind: 'sum', tensor: 'dx', index, value: dy * w, terms }, done: last ? 1 : 0 };
}
