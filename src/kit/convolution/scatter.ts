import type { Moment } from '../../playback/track.ts';
import type { ForwardLayer, LayerGradients } from './layer.ts';

type Layer = ForwardLayer & Pick<LayerGradients, 'dy'>;

interface Sizes {
  readonly stride: number;
  readonly dilation: number;
}

/** One product of a scatter: from output (co, oy, ox) through weight (co, ci, ky, kx) onto channel ci of the input. */
export interface Payment {
  readonly co: number;
  readonly oy: number;
  readonly ox: number;
  readonly ci: number;
  readonly ky: number;
  readonly kx: number;
  /** Negative, or past the end, where it lands on padding. */
  readonly row: number;
  readonly col: number;
  readonly value: number;
}

/** What has landed on the input after some steps of a scatter, number by number: [ci, row, col]. */
export interface Arrivals {
  readonly sums: Float64Array;
  readonly counts: Int32Array;
  /** How many products each cell gets in all. */
  readonly expected: Int32Array;
}

/** The payment of one step, in the order of the scatter loop: co, oy, ox, and for each of them ci, ky, kx. */
export function paymentAt(
  { w, dy, out, sides }: Layer,
  { stride, dilation }: Sizes,
  cell: number,
  term: number,
): Payment {
  const [, depth = 1, , kernel = 1] = w.shape;
  const taps = kernel * kernel;
  const [co, ci] = [Math.floor(cell / (out * out)), Math.floor(term / taps)];
  const [oy, ox] = [Math.floor(cell / out) % out, cell % out];
  const [ky, kx] = [Math.floor(term / kernel) % kernel, term % kernel];
  return {
    ...{ co, oy, ox, ci, ky, kx },
    row: oy * stride + ky * dilation - sides[0],
    col: ox * stride + kx * dilation - sides[1],
    value: (dy.data[cell] as number) * (w.data[co * depth * taps + term] as number),
  };
}

/** Where a payment lands, and how much it brings. */
interface Arriving extends Pick<Payment, 'row' | 'col' | 'value'> {
  /** Default: 0. */
  readonly ci?: number;
}

/** Adds up the first `steps` of some payments on planes of `side` × `side` numbers; those that land beside them are cut away. */
export function landed(
  payments: readonly Arriving[],
  side: number,
  steps: number,
  size: number = side * side,
): Arrivals {
  const arrivals = {
    sums: new Float64Array(size),
    counts: new Int32Array(size),
    expected: new Int32Array(size),
  };
  const { sums, counts, expected } = arrivals;
  for (const [step, { ci = 0, row, col, value }] of payments.entries()) {
    if (row < 0 || row >= side || col < 0 || col >= side) continue;
    const at = (ci * side + row) * side + col;
    expected[at] = (expected[at] as number) + 1;
    if (step >= steps) continue;
    counts[at] = (counts[at] as number) + 1;
    sums[at] = (sums[at] as number) + value;
  }
  return arrivals;
}

/** What the steps of a convolution's scatter have brought to its input. */
export function arrivalsAt(
  layer: Layer,
  sizes: Sizes & { readonly input: number },
  { cell, done, stretch: { cells, terms } }: Pick<Moment, 'cell' | 'done' | 'stretch'>,
): Arrivals {
  const payments = Array.from({ length: cells * terms }, (_, step) =>
    paymentAt(layer, sizes, Math.floor(step / terms), step % terms),
  );
  return landed(payments, sizes.input, cell * terms + done, layer.x.size);
}
