import type { Conv2dGeometry } from '../conv2dGeometry.ts';
import type { Shape, Tensor } from '../tensor.ts';
import { TILE } from './correlate.ts';
import type { View } from './planes.ts';

/** A convolution or a dense layer, and what runs together with it: ReLU, or max pooling, or both. */
export interface Block {
  /** Of a convolution for which there are kernels (see `hasKernels`); a dense layer has none. */
  readonly conv?: Conv2dGeometry;
  /** Weights and, if there is one, the bias; float32. */
  readonly params: readonly Tensor[];
  /** Where the gradients of the parameters go, in the same order. */
  readonly grads: readonly Tensor[];
  /** Whether there is a ReLU. Before max pooling and after it are the same: the largest number decides. */
  readonly rectify?: boolean;
  /** Side of the max-pooling windows, which touch: 2, or 1 (default) where there are none. */
  readonly pool?: number;
}

/** A place of the arena where planes stand, for a convolution with the padding around them. */
export interface Planes extends View {
  /** The first word, of padding if there is any. */
  readonly start: number;
  readonly words: number;
}

/** A block with the places of its numbers. Those of the planes are of the first sample. */
export interface PlacedBlock extends Block {
  /** One behind the other: weights, biases (0 where there are none), their gradients. */
  readonly w: number;
  readonly b: number;
  readonly dw: number;
  readonly db: number;
  /** Output channels, and how many weights each has. */
  readonly outs: number;
  readonly taps: number;
  /** The input, the output, which is the input of the next block, and their gradients. */
  readonly x: Planes;
  readonly dx: Planes;
  readonly y: Planes;
  readonly dy: Planes;
}

export interface Layout {
  readonly placed: readonly PlacedBlock[];
  /**
   * Room for one block at a time: of a convolution one channel before ReLU and pooling and behind it, in `at`,
   * the lists of `listRows`, or a list of one channel's gradients; of a dense layer a list of its inputs.
   */
  readonly scratch: number;
  /** Where the first sample begins, and how many words each takes. */
  readonly start: number;
  readonly slot: number;
}

/** Gives every number its place: first what all samples share, then one slot for each. */
export function layOut(blocks: readonly Block[]): Layout {
  let end = 0;
  const reserve = (words: number) => {
    end += words;
    return end - words;
  };
  const shared = blocks.map(({ params: [w] }) => {
    const outs = w!.shape[0]!;
    const taps = w!.size / outs;
    return { outs, taps, w: reserve(w!.size), b: reserve(outs), dw: reserve(w!.size), db: reserve(outs) };
  });
  const scratch = reserve(Math.max(...blocks.map(scratchWords)));
  const start = end;
  const planes = [...blocks, undefined].map((block, i) => {
    const shape = i > 0 ? shapeAfter(blocks[i - 1]!) : (block!.conv?.xShape.slice(1) ?? [shared[0]!.taps]);
    return { x: planesOf(block?.conv, shape, reserve), dx: planesOf(block?.conv, shape, reserve) };
  });
  const slot = end - start;
  const placed = blocks.map((block, i) => {
    const { x: y, dx: dy } = planes[i + 1]!;
    return { ...block, ...shared[i]!, ...planes[i]!, y, dy };
  });
  return { placed, scratch, start, slot };
}

function scratchWords({ conv: g, params: [w] }: Block): number {
  if (!g) return w!.size / w!.shape[0]!;
  const lists = g.outHeight * Math.ceil(g.outWidth / TILE) * (1 + 2 * g.cin * g.kh);
  return g.outHeight * g.outWidth + TILE + lists;
}

/** What a block puts out for one sample, before it is flattened. */
function shapeAfter({ conv: g, params: [w], pool = 1 }: Block): Shape {
  const outs = w!.shape[0]!;
  return g ? [outs, Math.floor(g.outHeight / pool), Math.floor(g.outWidth / pool)] : [outs];
}

/** @param g of the convolution that reads them, if one does: its padding stands around */
function planesOf(g: Conv2dGeometry | undefined, shape: Shape, reserve: (words: number) => number): Planes {
  const [planes, rows = 1, cols = 1] = shape as [number, number?, number?];
  const row = g ? g.outWidth + g.kw - 1 : cols;
  const plane = row * (g ? g.outHeight + g.kh - 1 : rows);
  const words = planes * plane;
  const start = reserve(words);
  const place = start + (g ? g.pads[0] * row + g.pads[1] : 0);
  return { start, words, place, row, plane, planes, rows, cols };
}
