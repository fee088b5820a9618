const BINS = 2048;

/** The magnitude that a share of the numbers does not pass, rounded up to a whole number. */
export function percentile(values: ArrayLike<number>, share: number): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i] as number));
  if (largest === 0) return 1;
  const bins = new Int32Array(BINS + 1);
  const perUnit = BINS / largest;
  for (let i = 0; i < values.length; i++) {
    const bin = Math.floor(Math.abs(values[i] as number) * perUnit);
    bins[bin] = (bins[bin] as number) + 1;
  }
  let passed = 0;
  for (let bin = 0; bin <= BINS; bin++) {
    passed += bins[bin] as number;
    if (passed >= share * values.length) return Math.min(Math.ceil((bin + 1) / perUnit), Math.ceil(largest));
  }
  return Math.ceil(largest);
}
