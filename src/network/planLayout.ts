import { type Region, takeRegion } from '../tensor/kernels/arena.ts';
import { TILE } from '../tensor/kernels/correlate.ts';
import type { View } from '../tensor/kernels/planes.ts';
import { type Shape, sizeOf, type Tensor } from '../tensor/tensor.ts';
import type { Block } from './planBlocks.ts';

/** Where the numbers of a block stand in the arena. x, dx, y belong to the first sample. */
export interface Places {
  readonly w: number;
  /** The transformed weights of a convolution. */
  readonly u: number;
  readonly b: number;
  readonly dw: number;
  readonly db: number;
  /** The input and its gradient, of a convolution padded. */
  readonly x: number;
  readonly dx: number;
  /** A convolution before ReLU and pooling, in whole tiles. */
  readonly y: number;
  /** For one block at a time: a list of one channel's gradients or of one sample's activations, or a convolution's. */
  readonly scratch: number;
}

export interface PlacedBlock {
  readonly block: Block;
  readonly at: Places;
  /** For the first sample: the block's output, which stands inside the next block's (padded) input, and its gradient. */
  readonly out: View;
  readonly dout: View;
}

export interface Layout {
  readonly region: Region;
  readonly blocks: readonly PlacedBlock[];
  readonly input: View;
  /** From a place of one sample to that of the next. */
  readonly slot: number;
}

/** Gives every number of `slots` samples its place: first what all share, then one slot a sample. */
export function layOut(blocks: readonly Block[], slots: number): Layout {
  let end = 0;
  const reserve = (words: number) => {
    end += words;
    return end - words;
  };
  const words = blocks.map(wordsOf);
  const scratch = reserve(Math.max(...words.map((count) => count.scratch)));
  const shared = blocks.map(({ layer }, i) => {
    const [weights, biases] = [(layer.params[0] as Tensor).size, layer.outShape[0] as number];
    const [w, u, b] = [reserve(weights), reserve(words[i]?.u as number), reserve(biases)];
    return { w, u, b, dw: reserve(weights), db: reserve(biases) };
  });
  const sharedWords = end;
  const own = words.map(({ x, y }) => ({ x: reserve(x), dx: reserve(x), y: reserve(y) }));
  const outs = sizeOf((blocks.at(-1) as Block).outShape);
  const logits = { x: reserve(outs), dx: reserve(outs) };
  const slot = end - sharedWords;

  const region = takeRegion(sharedWords + slot * slots);
  const moved = <T extends object>(offsets: T): T =>
    Object.fromEntries(Object.entries(offsets).map(([key, offset]) => [key, region.start + offset])) as T;
  const places = blocks.map((_, i) => moved({ ...shared[i], ...own[i], scratch } as Places));
  const ends = moved(logits);
  return {
    region,
    slot,
    input: viewIn(blocks[0], places[0]?.x as number, (blocks[0] as Block).layer.inShape),
    blocks: blocks.map((block, i) => {
      const next = places[i + 1] ?? ends;
      return {
        ...{ block, at: places[i] as Places },
        out: viewIn(blocks[i + 1], next.x, block.outShape),
        dout: viewIn(blocks[i + 1], next.dx, block.outShape),
      };
    }),
  };
}

/** How many words a block needs; of scratch also for a list of its activations or one channel's gradients. */
function wordsOf(block: Block): Pick<Places, 'x' | 'y' | 'u' | 'scratch'> {
  if (block.kind === 'dense') return { x: block.ins, y: 0, u: 0, scratch: block.ins };
  const { cin, cout, xPlane, yPlane, transformed, scratch } = block;
  return { x: cin * xPlane, y: cout * yPlane + TILE, u: transformed, scratch: Math.max(scratch, yPlane) };
}

/** The cells of a shape inside the input of a block, of a convolution between its padding. */
function viewIn(block: Block | undefined, x: number, shape: Shape): View {
  const [planes, rows = 1, cols = 1] = shape as [number, number?, number?];
  if (block?.kind !== 'conv') return { place: x, row: cols, plane: rows * cols, planes, rows, cols };
  return { place: x + block.inside, row: block.xRow, plane: block.xPlane, planes, rows, cols };
}
