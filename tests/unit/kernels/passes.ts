import { expect } from 'vitest';
import { createLayers } from '../../../src/network/createLayer.ts';
import { ownedBy } from '../../../src/network/layer.ts';
import { backThrough, forwardThrough } from '../../../src/network/passes.ts';
import { type EngineName, planFor } from '../../../src/network/plan.ts';
import type { NetworkSpec } from '../../../src/network/spec.ts';
import type { PassMode } from '../../../src/tensor/kernels/plan/stage.ts';
import { createRandom, randomNormal } from '../../../src/tensor/random.ts';
import { type Tensor, zeros } from '../../../src/tensor/tensor.ts';

/** What runs besides the plain layers. */
export const PLANNED = ['fast', 'compiled'] as const;

/** How far an engine may be off, relative to the largest number: it rounds once at the end, or each sum. */
export const ROUNDING: Readonly<Record<EngineName, number>> = { plain: 0, fast: 1e-6, compiled: 1e-5 };

export interface Passes {
  /** The largest number that went in. */
  readonly most: number;
  readonly y: Tensor;
  readonly dx: Tensor;
  readonly grads: readonly Tensor[];
}

export interface Layers {
  /** Forward and backward. @param x, dy float32 */
  pass(x: Tensor, dy: Tensor, mode: PassMode): Passes;
  readonly params: readonly Tensor[];
  readonly buffers: readonly Tensor[];
}

/** The layers in a plan, or plain and in float64, with biases that are not 0. @throws Error where they do not fit */
export function layersOf(spec: NetworkSpec, engine: EngineName, seed: number): Layers {
  const dtype = engine === 'plain' ? 'float64' : 'float32';
  const layers = createLayers(spec.layers, { inShape: spec.input, random: createRandom(seed), dtype });
  const { params, grads, buffers } = ownedBy(layers);
  const random = createRandom(seed);
  for (const { data, shape } of params)
    if (shape.length === 1) for (let i = 0; i < data.length; i++) data[i] = random.normal();
  for (const { data } of params) data.set(Float32Array.from(data));
  const { name, plan } = planFor(layers, engine);
  expect(name).toBe(engine);
  return {
    params,
    buffers,
    pass(x, dy, mode) {
      const most = Math.max(...[x, dy, ...params].map(largest));
      if (!plan) {
        const y = forwardThrough(layers, x.as(dtype), mode).at(-1) as Tensor;
        const dx = backThrough(layers, dy.as(dtype))[0] as Tensor;
        return { most, y, dx, grads: grads.map((g) => g.clone()) };
      }
      const dx = zeros(x.shape);
      const y = plan.forward(x, mode);
      plan.backward(dy, dx);
      return { most, y, dx, grads: grads.map((g) => g.clone()) };
    },
  };
}

/** The shape of what the layers put out for n samples; null where they do not fit. */
export function outShapeOf({ input, layers }: NetworkSpec, n: number): number[] | null {
  try {
    const made = createLayers(layers, { inShape: input, random: createRandom(1), dtype: 'float32' });
    return [n, ...(made.at(-1)?.outShape ?? [])];
  } catch {
    return null;
  }
}

/** Random normal numbers, of which about `zeros` in ten are 0, as behind a ReLU. */
export function sparseNormal(shape: readonly number[], seed: number, empty: number): Tensor {
  const random = createRandom(seed);
  return randomNormal(shape, random).map((value) => (random.below(10) < empty ? 0 : value));
}

/** The largest size among the finite numbers of a tensor. */
const largest = ({ data }: Tensor): number => {
  let most = 0;
  for (const value of data) if (Number.isFinite(value)) most = Math.max(most, Math.abs(value));
  return most;
};

/**
 * Within rounding, relative to the largest number of a tensor; of a tensor whose numbers are small because others
 * cancel, relative to a tenth of the largest that went in or came out. NaN and infinities are the same.
 */
export function close(got: Passes, wanted: Passes, rounding: number): void {
  const flat = ({ y, dx, grads }: Passes) => [y, dx, ...grads];
  const most = Math.max(wanted.most, ...flat(wanted).map(largest));
  expect(flat(got).map((t) => t.shape)).toEqual(flat(wanted).map((t) => t.shape));
  flat(got).forEach((t, k) => {
    const other = flat(wanted)[k] as Tensor;
    const scale = Math.max(largest(other), 0.1 * most, 1e-6);
    t.data.forEach((value, i) => {
      const right = other.data[i] as number;
      if (Object.is(value, right) || Math.abs(value - right) <= rounding * scale) return;
      expect.fail(`${['y', 'dx'][k] ?? `gradient ${k - 2}`}, cell ${i}: ${value} for ${right}`);
    });
  });
}
