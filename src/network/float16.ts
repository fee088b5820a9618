/**
 * A float16 (IEEE 754 binary16) from a number, rounded to nearest, ties to even; what is too large
 * becomes infinite.
 */
export function toFloat16(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (!(size < 65520)) return sign | (Number.isNaN(size) ? 0x7e00 : 0x7c00);
  // One unit of the last place: 2^-24 below 2^-14, else 2^(e - 10).
  const exponent = Math.max(-14, Math.floor(Math.log2(size || 2 ** -14)));
  // Beside 2^52 there is no room for a fraction: the sum rounds it away, ties to even.
  const units = size / 2 ** (exponent - 10) + 2 ** 52 - 2 ** 52;
  // Units of 1024 and more carry their leading 1 over into the exponent's bits.
  return sign | ((exponent + 14) * 1024 + units);
}

export function fromFloat16(bits: number): number {
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  const sign = bits & 0x8000 ? -1 : 1;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25);
}
