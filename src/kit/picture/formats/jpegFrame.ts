import type { ByteReader } from './ByteReader.ts';

/** What the segments before a scan say of it. */
export interface JpegFrame {
  readonly width: number;
  readonly height: number;
  /** Every block is written once, whole; a progressive frame comes in several rounds. */
  readonly sequential: boolean;
  /** How often a component is sampled, across and down, by its number. */
  readonly sampling: ReadonlyMap<number, readonly [across: number, down: number]>;
}

/** Symbols by their code with a 1 before it, so that codes of different length differ; −1 where there is none. */
export type HuffmanTable = Int16Array;

export function readFrame(marker: number, segment: ByteReader): JpegFrame {
  const components = Array.from({ length: segment.be(5, 1) }, (_, i) => {
    const factors = segment.be(7 + 3 * i, 1);
    return [segment.be(6 + 3 * i, 1), [factors >> 4, factors & 15]] as const;
  });
  return {
    width: segment.be(3, 2),
    height: segment.be(1, 2),
    sequential: marker <= 0xc1,
    sampling: new Map(components),
  };
}

/** The tables of a segment go into `tables`, by class (0: first number of a block, 1: the others) and number. */
export function readHuffman(segment: ByteReader, tables: Map<number, HuffmanTable>): void {
  for (let at = 0; at < segment.length; ) {
    const table = new Int16Array(2 ** 17).fill(-1);
    tables.set(segment.be(at, 1), table);
    let symbol = at + 17;
    for (let length = 1, code = 0; length <= 16; length++, code *= 2)
      for (let i = segment.be(at + length, 1); i > 0; i--)
        table[2 ** length + code++] = segment.be(symbol++, 1);
    at = symbol;
  }
}

/**
 * Which of the 64 numbers of a component's blocks have their last bits in this scan, as `component,number`. A
 * progressive frame gives some numbers, or their upper bits alone, in each round.
 */
export function finishedBy(segment: ByteReader, { sequential }: JpegFrame): string[] {
  const count = segment.be(0, 1);
  const [from, to, lowest] = [0, 1, 2].map((i) => segment.be(1 + 2 * count + i, 1)) as [
    number,
    number,
    number,
  ];
  if (!sequential && (lowest & 15) > 0) return [];
  const [first, last] = sequential ? [0, 63] : [from, Math.min(63, to)];
  return Array.from({ length: count }, (_, i) => segment.be(1 + 2 * i, 1)).flatMap((component) =>
    Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => `${component},${first + k}`),
  );
}
