import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../src/network/crc32.ts';
import { type Digits, packDigits } from '../../src/worker/packing.ts';
import type { DigitSet, Manifest, Part } from '../../src/worker/parts.ts';
import { mnistBytes } from '../mnist.ts';

/** Digits in a part, and the first so many of each set that are shipped. */
const IN_PART = 2500;
const SHIPPED: Readonly<Record<DigitSet, number>> = { train: 20_000, test: 10_000 };

/** The digits to train on and to test with, as the files of `public/data/mnist/`. */
export function mnistParts(): ReadonlyMap<string, Uint8Array | string> {
  const files = new Map<string, Uint8Array | string>();
  const partsOf = (set: DigitSet): Part[] => {
    const all = mnistBytes(set === 'train' ? 'train' : 't10k');
    return Array.from({ length: SHIPPED[set] / IN_PART }, (_, p) => {
      const bytes = deflateRawSync(packDigits(slice(all, p * IN_PART, (p + 1) * IN_PART)), { level: 9 });
      const file = `${set}-${p}.bin`;
      files.set(file, bytes);
      return { file, count: IN_PART, bytes: bytes.length, crc32: crc32(bytes) };
    });
  };
  const manifest: Manifest = { train: partsOf('train'), test: partsOf('test') };
  files.set('parts.json', `${JSON.stringify(manifest, null, 2)}\n`);
  return files;
}

function slice({ labels, pixels }: Digits, from: number, to: number): Digits {
  const size = pixels.length / labels.length;
  return { labels: labels.slice(from, to), pixels: pixels.slice(from * size, to * size) };
}
