import { type ByteReader, PastEnd } from './ByteReader.ts';

/** A box of the ISO base media file format (ISO/IEC 14496-12). */
export interface Box {
  readonly name: string;
  readonly data: ByteReader;
}

/** The boxes of a file, or of the inside of another box, one behind the other. @throws PastEnd */
export function* boxesOf(file: ByteReader, from = 0): Generator<Box> {
  for (let at = from; at < file.length; ) {
    const short = file.be(at, 4);
    const name = file.text(at + 4, 4);
    // 1: the length follows in eight bytes. 0: up to the end of the file.
    const head = short === 1 ? 16 : 8;
    const length = short === 1 ? file.be(at + 8, 8) : short === 0 ? file.length - at : short;
    if (length < head) throw new PastEnd();
    yield { name, data: file.part(at + head, at + length) };
    at += length;
  }
}

/** The inside of the first box of that name. @throws PastEnd */
export function findBox(file: ByteReader, name: string, from = 0): ByteReader | undefined {
  for (const box of boxesOf(file, from)) if (box.name === name) return box.data;
  return undefined;
}

/** The kinds that a file says it is of, the main one first; empty if it is of another family. */
export function brandsOf(file: ByteReader): readonly string[] {
  if (file.text(4, 4) !== 'ftyp') return [];
  const others = file.text(16, Math.min(file.be(0, 4), 256) - 16).match(/[\s\S]{4}/g) ?? [];
  return [file.text(8, 4), ...others];
}
