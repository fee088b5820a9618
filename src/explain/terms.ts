import type { DType, Tensor } from '../tensor/tensor.ts';
import type { Explanation, Factor, RatioExplanation, SumExplanation, Term } from './explanation.ts';

/** The number that stands in a tensor, as a factor. */
export function factor(name: string, tensor: Tensor, ...index: number[]): Factor {
  return { tensor: name, index, value: tensor.at(...index) };
}

/** An intermediate number, or a constant of the formula: it stands in no tensor. */
export function number(name: string, value: number, index: readonly number[] = []): Factor {
  return { tensor: name, index, value };
}

/** The factor −1 of a term that is taken away. */
export const MINUS: Factor = number('constant', -1);

/** What an explanation explains, as a factor of another. */
export function resultOf({ tensor, index, value }: Explanation): Factor {
  return number(tensor, value, index);
}

/** The product of the factors. */
export function product(...factors: Factor[]): Term {
  let value = 1;
  for (const { value: each } of factors) value *= each;
  return { factors, value };
}

/** Terms added from 0, left to right, in double precision: as the core's loops add. */
export function addUp(terms: readonly Term[]): number {
  let sum = 0;
  for (const { value } of terms) sum += value;
  return sum;
}

/** A number as a tensor of that format stores it. */
export function stored(value: number, dtype: DType): number {
  return dtype === 'float32' ? Math.fround(value) : value;
}

/** value = Σ terms, rounded once as the core rounds it on storing. */
export function sumOf(
  tensor: string,
  index: readonly number[],
  terms: readonly Term[],
  dtype: DType = 'float64',
  via?: readonly Explanation[],
): SumExplanation {
  const value = stored(addUp(terms), dtype);
  return { kind: 'sum', tensor, index: [...index], value, terms, ...(via && { via }) };
}

/** value = Σ numerator / Σ denominator, rounded once. */
export function ratioOf(
  tensor: string,
  index: readonly number[],
  numerator: readonly Term[],
  denominator: readonly Term[],
  dtype: DType = 'float64',
  via?: readonly Explanation[],
): RatioExplanation {
  const value = stored(addUp(numerator) / addUp(denominator), dtype);
  return { kind: 'ratio', tensor, index: [...index], value, numerator, denominator, ...(via && { via }) };
}

/** @throws Error unless `index` is a place of a tensor of that shape */
export function checkIndex(tensor: string, index: readonly number[], shape: readonly number[]): void {
  const inside = index.every((i, axis) => Number.isInteger(i) && i >= 0 && i < (shape[axis] as number));
  if (index.length !== shape.length || !inside)
    throw new Error(`explain: index [${index.join(', ')}] is outside ${tensor} [${shape.join(', ')}]`);
}
