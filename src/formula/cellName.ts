import { symbolOf } from './symbols.ts';

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
const subscript = (n: number): string =>
  (n < 0 ? '₋' : '') + String(Math.abs(n)).replace(/\d/g, (digit) => SUBSCRIPTS[Number(digit)] as string);

/** `y₀,₁`: the letter with its last two indices (row, column); a plane's own places come first: `w_1_0` is w₁,₀,… */
export const cellName = (tensor: string, index: readonly number[]): string => {
  const plane = tensor.match(/_\d+/g)?.map((place) => Number(place.slice(1))) ?? [];
  return symbolOf(tensor).plain + [...plane, ...index.slice(-2)].map(subscript).join(',');
};
