import type { Tensor, TypedArray } from '../tensor.ts';

/** Cells of an arena: `planes` planes of `rows` × `cols`, with gaps between them. */
export interface View {
  /** The first cell. */
  readonly place: number;
  /** From a row to the next, from a plane to the next. */
  readonly row: number;
  readonly plane: number;
  readonly planes: number;
  readonly rows: number;
  readonly cols: number;
}

/** The n-th so many planes of a tensor into a view moved by `shift`; what stands in the gaps stays. */
export function copyIn(a: Float64Array, from: Tensor, n: number, view: View, shift: number): void {
  eachRow(n, view, shift, (i, place) => copy(from.data, i, a, place, view.cols));
}

export function copyOut(a: Float64Array, to: Tensor, n: number, view: View, shift: number): void {
  eachRow(n, view, shift, (i, place) => copy(a, place, to.data, i, view.cols));
}

function eachRow(
  n: number,
  { place, row, plane, planes, rows, cols }: View,
  shift: number,
  act: (i: number, place: number) => void,
): void {
  let i = n * planes * rows * cols;
  for (let c = 0; c < planes; c++)
    for (let y = 0; y < rows; y++, i += cols) act(i, place + shift + c * plane + y * row);
}

/** Like `to.set(from.subarray(…))`, without making an array object for it. */
export function copy(from: TypedArray, start: number, to: TypedArray, at: number, count: number): void {
  for (let i = 0; i < count; i++) to[at + i] = from[start + i] as number;
}
