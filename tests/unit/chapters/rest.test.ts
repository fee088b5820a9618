import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/language/language.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { gates } from '../../../src/scenes/gates/scene.ts';
import { poolingBackward } from '../../../src/scenes/pooling-backward/scene.ts';
import { activation, activationBackward } from '../../../src/tensor/activations.ts';
import { avgPool2dBackward } from '../../../src/tensor/avgPool2d.ts';
import { batchNorm2dBackward, channelStatistics } from '../../../src/tensor/batchNorm2d.ts';
import { flatten } from '../../../src/tensor/flatten.ts';
import { linear, linearBackward } from '../../../src/tensor/linear.ts';
import { maxPool2d, maxPool2dBackward } from '../../../src/tensor/maxPool2d.ts';
import { createRandom, randomNormal } from '../../../src/tensor/random.ts';
import { full, type Tensor, tensor } from '../../../src/tensor/tensor.ts';

/** What chapter 15 works out by hand is what the core computes. */
const matrix = (rows: readonly (readonly number[])[]): Tensor =>
  tensor([rows.length, rows[0]?.length ?? 0], rows.flat(), 'float64');

/** As the chapter sets it. */
const typeset = (t: Tensor, shape: readonly number[] = t.shape): string => {
  const [rows = 1, cols = 1] = shape.slice(-2);
  const lines = Array.from({ length: rows }, (_, r) =>
    Array.from({ length: cols }, (_, c) => String((t.data[r * cols + c] as number) + 0)).join('&'),
  );
  return String.raw`\begin{bmatrix}${lines.join(String.raw`\\`)}\end{bmatrix}`;
};

const square = (side: number, values: readonly number[]): Tensor =>
  tensor([1, 1, side, side], [...values], 'float64');

describe.each(LANGUAGES)('the sums of chapter 15 that are done by hand, %s', (language) => {
  const text = readFileSync(`src/chapters/15-back-through-the-rest/${language}.mdx`, 'utf8');

  it('has the four gates', () => {
    const z = matrix([
      [2, -1],
      [0, 5],
    ]);
    const da = matrix([
      [1, -2],
      [3, 4],
    ]);
    expect(text).toContain(`z=${typeset(z)}`);
    expect(text).toContain(`a=${typeset(activation('relu', z))}`);
    expect(text).toContain(String.raw`\partial a=${typeset(da)}`);
    const mask = activationBackward('relu', z, full([2, 2], 1, 'float64'));
    expect(text).toContain(String.raw`\varphi'(z)=${typeset(mask)}`);
    const dz = activationBackward('relu', z, da);
    expect(text).toContain(`=${typeset(dz)}`);
    expect(text).toMatch(/<Answer text="0" right>/);
    expect(dz.at(1, 0)).toBe(0);
  });

  it('has the gate of the sigmoid at 5', () => {
    const at = tensor([1], [5], 'float64');
    const dz = activationBackward('sigmoid', at, tensor([1], [4], 'float64')).data[0] as number;
    expect(text).toContain((dz / 4).toFixed(4));
    expect(text).toContain(dz.toFixed(3));
    const tanh = activationBackward('tanh', at, tensor([1], [4], 'float64')).data[0] as number;
    expect(tanh).toBeLessThan(dz);
  });

  it('has what is left after three and after ten sigmoid layers', () => {
    const { chains } = gatesAt('deep-sigmoid');
    const left = chains.left[0] as number;
    expect(left.toFixed(7)).toBe('0.0000003');
    expect(text).toContain(left.toFixed(7));
    expect(left).toBeLessThan(1e-6);
    expect(chains.left[chains.depth - 3]).toBeCloseTo(0.01, 3);
    // The average gate with weight 1, and with weight 4.
    const mean = (of: Float64Array): number => of.reduce((sum, value) => sum + value, 0) / of.length;
    expect(mean(chains.gates)).toBeCloseTo(0.22, 2);
    const four = gatesAt('deep-four').chains;
    expect(mean(four.gates)).toBeCloseTo(0.02, 2);
    expect(Math.round(Math.log10(four.left[0] as number))).toBe(-11);
    expect(text).toContain('$10^{-11}$');
  });

  it('has one window, max and mean', () => {
    const x = square(2, [1, 3, 4, 2]);
    const dy = square(1, [6]);
    const { argMax } = maxPool2d(x, { kernel: 2 });
    expect(text).toContain(String.raw`\partial x=${typeset(maxPool2dBackward(dy, argMax, x.shape))}`);
    expect(text).toContain(String.raw`\partial x=${typeset(avgPool2dBackward(dy, x.shape, { kernel: 2 }))}`);
  });

  it('has the overlapping pairs', () => {
    const x = tensor([1, 1, 1, 3], [1, 5, 2], 'float64');
    const { argMax } = maxPool2d(x, { kernel: [1, 2], stride: 1 });
    const dx = maxPool2dBackward(tensor([1, 1, 1, 2], [2, 3], 'float64'), argMax, x.shape);
    expect([...dx.data]).toEqual([0, 5, 0]);
    expect(text).toMatch(/<Answer text="5" right>/);
  });

  it('has the middle pixel of a mean, and three pixels that a maximum pays', () => {
    const mean = poolingAt('mean-middle');
    const shares = [...mean.dy.data].map((value) => value / 9);
    expect(shares).toEqual([2, 3, -1, 4]);
    expect(text).toContain(`$2+3-1+4=${mean.dx.at(0, 0, 2, 2)}$`);
    expect(poolingAt('all-windows').dx.data.filter((value) => value !== 0)).toHaveLength(3);
  });

  it('has the dense layer with three inputs and two neurons', () => {
    const w = matrix([
      [1, 0, 2],
      [-1, 3, 1],
    ]);
    const [x, b, dy] = [matrix([[1, 2, -1]]), tensor([2], [0, 1], 'float64'), matrix([[2, -1]])];
    const y = linear(x, w, b);
    const { dx, dw, db } = linearBackward(x, w, dy);
    const upright = (t: Tensor): string => typeset(t, [t.size, 1]);
    expect(text.replaceAll('\n', '')).toContain(`${typeset(w)}${upright(x)}+${upright(b)}=${upright(y)}`);
    expect(text).toContain(String.raw`\partial y=${upright(dy)}`);
    expect(text).toContain(`=${upright(dx)}`);
    expect(text).toContain(`${upright(dy)}${typeset(x)}=${typeset(dw)}`);
    expect([...(db?.data ?? [])]).toEqual([...dy.data]);
    expect(text).toContain(String.raw`$1\cdot2+(-1)\cdot(-1)=${dx.at(0, 0)}$`);
  });

  it('has the address of a flattened number', () => {
    const map = tensor(
      [1, 16, 7, 7],
      Float64Array.from({ length: 784 }, (_, i) => i),
      'float64',
    );
    expect(flatten(map).at(0, 66)).toBe(map.at(0, 1, 2, 3));
    expect(text).toContain(String.raw`$(1\cdot7+2)\cdot7+3=66$`);
  });
});

