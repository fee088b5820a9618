import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createModel } from '../../../src/network/model.ts';
import * as plain from '../../../src/tensor/conv2d.ts';
import { giveRegion, takeRegion } from '../../../src/tensor/kernels/arena.ts';
import * as fast from '../../../src/tensor/kernels/conv2d.ts';
import { correlatePair, layOutConvolution } from '../../../src/tensor/kernels/convolution.ts';
import { createRandom, randomNormal } from '../../../src/tensor/random.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';

const side = fc.integer({ min: 3, max: 23 });
const channels = fc.integer({ min: 3, max: 9 });
const sizes = fc.record({ seed: fc.integer(), k: fc.constantFrom(3, 5), cin: channels, cout: channels });

/** NaN and infinities the same, the rest within rounding to float32 of the largest number. */
function same(got: Tensor, wanted: Tensor): void {
  const scale = Math.max(...[...wanted.data].filter(Number.isFinite).map(Math.abs));
  got.data.forEach((v, i) => {
    const expected = wanted.data[i] as number;
    if (Object.is(v, expected) || Math.abs(v - expected) <= 2e-7 * scale) return;
    expect.fail(`cell ${i}: ${v} for ${expected}`);
  });
}

describe("Winograd's algorithm", () => {
  it('computes what the plain loops compute, whatever hangs over', () => {
    const padding = fc.integer({ min: 1, max: 2 });
    fc.assert(
      fc.property(sizes, side, side, padding, ({ seed, k, cin, cout }, height, width, pad) => {
        const [outHeight, outWidth] = [height + 2 * pad - k + 1, width + 2 * pad - k + 1];
        fc.pre(
          outHeight > 0 && outWidth > 0 && layOutConvolution(k, cin, cout, outHeight, outWidth).tiles > 0,
        );
        const random = createRandom(seed);
        const x = randomNormal([2, cin, height, width], random);
        const w = randomNormal([cout, cin, k, k], random);
        const b = randomNormal([cout], random);
        const dy = randomNormal([2, cout, outHeight, outWidth], random);
        const options = { padding: pad };
        same(fast.conv2d(x, w, b, options), plain.conv2d(x, w, b, options));
        const [got, wanted] = [
          fast.conv2dBackward(x, w, dy, options),
          plain.conv2dBackward(x, w, dy, options),
        ];
        for (const name of ['dx', 'dw', 'db'] as const) same(got[name], wanted[name]);
      }),
      { numRuns: 100 },
    );
  });

  it('is exact to eleven digits of the largest number', () => {
    fc.assert(
      fc.property(sizes, ({ seed, k, cin, cout }) => {
        const c = layOutConvolution(k, cin, cout, 24, 24);
        fc.pre(c.tiles > 0);
        expect(c.tiles).toBe(k === 3 ? 16 : 36);
        const words = [cin * c.xPlane, cin * cout * k * k, cout, c.transformed, c.scratch, 4 * c.yPlane + 7];
        const region = takeRegion(words.reduce((p, q) => p + q));
        const { arena, start: x } = region;
        const w = x + cin * c.xPlane;
        const b = w + cin * cout * k * k;
        const at = { w, b, u: b + cout, scratch: b + cout + c.transformed };
        const y = at.scratch + c.scratch;
        const random = createRandom(seed);
        for (let i = x; i < at.u; i++) arena.a[i] = random.next() - 0.5;
        arena.winogradWeights(c, at);
        arena.winogradInput(c, at, x);
        for (let co = 0; co < cout; co += 2) {
          correlatePair(arena, c, at, x, co, y);
          correlatePair(arena, { ...c, tiles: 0 }, at, x, co, y + 2 * c.yPlane);
          for (let i = 0; i < c.yPlane * Math.min(2, cout - co); i++)
            if (i % c.yRow < 24)
              expect(arena.a[y + i]).toBeCloseTo(arena.a[y + 2 * c.yPlane + i] as number, 10);
        }
        giveRegion(region);
      }),
      { numRuns: 20 },
    );
  });

  it('leaves what is 0 at 0 and what is equal equal, as ReLU and max pooling need it', () => {
    const random = createRandom(4);
    for (const k of [3, 5]) {
      expect(layOutConvolution(k, 4, 5, 24, 24).tiles).toBeGreaterThan(0);
      const x = randomNormal([1, 4, 24, 24], random);
      // A drawing on an empty ground.
      x.data.forEach((_, i) => {
        if (i % 24 > 6) x.data[i] = 0;
      });
      const w = randomNormal([5, 4, k, k], random);
      const b = randomNormal([5], random);
      for (const bias of [null, b]) {
        const [got, wanted] = [
          fast.conv2d(x, w, bias, { padding: 'same' }),
          plain.conv2d(x, w, bias, { padding: 'same' }),
        ];
        wanted.data.forEach((v, i) => {
          if (i % 24 > 6 + (k >> 1)) expect(got.data[i]).toBe(v);
        });
      }
    }
  });

  it('leaves single channels, small planes and large pictures to the direct kernels', () => {
    expect(layOutConvolution(5, 8, 16, 14, 14).tiles).toBe(16);
    expect(layOutConvolution(3, 16, 32, 64, 64).tiles).toBe(124);
    expect(layOutConvolution(5, 1, 8, 28, 28).tiles).toBe(0);
    expect(layOutConvolution(3, 8, 8, 2, 2).tiles).toBe(0);
    expect(layOutConvolution(3, 16, 16, 600, 600).tiles).toBe(0);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'lets %s reach the cells that it reaches in the plain loops',
    (odd) => {
      const random = createRandom(3);
      for (const k of [3, 5]) {
        const x = randomNormal([2, 5, 16, 15], random);
        const w = randomNormal([7, 5, k, k], random);
        const b = randomNormal([7], random);
        expect(layOutConvolution(k, 5, 7, 16, 15).tiles).toBeGreaterThan(0);
        for (const { data } of [x, w, b])
          for (let trial = 0; trial < 5; trial++) {
            const place = random.below(data.length);
            const held = data[place] as number;
            data[place] = odd;
            same(fast.conv2d(x, w, b, { padding: 'same' }), plain.conv2d(x, w, b, { padding: 'same' }));
            data[place] = held;
          }
      }
    },
  );
});

describe("Winograd's algorithm in a plan", () => {
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
  const layers = createModel(spec, { engine: 'layers' });
  const x = randomNormal([2, 3, 14, 14], createRandom(5));
  const compare = () => {
    layers.params.forEach(({ data }, i) => {
      data.set(model.params[i]?.data ?? []);
    });
    const [got, wanted] = [model.forward(x), layers.forward(x)];
    expect([model.planned, layers.planned]).toEqual([true, false]);
    same(got, wanted);
    model.activations().forEach((t, i) => {
      same(t, layers.activations()[i] as Tensor);
    });
  };

  it('sees each weight that changed since the last pass', () => {
    const { data } = model.params[0] as Tensor;
    compare();
    for (const place of [0, 100, data.length - 1]) {
      data[place] = 3;
      compare();
    }
  });

  it('computes with numbers that are not finite as the layers do', () => {
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY])
      for (const { data } of [model.params[0] as Tensor, x]) {
        const held = data[77] as number;
        data[77] = odd;
        compare();
        data[77] = held;
        compare();
      }
  });
});
