import type { Shape, Tensor } from './tensor.ts';

/** Stops with an Error that names the operation, the argument, its value and what would fit. */
export function reject(operation: string, argument: string, value: unknown, wanted: string): never {
  throw new Error(`${operation}: ${argument} is ${show(value)}, but must be ${wanted}`);
}

function show(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  return typeof value === 'string' ? `'${value}'` : String(value);
}

/** Whether `value` is a whole number from `least` up to, but not with, `end`. */
export function isWhole(value: unknown, least: number, end = Number.POSITIVE_INFINITY): boolean {
  return Number.isInteger(value) && (value as number) >= least && (value as number) < end;
}

/** @throws Error unless `value` is a whole number of at least `least` */
export function checkWhole(operation: string, argument: string, value: unknown, least: number): void {
  if (!isWhole(value, least)) reject(operation, argument, value, `a whole number of at least ${least}`);
}

/** @throws Error unless `value` is one of the names */
export function checkOneOf(
  operation: string,
  argument: string,
  value: unknown,
  names: readonly string[],
): void {
  if (!names.includes(value as string)) reject(operation, argument, value, `one of ${names.join(', ')}`);
}

/** @throws Error unless the shape has as many axes as `axes` names: `'N, C, H, W'` */
export function checkRank(operation: string, argument: string, shape: Shape, axes: string): void {
  checkShape(operation, argument, { shape }, axes.split(', '));
}

/** @throws Error unless the tensor has this shape; where a name stands, any size fits */
export function checkShape(
  operation: string,
  argument: string,
  { shape }: Pick<Tensor, 'shape'>,
  wanted: readonly (number | string)[],
): void {
  const differs = (side: number | string, axis: number) => typeof side === 'number' && side !== shape[axis];
  if (shape.length !== wanted.length || wanted.some(differs))
    reject(operation, `the shape of ${argument}`, shape, `[${wanted.join(', ')}]`);
}
