import { crc32 } from '../network/crc32.ts';
import { isWhole } from '../tensor/errors.ts';
import { type Digits, packedSize, unpackDigits } from './packing.ts';

/** One file of digits: deflate (RFC 1951, without a header) of what `packDigits` makes. */
export interface Part {
  readonly file: string;
  /** How many digits. */
  readonly count: number;
  /** Length and CRC-32 of the file as it is sent. */
  readonly bytes: number;
  readonly crc32: number;
}

export type DigitSet = 'train' | 'test';

/** What the `parts.json` of a data set says. */
export type Manifest = Readonly<Record<DigitSet, readonly Part[]>>;

/** What is wrong with a file: it did not come, was not found, ends early, has changed, or is none of ours. */
export type PartProblem = 'unreachable' | 'missing' | 'cut-off' | 'damaged' | 'unknown';

/** A file of digits that cannot be used, and why. */
export class PartError extends Error {
  readonly problem: PartProblem;
  readonly file: string;

  constructor(problem: PartProblem, file: string, detail: string) {
    super(`${file}: ${detail}`);
    this.name = 'PartError';
    this.problem = problem;
    this.file = file;
  }
}

/** @throws PartError when the text is no list of parts */
export function readManifest(text: string, file: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new PartError('damaged', file, 'is no JSON: cut off, or another page in its place');
  }
  const isPart = (part: Partial<Part> | null): boolean =>
    /^[\w.-]+$/.test(part?.file ?? '') &&
    isWhole(part?.count, 1) &&
    isWhole(part?.bytes, 1) &&
    isWhole(part?.crc32, 0, 2 ** 32);
  const { train, test } = (value ?? {}) as Partial<Manifest>;
  for (const parts of [train, test])
    if (!Array.isArray(parts) || parts.length < 1 || !parts.every(isPart))
      throw new PartError('unknown', file, 'does not list the parts of the digits');
  return value as Manifest;
}

/**
 * The digits of one part, as the bytes came.
 *
 * @throws PartError saying whether the file was cut off or damaged
 */
export async function readPart(bytes: Uint8Array<ArrayBuffer>, part: Part): Promise<Digits> {
  const { file, count } = part;
  if (bytes.length < part.bytes)
    throw new PartError('cut-off', file, `ends after ${bytes.length} of ${part.bytes} bytes`);
  const sum = crc32(bytes);
  if (bytes.length !== part.bytes || sum !== part.crc32)
    throw new PartError(
      'damaged',
      file,
      `${bytes.length} bytes with checksum ${sum} are not those that were written`,
    );
  const packed = await inflate(bytes).catch(() => {
    throw new PartError('damaged', file, 'cannot be unpacked');
  });
  if (packed.length !== packedSize(count))
    throw new PartError('damaged', file, `holds ${packed.length} bytes, not ${count} digits`);
  return unpackDigits(packed, count);
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
