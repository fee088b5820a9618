import { type Region, takeRegion } from '../tensor/kernels/arena.ts';
import type { View } from '../tensor/kernels/planes.ts';
import { sizeOf } from '../tensor/tensor.ts';
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
  const scratch = reserve(Math.max(...blocks.map(scratchWords)));
  const shared = blocks.map((block) => {
    const weights = sizeOf(block.layer.params[0]?.shape ?? []);
    const biases = block.kind === 'conv' ? block.cout : block.outs;
    const transformed = block.kind === 'conv' ? block.transformed : 0;
    const [w, u, b] = [reserve(weights), reserve(transformed), reserve(biases)];
    return { w, u, b, dw: reserve(weights), db: reserve(biases) };
  });
  const sharedWords = end;
  const own = blocks.map((block) => ({
    x: reserve(inputWords(block)),
    dx: reserve(inputWords(block)),
    y: reserve(block.kind === 'conv' ? block.cout * block.yPlane : 0),
  }));
  const last = blocks.at(-1) as Block;
  const outs = last.kind === 'dense' ? last.outs : 0;
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
    input: inputView(blocks[0] as Block, places[0]?.x as number),
    blocks: blocks.map((block, i) => {
      const next = places[i + 1] ?? ends;
      return {
        ...{ block, at: places[i] as Places },
        out: outputView(block, blocks[i + 1], next.x),
        dout: outputView(block, blocks[i + 1], next.dx),
      };
    }),
  };
}

function scratchWords(block: Block): number {
  return block.kind === 'conv' ? Math.max(block.pooledHeight * block.pooledWidth, block.scratch) : block.ins;
}

function inputWords(block: Block): number {
  return block.kind === 'conv' ? block.cin * block.xPlane : block.ins;
}

function inputView(block: Block, x: number): View {
  if (block.kind === 'dense') return { place: x, row: 1, plane: 1, planes: block.ins, rows: 1, cols: 1 };
  const { cin: planes, height: rows, width: cols, xRow: row, xPlane: plane } = block;
  return { place: x + block.inside, row, plane, planes, rows, cols };
}

function outputView(block: Block, next: Block | undefined, x: number): View {
  if (block.kind === 'dense') return { place: x, row: 1, plane: 1, planes: block.outs, rows: 1, cols: 1 };
  const { cout: planes, pooledHeight: rows, pooledWidth: cols } = block;
  if (next?.kind === 'conv')
    return { place: x + next.inside, row: next.xRow, plane: next.xPlane, planes, rows, cols };
  return { place: x, row: cols, plane: rows * cols, planes, rows, cols };
}
