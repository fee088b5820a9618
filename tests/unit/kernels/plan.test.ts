import { describe, expect, it } from 'vitest';
import { createModel } from '../../../src/network/model.ts';
import { conv2d as plainConv2d } from '../../../src/tensor/conv2d.ts';
import { conv2d } from '../../../src/tensor/kernels/conv2d.ts';
import { createRandom, randomNormal } from '../../../src/tensor/random.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';

/** NaN and infinities the same, the rest within rounding to float32 of the largest number. */
function same(got: Tensor, wanted: Tensor): void {
  const scale = Math.max(...[...wanted.data].filter(Number.isFinite).map(Math.abs));
  got.data.forEach((v, i) => {
    const expected = wanted.data[i] as number;
    if (Object.is(v, expected) || Math.abs(v - expected) <= 2e-7 * scale) return;
    expect.fail(`cell ${i}: ${v} for ${expected}`);
  });
}

describe('a plan', () => {
  const spec = {
    input: [3, 14, 14],
    layers: [
      { type: 'conv2d', out: 8, kernel: 5, padding: 'same' },
      { type: 'activation', name: 'relu' },
      { type: 'flatten' },
      { type: 'linear', out: 4 },
    ],
  } as const;
  const model = createModel(spec);
  const layers = createModel(spec, { engine: 'plain' });
  const x = randomNormal([2, 3, 14, 14], createRandom(5));
  // A drawing on an empty ground: rows of zeros, which the kernels leave out.
  x.data.forEach((_, i) => {
    if (i % 196 < 60) x.data[i] = 0;
  });
  const compare = () => {
    layers.params.forEach(({ data }, i) => {
      data.set(model.params[i]?.data ?? []);
    });
    const [got, wanted] = [model.forward(x), layers.forward(x)];
    expect(layers.engine).toBe('plain');
    same(got, wanted);
  };

  it('sees each weight that changed since the last pass', () => {
    for (const { data } of model.params)
      for (const place of [0, data.length >> 1, data.length - 1]) {
        data[place] = 3;
        compare();
      }
  });

  it('computes with numbers that are not finite as the layers do', () => {
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
      for (const { data } of [...model.params, x])
        for (const place of [0, data.length - 1]) {
          const held = data[place] as number;
          data[place] = odd;
          compare();
          data[place] = held;
          compare();
        }
  });
});

describe('the kernels', () => {
  it.each([3, 5])('of side %i leave out rows of zeros, and nothing else', (k) => {
    const random = createRandom(k);
    const w = randomNormal([4, 3, k, k], random);
    for (let trial = 0; trial < 40; trial++) {
      const x = randomNormal([2, 3, 9 + random.below(9), 8 + random.below(9)], random);
      const width = x.shape[3] as number;
      const empty = Array.from({ length: x.size / width }, () => random.below(3) > 0);
      // −0 is a zero too; a row with one number is not empty.
      x.data.forEach((_, i) => {
        if (empty[Math.floor(i / width)]) x.data[i] = random.below(2) ? 0 : -0;
      });
      x.data[random.below(x.size)] = 1;
      same(conv2d(x, w, null, { padding: 'same' }), plainConv2d(x, w, null, { padding: 'same' }));
    }
  });
});
