import { cellName } from '../../formula/cellName.ts';

/**
 * What a cell of a convolution's tensor is called: `∂x₁,₂`, and where there are several planes with theirs in front:
 * `∂x₀,₁,₂` (channel), `∂w₁,₀,₁,₂` (filter, channel).
 *
 * @param index [n, c, row, col], of a kernel [co, ci, row, col], of a bias [co]
 */
export function headOf(
  { tensor, index }: { readonly tensor: string; readonly index: readonly number[] },
  several: boolean,
): string {
  if (!several || index.length < 4) return cellName(tensor, index);
  const planes = tensor.endsWith('w') ? index.slice(0, -2) : index.slice(1, -2);
  return cellName([tensor, ...planes].join('_'), index);
}