/** The model that a phrase of the chapter brings. */
function gatesAt(beat: string) {
  const store = createFigureStore(gates);
  expect(store.actions.goTo(beat)).toBe(true);
  return store.getState().model;
}

function poolingAt(beat: string) {
  const store = createFigureStore(poolingBackward);
  expect(store.actions.goTo(beat)).toBe(true);
  return store.getState().model;
}

describe('what chapter 15 claims', () => {
  /** Ten layers of 256 neurons with ReLU: the size of the gradient at their beginning over that at their end. */
  function kept(variance: number, seed: number): number {
    const [n, depth] = [256, 10];
    const random = createRandom(seed);
    const weights = Array.from({ length: depth }, () =>
      randomNormal([n, n], random, Math.sqrt(variance / n), 'float64'),
    );
    let a = randomNormal([1, n], random, 1, 'float64');
    const layers = weights.map((w) => {
      const layer = { x: a, w, z: linear(a, w, null) };
      a = activation('relu', layer.z);
      return layer;
    });
    const size = (t: Tensor): number => Math.hypot(...t.data);
    let da = randomNormal([1, n], random, 1, 'float64');
    const start = size(da);
    for (const { x, w, z } of layers.toReversed())
      da = linearBackward(x, w, activationBackward('relu', z, da)).dx;
    return size(da) / start;
  }

  it('keeps a gradient’s size with variance 2 / n, and a 32nd of it with 1 / n', () => {
    const mean = (variance: number): number => {
      const logs = [1, 2, 3, 4].map((seed) => Math.log2(kept(variance, seed)));
      return logs.reduce((sum, log) => sum + log, 0) / logs.length;
    };
    expect(Math.abs(mean(2))).toBeLessThan(0.5);
    expect(Math.abs(mean(1) + 5)).toBeLessThan(0.5);
  });

  it('sends through batch normalisation gradients that add up to 0 in each channel', () => {
    const random = createRandom(3);
    const x = randomNormal([4, 2, 3, 3], random, 2, 'float64');
    const dy = randomNormal([4, 2, 3, 3], random, 1, 'float64');
    const gamma = tensor([2], [1.5, 0.5], 'float64');
    const { dx } = batchNorm2dBackward(x, gamma, dy, channelStatistics(x), { training: true });
    for (const channel of [0, 1]) {
      let sum = 0;
      for (let n = 0; n < 4; n++)
        for (let i = 0; i < 9; i++) sum += dx.at(n, channel, Math.floor(i / 3), i % 3);
      expect(Math.abs(sum)).toBeLessThan(1e-12);
    }
  });
});
