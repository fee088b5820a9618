/** The ten shares of the scores; the largest is taken off first. */
export function sharesOf(logits: Float64Array): Float64Array {
  const top = Math.max(...logits);
  const powers = logits.map((z) => Math.exp(z - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** −ln of a class's share, as ln(1 + Σ exp(zⱼ − z)), so that it keeps its digits where the class is all but certain. */
export function lossOf(logits: ArrayLike<number>, label: number): number {
  const own = logits[label] as number;
  const others = Array.from(logits, (z) => z - own).filter((_, k) => k !== label);
  const top = Math.max(0, ...others);
  const rest = others.reduce((sum, z) => sum + Math.exp(z - top), 0);
  return top === 0 ? Math.log1p(rest) : top + Math.log(Math.exp(-top) + rest);
}

/** q − t, the loss's gradient for the scores; 1 − q is added up from the others, so that it keeps its digits too. */
export function lossSlopes(given: ArrayLike<number>, label: number): Float64Array {
  const shares = Float64Array.from(given);
  const others = shares.reduce((sum, share, k) => (k === label ? sum : sum + share), 0);
  return shares.map((share, k) => (k === label ? -others : share));
}

/** The class with the largest score or share; of equal ones the first. */
export function bestOf(scores: ArrayLike<number>): number {
  let best = 0;
  for (let k = 1; k < scores.length; k++) if ((scores[k] as number) > (scores[best] as number)) best = k;
  return best;
}
