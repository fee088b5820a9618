/** Something lies behind the end of the file: it was cut short. */
export class PastEnd extends Error {}

/** The bytes of a file, read at any place. Every place and length is in bytes. */
export class ByteReader {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get length(): number {
    return this.bytes.length;
  }

  /** A whole number of `count` bytes, the first byte the largest. @throws PastEnd */
  be(at: number, count: number): number {
    this.need(at + count);
    let value = 0;
    for (let i = at; i < at + count; i++) value = value * 256 + (this.bytes[i] as number);
    return value;
  }

  /** A whole number of `count` bytes, the first byte the smallest. @throws PastEnd */
  le(at: number, count: number): number {
    this.need(at + count);
    let value = 0;
    for (let i = at + count - 1; i >= at; i--) value = value * 256 + (this.bytes[i] as number);
    return value;
  }

  /** Latin letters, as many as there are up to `count`. Never throws. */
  text(at: number, count: number): string {
    let text = '';
    for (const byte of this.bytes.subarray(at, at + count)) text += String.fromCharCode(byte);
    return text;
  }

  /** The part from `from` up to `to`. @throws PastEnd */
  part(from: number, to: number): ByteReader {
    this.need(to);
    return new ByteReader(this.bytes.subarray(from, to));
  }

  /** @throws PastEnd if the file ends before `end` */
  need(end: number): void {
    if (end > this.bytes.length) throw new PastEnd();
  }
}
