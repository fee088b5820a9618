import { isWhole, reject } from './errors.ts';

/** The number formats of the core: float32 for speed and like the frameworks, float64 for checking. */
export type DType = 'float32' | 'float64';

export type TypedArray = Float32Array | Float64Array;

/** Sizes of the axes. Images are NCHW: sample, channel, row, column. `[]` is a single number. */
export type Shape = readonly number[];

/** The number of elements of a shape. */
export function sizeOf(shape: Shape): number {
  return shape.reduce((size, side) => size * side, 1);
}

/**
 * A shape and its numbers, row-major: the last axis runs fastest.
 *
 * Operations read tensors and make new ones; none changes its arguments unless its name says so.
 */
export class Tensor {
  readonly shape: Shape;
  readonly data: TypedArray;

  /**
   * @param shape whole, non-negative sizes
   * @param data exactly as many numbers as the shape holds; it is kept, not copied
   * @throws Error when the shape is not one, or when the count does not fit
   */
  constructor(shape: Shape, data: TypedArray) {
    if (!shape.every((side) => isWhole(side, 0)))
      reject('Tensor', 'shape', shape, 'whole numbers of at least 0');
    const size = sizeOf(shape);
    if (data.length !== size)
      reject('Tensor', 'the count of numbers', data.length, `${size} for the shape [${shape.join(', ')}]`);
    this.shape = [...shape];
    this.data = data;
  }

  get size(): number {
    return this.data.length;
  }

  get dtype(): DType {
    return this.data instanceof Float32Array ? 'float32' : 'float64';
  }

  /** The number at an index, one whole number an axis. @throws Error outside the shape */
  at(...index: number[]): number {
    return this.data[this.offset(index)] as number;
  }

  /** The place of an index in `data`. @throws Error outside the shape */
  offset(index: readonly number[]): number {
    const { shape } = this;
    if (index.length !== shape.length || !index.every((i, axis) => isWhole(i, 0, shape[axis])))
      reject('Tensor', 'index', index, `a place in the shape [${shape.join(', ')}]`);
    return index.reduce((offset, i, axis) => offset * (shape[axis] as number) + i, 0);
  }

  /** The same numbers under another shape of the same size; `data` is shared. */
  reshape(shape: Shape): Tensor {
    return new Tensor(shape, this.data);
  }

  clone(): Tensor {
    return new Tensor(this.shape, this.data.slice());
  }

  /** f of each number, in the same shape and number format. */
  map(f: (value: number, i: number) => number): Tensor {
    return new Tensor(this.shape, (this.data as Float64Array).map(f));
  }

  /** A copy in the other number format (float64 → float32 rounds each number). */
  as(dtype: DType): Tensor {
    return new Tensor(this.shape, arrayOf(dtype, this.data));
  }
}

/** An array of zeros of that format, or a copy of `from`. */
function arrayOf(dtype: DType, from: number | ArrayLike<number>): TypedArray {
  return new (dtype === 'float32' ? Float32Array : Float64Array)(from as number);
}

/** A tensor of the given numbers (copied). Default format: float32. */
export function tensor(shape: Shape, values: ArrayLike<number>, dtype: DType = 'float32'): Tensor {
  return new Tensor(shape, arrayOf(dtype, values));
}

export function zeros(shape: Shape, dtype: DType = 'float32'): Tensor {
  return new Tensor(shape, arrayOf(dtype, sizeOf(shape)));
}

export function full(shape: Shape, value: number, dtype: DType = 'float32'): Tensor {
  return new Tensor(shape, arrayOf(dtype, sizeOf(shape)).fill(value));
}
