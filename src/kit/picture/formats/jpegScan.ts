import { type ByteReader, PastEnd } from './ByteReader.ts';
import type { HuffmanTable, JpegFrame } from './jpegFrame.ts';

/** The bits of a scan, from its first byte on; behind ff stands a 0 that does not count. */
class Bits {
  private held = 0;
  private left = 0;

  private readonly bytes: Uint8Array;
  private at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  next(): number {
    if (this.left === 0) {
      if (this.at >= this.bytes.length) throw new PastEnd();
      this.held = this.bytes[this.at] as number;
      this.at += this.held === 0xff ? 2 : 1;
      this.left = 8;
    }
    this.left--;
    return (this.held >> this.left) & 1;
  }

  skip(count: number): void {
    for (let i = 0; i < count; i++) this.next();
  }

  symbol(table: HuffmanTable): number {
    for (let code = 1, length = 0; length < 16; length++) {
      code = code * 2 + this.next();
      const symbol = table[code] as number;
      if (symbol >= 0) return symbol;
    }
    throw new PastEnd();
  }

  /** The rest of the byte is filling, then comes the mark of a restart. */
  restart(): void {
    this.left = 0;
    this.at += 2;
  }
}

/** Counts through the blocks of a sequential scan: are they all there? Nothing is computed of their numbers. */
export function scanIsWhole(
  file: ByteReader,
  from: number,
  segment: ByteReader,
  frame: JpegFrame,
  tables: ReadonlyMap<number, HuffmanTable>,
  restart: number,
): boolean {
  try {
    const bits = new Bits(file.bytes, from);
    const blocks = blocksOf(segment, frame, tables);
    for (let unit = 0; unit < unitsOf(segment, frame); unit++) {
      if (restart > 0 && unit > 0 && unit % restart === 0) bits.restart();
      for (const [first, others] of blocks) skipBlock(bits, first, others);
    }
    return true;
  } catch {
    return false;
  }
}

/** One number, then 63 that may be skipped in runs: the symbol has the run and the bits of the number. */
function skipBlock(bits: Bits, first: HuffmanTable, others: HuffmanTable): void {
  bits.skip(bits.symbol(first));
  for (let k = 1; k < 64; k++) {
    const symbol = bits.symbol(others);
    const size = symbol & 15;
    if (size === 0 && symbol !== 0xf0) return;
    k += symbol >> 4;
    bits.skip(size);
  }
}

type Tables = readonly [first: HuffmanTable, others: HuffmanTable];

/** The tables of every block of one unit, in the order in which they are written. */
function blocksOf(
  segment: ByteReader,
  frame: JpegFrame,
  tables: ReadonlyMap<number, HuffmanTable>,
): readonly Tables[] {
  const count = segment.be(0, 1);
  return Array.from({ length: count }, (_, i) => {
    const [across, down] = frame.sampling.get(segment.be(1 + 2 * i, 1)) ?? [1, 1];
    const numbers = segment.be(2 + 2 * i, 1);
    const [first, others] = [tables.get(numbers >> 4), tables.get(16 + (numbers & 15))];
    if (!first || !others) throw new PastEnd();
    return Array.from({ length: count === 1 ? 1 : across * down }, (): Tables => [first, others]);
  }).flat();
}

/** How many units a scan has: blocks of its only component, or squares that hold blocks of all of them. */
function unitsOf(segment: ByteReader, { width, height, sampling }: JpegFrame): number {
  const all = [...sampling.values()];
  const [most, tallest] = [0, 1].map((i) => Math.max(...all.map((factors) => factors[i] as number))) as [
    number,
    number,
  ];
  const [across, down] = segment.be(0, 1) === 1 ? (sampling.get(segment.be(1, 1)) ?? [1, 1]) : [1, 1];
  const blocks = (side: number, factor: number, largest: number): number =>
    Math.ceil(Math.ceil((side * factor) / largest) / 8);
  return blocks(width, across, most) * blocks(height, down, tallest);
}
