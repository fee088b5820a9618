/** How far down the figure's updates should come: a tenth of the distance may be left. */
const LEFT = 0.1;

/**
 * Rates at which plain gradient descent and momentum change their manner on a quadratic: each direction of curvature λ
 * goes its own way, wₙ₊₁ − w* = (1 − ηλ)(wₙ − w*); with momentum by the roots of z² − (1 + μ − ηλ)z + μ.
 */
export interface Bounds {
  /** Curvatures at the bottom, the largest first. */
  readonly lambda: readonly number[];
  /** Below: more than a tenth of the way along the flattest direction is left. 0 with momentum, where μ limits the pace. */
  readonly slow: number;
  /** Below: no direction overshoots. (1 − √μ)²/λ */
  readonly smooth: number;
  /** From here on the steepest direction diverges. 2(1 + μ)/λ (Polyak 1964; Goh 2017) */
  readonly stable: number;
}

/** The rate from which on a direction of curvature λ diverges: 2(1 + μ)/λ (Polyak 1964; Goodfellow et al. 2016, §4.3.1). */
export const stableRate = (lambda: number, mu = 0): number => (2 * (1 + mu)) / lambda;

export type Region = 'slow' | 'smooth' | 'bounces' | 'edge' | 'diverges';

/** @param lambda curvatures, the largest first @returns null where one is not positive: there is no bottom */
export function boundsOf(lambda: readonly number[], mu: number, updates: number): Bounds | null {
  const [most = 0, least = most] = lambda;
  if (least <= 0) return null;
  return {
    lambda,
    slow: mu === 0 ? (1 - LEFT ** (1 / updates)) / least : 0,
    smooth: (1 - Math.sqrt(mu)) ** 2 / most,
    stable: stableRate(most, mu),
  };
}

export function regionOf(rate: number, { slow, smooth, stable }: Bounds): Region {
  if (rate > stable) return 'diverges';
  if (rate === stable) return 'edge';
  if (rate < slow) return 'slow';
  return rate <= smooth ? 'smooth' : 'bounces';
}

export interface Stretch {
  readonly region: Region;
  readonly from: number;
  readonly to: number;
}

/** The regions of a range of rates, in order; the empty ones are left out. */
export function regionsIn(
  { slow, smooth, stable }: Bounds,
  [low, high]: readonly [number, number],
): Stretch[] {
  const ends = [
    ['slow', Math.min(slow, stable)],
    ['smooth', Math.min(smooth, stable)],
    ['bounces', stable],
    ['diverges', Number.POSITIVE_INFINITY],
  ] as const;
  let from = low;
  const found: Stretch[] = [];
  for (const [region, end] of ends) {
    const to = Math.min(high, end);
    if (to <= from) continue;
    found.push({ region, from, to });
    from = to;
  }
  return found;
}
