import type { ChoiceExplanation } from '../../explain/explanation.ts';
import { type Arrivals, landed } from '../../kit/convolution/scatter.ts';
import { explainPool } from '../../kit/pooling/explain.ts';
import type { PoolLayer } from '../../kit/pooling/layer.ts';
import type { Moment } from '../../playback/track.ts';
import type { Tensor } from '../../tensor/tensor.ts';

/** What one output sends back to one place of its window. */
export interface Payment {
  /** The output: its number among all, row and column. */
  readonly cell: number;
  readonly oy: number;
  readonly ox: number;
  /** The place in the window. */
  readonly ky: number;
  readonly kx: number;
  /** The pixel; negative, or past the end, where it lands on padding. */
  readonly row: number;
  readonly col: number;
  /** The part of ∂y that goes there: 1 of a maximum, 1 / count of a mean. */
  readonly share: number;
  readonly upstream: number;
  readonly value: number;
}

/** The places of one output's window that are paid, in scan order: one of a maximum, every one that counts of a mean. */
export function paymentsOf(layer: PoolLayer, dy: Tensor, cell: number): readonly Payment[] {
  const { out, stride, sides } = layer;
  const [oy, ox] = [Math.floor(cell / out), cell % out];
  const explanation = explainPool(layer, [0, oy, ox]);
  const upstream = dy.data[cell] as number;
  const [places, count] =
    explanation.kind === 'choice'
      ? [[takenBy(explanation)], 1]
      : [
          explanation.numerator.map(({ factors }) => factors[0]?.index ?? []),
          explanation.denominator[0]?.value ?? 1,
        ];
  const share = 1 / count;
  return places.map((index) => {
    const [row = 0, col = 0] = index.slice(-2);
    const [ky, kx] = [row + sides[0] - oy * stride, col + sides[1] - ox * stride];
    return { cell, oy, ox, ky, kx, row, col, share, upstream, value: upstream * share };
  });
}

const takenBy = ({ candidates, chosen }: ChoiceExplanation): readonly number[] =>
  candidates[chosen]?.index ?? [];

/** `1/9`: an equal part, short enough for a cell. */
export const shareText = (share: number): string =>
  share === 0 || share === 1 ? String(share) : `1/${Math.round(1 / share)}`;

/** Whether a payment reaches a pixel, and not padding. */
export const isPixel = ({ row, col }: Payment, side: number): boolean =>
  row >= 0 && col >= 0 && row < side && col < side;

/** What has landed on the pixels: the payments of the outputs before `cell`, and the first `done` of that one. */
export function arrivalsAt(
  { side, payments }: { readonly side: number; readonly payments: readonly (readonly Payment[])[] },
  { cell, done }: Pick<Moment, 'cell' | 'done'>,
): Arrivals {
  return landed(payments.flat(), side, payments.slice(0, cell).flat().length + done);
}
