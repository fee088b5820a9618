import type { Factor, Term } from '../../explain/explanation.ts';
import type { Place } from '../../playback/place.ts';
import type { Moment } from '../../playback/track.ts';
import type { Flight } from '../scene/view.ts';

interface FlightParts {
  /** Default: forward. */
  readonly direction?: Flight['direction'];
  /** The terms that the step adds; mostly one. */
  readonly terms: readonly Term[];
  placeOf(factor: Factor, term: Term): Place | null;
  /** The cell of the products grid that a term has. */
  productOf?(term: Term): Place | null;
  targetOf(term: Term): Place;
  /** What the target holds after a term, where that is no sum. */
  leavesOf?(term: Term): number;
}

/** The flight of the step that is under way at a moment; null between two steps. Value first, weight second in a term. */
export function flightOf(moment: Moment, parts: FlightParts): Flight | null {
  const { fraction, enters, cell, done } = moment;
  if (fraction === 0) return null;
  const products = parts.terms.flatMap((term) => {
    const [value, weight] = term.factors;
    const place = value && parts.placeOf(value, term);
    if (!value || !place) return [];
    const weightPlace = weight ? parts.placeOf(weight, term) : null;
    return {
      value: { place, number: value.value },
      weight: weight && weightPlace ? { place: weightPlace, number: weight.value } : null,
      product: parts.productOf?.(term) ?? null,
      number: term.value,
      target: parts.targetOf(term),
      leaves: parts.leavesOf?.(term),
    };
  });
  if (products.length === 0) return null;
  const entersCell = enters || (cell === 0 && done === 0);
  return { direction: parts.direction ?? 'forward', fraction, entersCell, products };
}
