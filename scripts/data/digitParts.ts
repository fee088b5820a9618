import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../src/network/crc32.ts';
import type { DataSet } from '../../src/worker/dataSets.ts';
import { type Digits, PIXELS, packDigits } from '../../src/worker/packing.ts';
import type { DigitSet, Manifest, Part } from '../../src/worker/parts.ts';

/** Digits in a part. */
const IN_PART = 2500;

/**
 * The files of one set of data: its first digits to train on and to test with, in parts, and the list of them.
 *
 * @param shipped how many of each are wanted
 */
export function digitParts(
  all: Readonly<Record<DigitSet, Digits>>,
  shipped: DataSet,
): ReadonlyMap<string, Uint8Array | string> {
  const files = new Map<string, Uint8Array | string>();
  const partsOf = (set: DigitSet): Part[] =>
    Array.from({ length: shipped[set] / IN_PART }, (_, p) => {
      const packed = packDigits(slice(all[set], p * IN_PART, (p + 1) * IN_PART));
      const bytes = deflateRawSync(packed, { level: 9 });
      const file = `${set}-${p}.bin`;
      files.set(file, bytes);
      return { file, count: IN_PART, bytes: bytes.length, crc32: crc32(bytes) };
    });
  const manifest: Manifest = { train: partsOf('train'), test: partsOf('test') };
  files.set('parts.json', `${JSON.stringify(manifest, null, 2)}\n`);
  return files;
}

const slice = ({ labels, pixels }: Digits, from: number, to: number): Digits => ({
  labels: labels.slice(from, to),
  pixels: pixels.slice(from * PIXELS, to * PIXELS),
});
