import type { GivenId } from '../../kit/operations/operation.ts';
import type { Shape } from '../../tensor/tensor.ts';
import { freshNumber } from './numbers.ts';
import type { BenchParams } from './parameters.ts';
import { planesOf } from './shapes.ts';

/** Typed numbers with their rows and columns in front, so that they keep their places when a size changes. */
export const withSize = (values: ArrayLike<number>, shape: Shape): number[] => {
  const { rows, cols } = planesOf(shape);
  return [rows, cols, ...Array.from(values)];
};

const isSide = (value: number | undefined): value is number =>
  value !== undefined && Number.isInteger(value) && value >= 1;

/** Typed numbers on a tensor of another shape: rows and columns keep their places, new cells are fresh. null: there are none. */
export function reshaped(
  params: BenchParams,
  id: GivenId,
  shape: Shape | undefined,
): readonly number[] | null {
  const list = params[id];
  if (!list || !shape) return null;
  const [oldRows, oldCols, ...numbers] = list;
  if (!isSide(oldRows) || !isSide(oldCols)) return null;
  const area = oldRows * oldCols;
  const oldPlanes = numbers.length / area;
  if (!isSide(oldPlanes)) return null;
  const { planes, rows, cols } = planesOf(shape);
  if (rows === oldRows && cols === oldCols && planes === oldPlanes) return list;
  const moved = Array.from({ length: planes * rows * cols }, (_, i) => {
    const [plane, row, col] = [Math.floor(i / (rows * cols)), Math.floor(i / cols) % rows, i % cols];
    const isOld = plane < oldPlanes && row < oldRows && col < oldCols;
    return isOld
      ? (numbers[plane * area + row * oldCols + col] as number)
      : freshNumber(params, id, shape, plane, row, col);
  });
  return [rows, cols, ...moved];
}

/** The numbers of a given tensor: typed, or fresh. @param own those of a picture, if there is one */
export function givenNumbers(params: BenchParams, id: GivenId, shape: Shape): number[] {
  const typed = reshaped(params, id, shape);
  if (typed) return typed.slice(2);
  const { planes, rows, cols } = planesOf(shape);
  return Array.from({ length: planes * rows * cols }, (_, i) =>
    freshNumber(params, id, shape, Math.floor(i / (rows * cols)), Math.floor(i / cols) % rows, i % cols),
  );
}
