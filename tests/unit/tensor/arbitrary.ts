import fc from 'fast-check';
import type { AvgPool2dOptions } from '../../../src/tensor/avgPool2d.ts';
import type { Conv2dOptions } from '../../../src/tensor/conv2dGeometry.ts';
import type { ConvTranspose2dOptions } from '../../../src/tensor/convTranspose2d.ts';
import { kernelExtent, type PadMode, type Sides } from '../../../src/tensor/geometry.ts';
import { createRandom, randomNormal } from '../../../src/tensor/random.ts';
import { type DType, type Shape, type Tensor, zeros } from '../../../src/tensor/tensor.ts';

/** A tensor of normal numbers from a seed. */
export function numbers(shape: Shape, seed: number, dtype: DType = 'float64'): Tensor {
  return randomNormal(shape, createRandom(seed), 1, dtype);
}

/** Σ a · b: the loss whose gradient with respect to a is b. */
export function dot(a: Tensor, b: Tensor): number {
  let sum = 0;
  for (let i = 0; i < a.size; i++) sum += (a.data[i] as number) * (b.data[i] as number);
  return sum;
}

/** The largest |a − b|, relative to the largest of either where that is above 1. */
export function distance(a: Tensor, b: Tensor): number {
  if (a.shape.join() !== b.shape.join()) return Number.POSITIVE_INFINITY;
  let [worst, scale] = [0, 1];
  for (let i = 0; i < a.size; i++) {
    const [p, q] = [a.data[i] as number, b.data[i] as number];
    worst = Math.max(worst, Math.abs(p - q));
    scale = Math.max(scale, Math.abs(p), Math.abs(q));
  }
  return worst / scale;
}

/** Every index of a shape, row-major. */
export function* indices(shape: Shape): Generator<number[]> {
  const size = zeros(shape).size;
  for (let flat = 0; flat < size; flat++) {
    const index: number[] = [];
    let rest = flat;
    for (const side of [...shape].reverse()) {
      index.unshift(rest % side);
      rest = Math.floor(rest / side);
    }
    yield index;
  }
}

export interface ConvCase {
  readonly x: Tensor;
  readonly w: Tensor;
  readonly b: Tensor;
  readonly options: Conv2dOptions;
}

const small = (max: number, min = 1) => fc.integer({ min, max });

/** A convolution with random sizes and options that fits, in float64. */
export function convCase(modes: readonly PadMode[] = ['zeros']): fc.Arbitrary<ConvCase> {
  return fc
    .record({
      seed: fc.nat(),
      batch: small(2),
      groups: small(2),
      groupIn: small(2),
      groupOut: small(2),
      kernel: fc.tuple(small(3), small(3)),
      stride: fc.tuple(small(3), small(3)),
      dilation: fc.tuple(small(2), small(2)),
      pads: fc.tuple(small(2, 0), small(2, 0), small(2, 0), small(2, 0)),
      word: fc.constantFrom('sides' as const, 'valid' as const, 'same' as const, 'full' as const),
      padMode: fc.constantFrom(...modes),
      more: fc.tuple(small(3, 0), small(3, 0)),
    })
    .map((c) => {
      // Large enough for the kernel and for reflect and circular to have something to copy.
      const height = Math.max(kernelExtent(c.kernel[0], c.dilation[0]), 3) + c.more[0];
      const width = Math.max(kernelExtent(c.kernel[1], c.dilation[1]), 3) + c.more[1];
      const word = c.padMode === 'zeros' ? c.word : 'sides';
      return {
        x: numbers([c.batch, c.groups * c.groupIn, height, width], c.seed),
        w: numbers([c.groups * c.groupOut, c.groupIn, ...c.kernel], c.seed + 1),
        b: numbers([c.groups * c.groupOut], c.seed + 2),
        options: {
          stride: c.stride,
          dilation: c.dilation,
          groups: c.groups,
          padMode: c.padMode,
          padding: word === 'sides' ? c.pads : word,
        },
      };
    });
}

export interface TransposeCase {
  readonly x: Tensor;
  readonly w: Tensor;
  readonly b: Tensor;
  readonly options: ConvTranspose2dOptions;
}

/** A transposed convolution with random sizes and options that fits, in float64. */
export function transposeCase(): fc.Arbitrary<TransposeCase> {
  return fc
    .record({
      seed: fc.nat(),
      batch: small(2),
      groups: small(2),
      groupIn: small(2),
      groupOut: small(2),
      kernel: fc.tuple(small(3), small(3)),
      stride: fc.tuple(small(3), small(3)),
      dilation: fc.tuple(small(3), small(3)),
      pads: fc.tuple(small(1, 0), small(1, 0), small(1, 0), small(1, 0)),
      extra: fc.tuple(small(2, 0), small(2, 0)),
    })
    .map((c) => ({
      x: numbers([c.batch, c.groups * c.groupIn, 3, 4], c.seed),
      w: numbers([c.groups * c.groupIn, c.groupOut, ...c.kernel], c.seed + 1),
      b: numbers([c.groups * c.groupOut], c.seed + 2),
      options: {
        stride: c.stride,
        dilation: c.dilation,
        groups: c.groups,
        padding: c.pads,
        outputPadding: [0, 1].map((axis) =>
          Math.min(
            c.extra[axis] as number,
            Math.max(c.stride[axis] as number, c.dilation[axis] as number) - 1,
          ),
        ) as [number, number],
      },
    }));
}

/** The numbers 0, 0.1, 0.2 … in random order. */
function apart(shape: Shape, seed: number): Tensor {
  const keys = numbers(shape, seed).data;
  const order = Array.from(keys.keys()).sort((i, j) => (keys[i] as number) - (keys[j] as number));
  const x = zeros(shape, 'float64');
  order.forEach((place, rank) => {
    x.data[place] = rank / 10;
  });
  return x;
}

export interface PoolCase {
  readonly x: Tensor;
  readonly options: AvgPool2dOptions;
}

/** A pooling with random sizes and options that fits, over numbers at least 0.1 apart, in float64. */
export function poolCase(): fc.Arbitrary<PoolCase> {
  return fc
    .record({
      seed: fc.nat(),
      kernel: fc.tuple(small(3), small(3)),
      stride: fc.tuple(small(3), small(3)),
      dilation: fc.tuple(small(2), small(2)),
      share: fc.tuple(small(2, 0), small(2, 0), small(2, 0), small(2, 0)),
      more: fc.tuple(small(4, 0), small(4, 0)),
      ceilMode: fc.boolean(),
      countIncludePad: fc.boolean(),
    })
    .map(({ seed, kernel, stride, dilation, share, more, ceilMode, countIncludePad }) => {
      const extents = [0, 1].map((axis) => kernelExtent(kernel[axis] as number, dilation[axis] as number));
      const padding = share.map((pad, side) => Math.min(pad, Math.floor((extents[side % 2] as number) / 2)));
      const sides = extents.map((extent, axis) => extent + (more[axis] as number));
      return {
        x: apart([2, 2, ...sides], seed),
        options: {
          kernel,
          stride,
          dilation,
          padding: padding as unknown as Sides,
          ceilMode,
          countIncludePad,
        },
      };
    });
}
