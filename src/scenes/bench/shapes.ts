import type { GivenId, Settings } from '../../kit/operations/operation.ts';
import { type OperationName, specOf } from '../../kit/operations/table.ts';
import type { Shape } from '../../tensor/tensor.ts';

/** Shapes of what is given: of the gradient of y, that of y. */
export type GivenShapes = Readonly<Partial<Record<GivenId, Shape>>>;

/** Pools and transposed convolutions are padded as PyTorch pads them; what an operation does not have has no say. */
export function settingsOf<P extends Settings & { readonly op: OperationName }>(of: P): P {
  return of.op === 'conv' || of.op === 'transposed' ? of : { ...of, bottom: of.top, right: of.left };
}

export function shapesOf(of: Settings & { readonly op: OperationName }): GivenShapes {
  const { y, ...given } = specOf(of.op).shapes(settingsOf(of));
  return { ...given, dy: y };
}

/** A tensor as planes of rows and columns, its last two axes. */
export function planesOf(shape: Shape): {
  readonly planes: number;
  readonly rows: number;
  readonly cols: number;
} {
  const [rows = 1, cols = 1] = shape.length > 1 ? shape.slice(-2) : [1, shape[0] ?? 1];
  return { planes: shape.slice(0, -2).reduce((all, side) => all * side, 1), rows, cols };
}
