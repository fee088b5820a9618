import type { Term } from '../../explain/explanation.ts';
import type { Place } from '../../playback/place.ts';
import type { Moment } from '../../playback/track.ts';
import type { Flight } from './view.ts';

/**
 * The motion of one product: its first factor meets its second, and the product lands in its sum.
 *
 * @returns null where its first factor is drawn nowhere
 */
export function productFlight(
  moment: Pick<Moment, 'fraction' | 'enters'>,
  { factors, value }: Term,
  of: {
    readonly direction: Flight['direction'];
    placeOf(tensor: string, index: readonly number[]): Place | null;
    readonly target: Place;
    readonly product: Place | null;
  },
): Flight | null {
  const [first, second] = factors;
  const from = first && of.placeOf(first.tensor, first.index);
  if (!first || !from) return null;
  const weight = second && of.placeOf(second.tensor, second.index);
  return {
    direction: of.direction,
    fraction: moment.fraction,
    entersCell: moment.enters,
    products: [
      {
        value: { place: from, number: first.value },
        weight: second && weight ? { place: weight, number: second.value } : null,
        product: of.product,
        number: value,
        target: of.target,
      },
    ],
  };
}
