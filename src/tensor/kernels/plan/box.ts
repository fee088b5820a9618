import type { Sides } from '../../geometry.ts';
import { type Shape, sizeOf, type Tensor, type TypedArray } from '../../tensor.ts';

/**
 * How the cells of a sample [c, h, w] follow one another: `planes`, channel by channel (as in a tensor), or
 * `pixels`, all channels of a place side by side.
 */
export type Order = 'planes' | 'pixels';

/** Where the cells of one sample stand in a stretch of words, with a border of zeros around them. */
export interface Box {
  readonly order: Order;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  /** From a channel, a row, a column to the next. */
  readonly channel: number;
  readonly row: number;
  readonly col: number;
  /** Where the first cell stands that is not border. */
  readonly first: number;
  readonly words: number;
  /** The border: [top, left, bottom, right]. */
  readonly pads: Sides;
}

/** @param shape of one sample: [c, h, w], or [features] */
export function boxOf(shape: Shape, order: Order, pads: Sides = [0, 0, 0, 0]): Box {
  const [channels, height = 1, width = 1] = shape as [number, number?, number?];
  const [top, left, bottom, right] = pads;
  const [rows, cols] = [height + top + bottom, width + left + right];
  const strides =
    order === 'planes'
      ? { channel: rows * cols, row: cols, col: 1 }
      : { channel: 1, row: cols * channels, col: channels };
  const first = top * strides.row + left * strides.col;
  return { order, channels, height, width, ...strides, first, words: channels * rows * cols, pads };
}

/** Cells that stand side by side, without border between them. */
export interface Lines {
  readonly count: number;
  readonly length: number;
  /** Where each line begins, counted from the start of its box. */
  readonly starts: Int32Array;
}

/** The cells of a box, line by line: the rows of each plane, or whole rows of pixels. */
export function linesOf({ order, channels, height, width, channel, row, first }: Box): Lines {
  const planes = order === 'planes';
  const count = planes ? channels * height : height;
  const starts = Int32Array.from({ length: count }, (_, i) =>
    planes ? first + Math.floor(i / height) * channel + (i % height) * row : first + i * row,
  );
  return { count, length: planes ? width : width * channels, starts };
}

/** The n-th sample of a tensor into a box that begins at `place`; the border stays as it is. */
export function copyIn(cells: TypedArray, place: number, box: Box, from: Tensor, n: number): void {
  const { data } = from;
  eachRow(box, n, (i, at) => {
    for (let x = 0; x < box.width; x++) cells[place + at + x * box.col] = data[i + x] as number;
  });
}

/** A box that begins at `place` into the n-th sample of a tensor. */
export function copyOut(cells: TypedArray, place: number, box: Box, to: Tensor, n: number): void {
  const { data } = to;
  eachRow(box, n, (i, at) => {
    for (let x = 0; x < box.width; x++) data[i + x] = cells[place + at + x * box.col] as number;
  });
}

/** Where the rows of sample n stand in a tensor, and in the box. */
function eachRow(box: Box, n: number, act: (i: number, at: number) => void): void {
  const { channels, height, width, channel, row, first } = box;
  let i = n * sizeOf([channels, height, width]);
  for (let c = 0; c < channels; c++)
    for (let y = 0; y < height; y++, i += width) act(i, first + c * channel + y * row);
}
