import { expect } from 'vitest';
import type { Explanation, Factor, Term } from '../../../src/explain/explanation.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import { indices } from '../tensor/arbitrary.ts';

/** Every cell of `result`: its explanation tells this number, and closes when it is worked out again. */
export function expectExplained(result: Tensor, explain: (index: number[]) => Explanation): void {
  for (const index of indices(result.shape)) {
    const told = explain(index);
    expectSame(told.value, result.at(...index));
    expect(told.index).toEqual(index);
    expectCloses(told, result.dtype === 'float32');
  }
}

/** The value again, from the factors alone: as a reader of the page would work it out. */
function expectCloses(told: Explanation, rounded: boolean): void {
  const value = workedOut(told);
  expectSame(rounded ? Math.fround(value) : value, told.value);
  for (const via of told.via ?? []) {
    // What it explains occurs among the factors, or in another intermediate number.
    const names = [told, ...(told.via ?? [])].flatMap(factorsOf).map((f) => f.tensor);
    expect(names.some((name) => name.includes(via.tensor))).toBe(true);
    expectCloses(via, false);
  }
}

/** A sum starts from 0, so that it never is −0; 0 and −0 are equal here. */
function expectSame(actual: number, expected: number): void {
  expect(actual + 0).toBe(expected + 0);
}

function workedOut(told: Explanation): number {
  switch (told.kind) {
    case 'sum':
      return total(told.terms);
    case 'ratio':
      return total(told.numerator) / total(told.denominator);
    case 'choice':
      return (told.candidates[told.chosen] as Factor).value;
    case 'function':
      return told.upstream ? told.upstream.value * told.result : told.result;
  }
}

function total(terms: readonly Term[]): number {
  let sum = 0;
  for (const { factors } of terms) sum += factors.reduce((product, f) => product * f.value, 1);
  return sum;
}

function factorsOf(told: Explanation): readonly Factor[] {
  switch (told.kind) {
    case 'sum':
      return told.terms.flatMap((t) => t.factors);
    case 'ratio':
      return [...told.numerator, ...told.denominator].flatMap((t) => t.factors);
    case 'choice':
      return told.candidates;
    case 'function':
      return told.upstream ? [told.argument, told.upstream] : [told.argument];
  }
}
