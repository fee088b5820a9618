import type { Term } from '../../explain/explanation.ts';
import { flightOf } from '../../kit/motion/flightOf.ts';
import type { Flight } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import type { Moment } from '../../playback/track.ts';
import type { LayerModel, Stretch } from './model.ts';

/** A product flies into the sum of its map, the bias into the number, the number through the activation function. */
export function flightIn(
  { k, maps }: LayerModel,
  moment: Moment<Stretch>,
  terms: readonly Term[],
  z: number,
  a: number,
): Flight | null {
  if (moment.stretch.id !== 'cell' || moment.fraction === 0) return null;
  const { done } = moment;
  const products = maps * k * k;
  const one = (grid: string, plane = 0, row = 0, col = 0): Place => ({ grid, plane, row, col });
  const tap = done % (k * k);
  const map = Math.floor(done / (k * k));
  const inTile = (grid: string): Place => one(grid, map, Math.floor(tap / k), tap % k);
  if (done < products)
    return flightOf(moment, {
      terms: terms.slice(done, done + 1),
      placeOf: ({ tensor }) => inTile(tensor === 'x' ? 'patch' : 'w'),
      targetOf: () => one('s', map),
    });
  const isBias = done === products;
  const last: Term = { factors: [{ tensor: 'pre', index: [0], value: z }], value: a };
  return flightOf(moment, {
    terms: isBias ? terms.slice(products) : [last],
    placeOf: () => one(isBias ? 'b' : 'number'),
    targetOf: () => one(isBias ? 'number' : 'bent'),
  });
}
