/**
 * The complement of the error function, 1 − erf x: to about 1e-15 up to 2, and from there on of itself.
 *
 * Near 0 from the series erf x = 2/√π · e^(−x²) · Σ 2ⁿ x^(2n+1) / (1·3·…·(2n+1)), whose terms all have one
 * sign (Abramowitz & Stegun 7.1.6); further out the continued fraction
 * √π e^(x²) erfc x = 1/(x + ½/(x + 1/(x + 3⁄2/(x + …)))) (7.1.14), which keeps the small tail exact.
 */
export function erfc(x: number): number {
  if (Math.abs(x) < 2) return 1 - series(x);
  return x < 0 ? 2 - tail(-x) : tail(x);
}

function series(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > Math.abs(sum) * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** erfc for x ≥ 2. Eighty levels of the fraction are enough at 2, and fewer further out. */
function tail(x: number): number {
  let fraction = x;
  for (let n = 80; n >= 1; n--) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
}
