import type { Moment } from '../../playback/track.ts';
import type { ForwardLayer, LayerGradients } from './layer.ts';

/** One product of a scatter: from output (oy, ox) through weight (ky, kx) onto row and column of the input. */
export interface Payment {
  readonly oy: number;
  readonly ox: number;
  readonly ky: number;
  readonly kx: number;
  /** Negative, or past the end, where it lands on padding. */
  readonly row: number;
  readonly col: number;
  readonly value: number;
}

/** What has landed on the input after some steps of a scatter (one channel, one filter). */
export interface Arrivals {
  readonly sums: Float64Array;
  readonly counts: Int32Array;
  /** How many products each cell gets in all. */
  readonly expected: Int32Array;
}

/** The payment of one step, in the order of the scatter loop: oy, ox, ky, kx. */
export function paymentAt(
  layer: ForwardLayer & Pick<LayerGradients, 'dy'>,
  { stride, dilation }: { readonly stride: number; readonly dilation: number },
  cell: number,
  term: number,
): Payment {
  const kernel = layer.w.shape[3] as number;
  const [oy, ox] = [Math.floor(cell / layer.out), cell % layer.out];
  const [ky, kx] = [Math.floor(term / kernel), term % kernel];
  return {
    oy,
    ox,
    ky,
    kx,
    row: oy * stride + ky * dilation - layer.sides[0],
    col: ox * stride + kx * dilation - layer.sides[1],
    value: (layer.dy.data[cell] as number) * (layer.w.data[term] as number),
  };
}

/** Adds up the payments of the steps that have been taken. */
export function arrivalsAt(
  layer: ForwardLayer & Pick<LayerGradients, 'dy'>,
  sizes: { readonly input: number; readonly stride: number; readonly dilation: number },
  { cell, done, stretch }: Pick<Moment, 'cell' | 'done' | 'stretch'>,
): Arrivals {
  const { input } = sizes;
  const sums = new Float64Array(input * input);
  const counts = new Int32Array(input * input);
  const expected = new Int32Array(input * input);
  const steps = cell * stretch.terms + done;
  for (let step = 0; step < stretch.cells * stretch.terms; step++) {
    const { row, col, value } = paymentAt(
      layer,
      sizes,
      Math.floor(step / stretch.terms),
      step % stretch.terms,
    );
    if (row < 0 || row >= input || col < 0 || col >= input) continue;
    const at = row * input + col;
    expected[at] = (expected[at] as number) + 1;
    if (step >= steps) continue;
    counts[at] = (counts[at] as number) + 1;
    sums[at] = (sums[at] as number) + value;
  }
  return { sums, counts, expected };
}
