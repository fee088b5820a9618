import { reject } from '../tensor/errors.ts';
import { createRandom, type Random } from '../tensor/random.ts';
import type { TypedArray } from '../tensor/tensor.ts';

/** Labelled samples to train on or to test with. */
export interface Samples {
  readonly count: number;
  /**
   * Writes the numbers of sample `index` to `into`, from `offset` on.
   *
   * @param random for a change at random (augmentation); left out when testing
   * @returns its class
   */
  read(index: number, into: TypedArray, offset: number, random?: Random): number;
}

/** Grey pixels of 0–255, one sample after the other, as numbers from 0 to 1. */
export function pixelSamples(pixels: Uint8Array, labels: Uint8Array, size: number): Samples {
  if (pixels.length !== labels.length * size)
    reject(
      'pixelSamples',
      'the number of pixels',
      pixels.length,
      `${labels.length * size} for ${labels.length} labels`,
    );
  return {
    count: labels.length,
    read(index, into, offset) {
      const from = index * size;
      for (let i = 0; i < size; i++) into[offset + i] = (pixels[from + i] as number) / 255;
      return labels[index] as number;
    },
  };
}

/**
 * The same images, each moved by up to `most` pixels up or down and left or right at random; 0 comes in
 * from outside. Without a `random` they stay where they are.
 */
export function shifted(samples: Samples, height: number, width: number, most: number): Samples {
  const image = new Float32Array(height * width);
  return {
    count: samples.count,
    read(index, into, offset, random) {
      if (!random) return samples.read(index, into, offset);
      const label = samples.read(index, image, 0);
      const down = random.below(2 * most + 1) - most;
      const right = random.below(2 * most + 1) - most;
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const [iy, ix] = [y - down, x - right];
          const inside = iy >= 0 && iy < height && ix >= 0 && ix < width;
          into[offset + y * width + x] = inside ? (image[iy * width + ix] as number) : 0;
        }
      return label;
    },
  };
}

/** 0 … count − 1 in an order that the seed decides (Fisher & Yates, as Knuth 3.4.2P). */
export function shuffled(count: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  const random = createRandom(seed);
  for (let i = count - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/**
 * The same images with their pixels in another order, one order for all of them: what stood side by side no longer does,
 * and nothing else is lost.
 *
 * @param seed decides the order
 */
export function scrambled(samples: Samples, size: number, seed: number): Samples {
  const order = shuffled(size, seed);
  const image = new Float32Array(size);
  return {
    count: samples.count,
    read(index, into, offset, random) {
      const label = samples.read(index, image, 0, random);
      for (let i = 0; i < size; i++) into[offset + i] = image[order[i] as number] as number;
      return label;
    },
  };
}
