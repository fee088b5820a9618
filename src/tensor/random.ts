import { type DType, type Shape, type Tensor, zeros } from './tensor.ts';

/** A stream of random numbers; the same seed gives the same stream on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Normal, mean 0 and variance 1. */
  normal(): number;
  /** A whole number, uniform in 0 … n − 1. */
  below(n: number): number;
}

/**
 * mulberry32 (Tommy Ettinger; 32 bits of state, passes gjrand's 13 tests) with the Box–Muller
 * transform for normal numbers.
 *
 * @param seed a whole number; its lowest 32 bits count
 */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  let spare: number | null = null;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = (): number => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - next()));
    const angle = 2 * Math.PI * next();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return { next, normal, below: (n) => Math.floor(next() * n) };
}

/** A tensor of normal numbers, mean 0 and the given standard deviation. */
export function randomNormal(shape: Shape, random: Random, deviation = 1, dtype: DType = 'float32'): Tensor {
  return zeros(shape, dtype).map(() => deviation * random.normal());
}

/** A tensor of numbers uniform in [low, high). */
export function randomUniform(
  shape: Shape,
  random: Random,
  low = 0,
  high = 1,
  dtype: DType = 'float32',
): Tensor {
  return zeros(shape, dtype).map(() => low + (high - low) * random.next());
}

/** A seed that follows from two numbers; neighbours give unlike seeds (the finaliser of MurmurHash3). */
export function mixSeeds(seed: number, other: number): number {
  let h = (seed ^ Math.imul(other, 0x9e3779b1)) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
