import type { TypedArray } from '../../tensor.ts';
import { type Box, boxOf, type Order } from './box.ts';
import { type Stage, takesAll } from './stage.ts';

/** The memory of one plan. */
export interface Memory {
  /** Its words; another array after it has grown. */
  readonly cells: TypedArray;
  /** Makes room for at least so many words; new ones are 0, and what stood there may be lost. */
  hold(words: number): void;
  /** So many words and no more. */
  readonly most: number;
}

/** Where something of sample n begins. */
export type Place = (n: number) => number;

/** Where a stage finds its numbers. */
export interface Site {
  readonly memory: Memory;
  /** Input and output of one sample; their gradients stand in boxes alike. */
  readonly x: Box;
  readonly y: Box;
  readonly xAt: Place;
  readonly yAt: Place;
  readonly dxAt: Place;
  readonly dyAt: Place;
  /** Words that all samples share. */
  reserve(words: number): number;
  /** Words of each sample. */
  reserveEach(words: number): Place;
  /** So many words behind the end of a box may be read. */
  overrun(words: number): void;
}

/** Gives every number of a plan its place: what all samples share first, then one slot for each sample. */
export interface Layout {
  readonly sites: readonly Site[];
  /** Input and output of the whole, of one sample. */
  readonly first: Site;
  readonly last: Site;
  /** How many words so many samples take. */
  words(samples: number): number;
}

/**
 * Each value between two stages has a box with the border that the convolution behind it reads. Gradients
 * of samples that go one by one share a box; at either end, and beside a stage that takes all samples,
 * each sample has its own.
 */
export function layOut(
  stages: readonly Stage[],
  inShape: Stage['outShape'],
  { order, memory, reserved = 0 }: { order: Order; memory: Memory; reserved?: number },
): Layout {
  let [shared, slot, slack] = [reserved, 0, 0];
  const reserve = (words: number) => {
    shared += words;
    return shared - words;
  };
  const reserveEach = (words: number): Place => {
    const offset = slot;
    slot += words;
    return (n) => shared + n * slot + offset;
  };
  const values = [inShape, ...stages.map((stage) => stage.outShape)].map((shape, i) => {
    const reader = stages[i];
    const box = boxOf(shape, order, reader?.kind === 'conv' ? reader.g.pads : undefined);
    const own =
      i === 0 || i === stages.length || [stages[i - 1], reader].some((stage) => stage && takesAll(stage));
    const at = reserveEach(box.words);
    const common = own ? 0 : reserve(box.words);
    return { box, at, gradientAt: own ? reserveEach(box.words) : () => common };
  });
  const sites = stages.map((_, i): Site => {
    const [x, y] = [values[i]!, values[i + 1]!];
    return {
      memory,
      x: x.box,
      y: y.box,
      xAt: x.at,
      yAt: y.at,
      dxAt: x.gradientAt,
      dyAt: y.gradientAt,
      reserve,
      reserveEach,
      overrun(words) {
        slack = Math.max(slack, words);
      },
    };
  });
  return {
    sites,
    first: sites[0]!,
    last: sites.at(-1)!,
    words: (samples) => shared + samples * slot + slack,
  };
}
