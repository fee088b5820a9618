import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayerSpec, NetworkSpec } from '../../../src/network/spec.ts';
import { type ActivationName, activations } from '../../../src/tensor/activations.ts';
import { type Tensor, zeros } from '../../../src/tensor/tensor.ts';
import { close, layersOf, outShapeOf, PLANNED, ROUNDING, sparseNormal } from './passes.ts';

const small = (max: number, min = 1) => fc.integer({ min, max });
const sides = fc.tuple(small(3, 0), small(3, 0), small(3, 0), small(3, 0));
const padding = fc.oneof(fc.constantFrom('same', 'full', 'valid', 0, 1), sides) as fc.Arbitrary<'same'>;
const padMode = fc.constantFrom(
  'zeros',
  'zeros',
  'zeros',
  'reflect',
  'replicate',
  'circular',
) as fc.Arbitrary<'zeros'>;

/** Any convolution: of few channels and of enough for several blocks of them. */
const convolution = fc
  .record({
    groups: small(4),
    groupIn: small(5),
    groupOut: fc.oneof(small(5), small(21)),
    kernel: fc.tuple(small(7), small(7)),
    stride: fc.tuple(small(3), small(3)),
    dilation: fc.tuple(small(2), small(2)),
    padding,
    padMode,
    bias: fc.boolean(),
    height: small(16),
    width: small(20),
  })
  .map(
    ({ groups, groupIn, groupOut, height, width, ...conv }): NetworkSpec => ({
      input: [groups * groupIn, height, width],
      layers: [{ type: 'conv2d', out: groups * groupOut, groups, ...conv }],
    }),
  );

const window = {
  kernel: fc.tuple(small(4), small(4)),
  stride: fc.tuple(small(3), small(3)),
  dilation: fc.tuple(small(2), small(2)),
  padding: fc.oneof(
    fc.constantFrom(0, 1),
    fc.tuple(small(1, 0), small(1, 0), small(1, 0), small(1, 0)),
  ) as fc.Arbitrary<0>,
  ceilMode: fc.boolean(),
};
const pooled = (pool: fc.Arbitrary<LayerSpec>): fc.Arbitrary<NetworkSpec> =>
  fc
    .tuple(small(9), small(12), small(12), pool)
    .map(([c, h, w, layer]) => ({ input: [c, h, w], layers: [layer] }));

const layers: Record<string, fc.Arbitrary<NetworkSpec>> = {
  'a convolution': convolution,
  'a convolution with ReLU': convolution.map(({ input, layers: [conv] }) => ({
    input,
    layers: [conv as LayerSpec, { type: 'activation', name: 'relu' }],
  })),
  'max pooling': pooled(fc.record({ type: fc.constant('maxPool2d' as const), ...window })),
  'average pooling': pooled(
    fc.record({ type: fc.constant('avgPool2d' as const), ...window, countIncludePad: fc.boolean() }),
  ),
  'global average pooling': pooled(fc.constant({ type: 'globalAvgPool2d' })),
  'a dense layer': fc
    .record({ ins: small(70), out: small(40), bias: fc.boolean() })
    .map(({ ins, ...linear }) => ({
      input: [ins],
      layers: [{ type: 'linear', ...linear }],
    })),
  'a dense layer on planes': fc.tuple(small(5), small(6), small(6), small(9)).map(([c, h, w, out]) => ({
    input: [c, h, w],
    layers: [{ type: 'flatten' }, { type: 'linear', out }, { type: 'activation', name: 'relu' }],
  })),
  'an activation': fc
    .tuple(small(5), small(6), small(6), fc.constantFrom(...(Object.keys(activations) as ActivationName[])))
    .map(([c, h, w, name]) => ({ input: [c, h, w], layers: [{ type: 'activation', name }] })),
  'an activation of large numbers': fc
    .tuple(small(5), small(6), fc.constantFrom(...(Object.keys(activations) as ActivationName[])), small(40))
    .map(([c, h, name, out]) => ({
      // Sums of 36 to the power of two: far into both ends of each curve.
      input: [c, h, 9],
      layers: [
        { type: 'conv2d', out, kernel: [1, 9] },
        { type: 'conv2d', out, kernel: 1 },
        { type: 'activation', name },
      ],
    })),
  'batch norm': fc
    .tuple(small(6), small(6), small(6))
    .map(([c, h, w]) => ({ input: [c, h, w], layers: [{ type: 'batchNorm2d' }] })),
};

describe.each(PLANNED)('%s: computes what the plain layers compute', (engine) => {
  it.each(Object.entries(layers))(
    '%s',
    (_, specs) => {
      fc.assert(
        fc.property(
          specs,
          fc.integer(),
          small(3, 2),
          small(9, 0),
          fc.boolean(),
          (spec, seed, n, empty, training) => {
            const outShape = outShapeOf(spec, n);
            fc.pre(outShape !== null);
            const [got, wanted] = [layersOf(spec, engine, seed), layersOf(spec, 'plain', seed)];
            const mode = { training, seed: 1 };
            // Twice, the second time with fewer samples: nothing of the first may be seen.
            for (const batch of [n, n - 1]) {
              if (batch < 2 && spec.layers[0]?.type === 'batchNorm2d') continue;
              const x = sparseNormal([batch, ...spec.input], seed + batch, empty);
              const dy = sparseNormal([batch, ...outShape.slice(1)], seed - batch, 9 - empty);
              close(got.pass(x, dy, mode), wanted.pass(x, dy, mode), ROUNDING[engine]);
              got.buffers.forEach((buffer, i) => {
                buffer.data.forEach((value, c) => {
                  expect(value).toBeCloseTo(wanted.buffers[i]?.data[c] as number, 5);
                });
              });
            }
          },
        ),
        { numRuns: 60 },
      );
    },
    60_000,
  );

  it('lets NaN and infinities through as they do', () => {
    const spec: NetworkSpec = {
      input: [2, 7, 9],
      layers: [
        { type: 'conv2d', out: 6, kernel: 3, padding: 1 },
        { type: 'activation', name: 'relu' },
        { type: 'maxPool2d', kernel: 2, padding: 1 },
        { type: 'conv2d', out: 5, kernel: 2, stride: 2 },
        { type: 'flatten' },
        { type: 'linear', out: 3 },
      ],
    };
    const odd = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
    const [got, wanted] = [layersOf(spec, engine, 3), layersOf(spec, 'plain', 3)];
    // Whole numbers: which of two sums is larger, or whether one is 0, is then no matter of rounding.
    const wholeOf = (value: number): number => Math.round(4 * value);
    for (const { data } of [...got.params, ...wanted.params]) data.set(data.map(wholeOf));
    fc.assert(
      fc.property(odd, fc.nat(), fc.nat(7), fc.integer(), (value, place, where, seed) => {
        const x = sparseNormal([2, ...spec.input], seed, 5).map(wholeOf);
        const dy = sparseNormal([2, 3], seed, 3).map(wholeOf);
        const held = [...wanted.params, ...got.params].map((p) => p.clone());
        const targets = [x, dy, ...wanted.params];
        const put = ({ data }: Tensor) => {
          data[place % data.length] = value;
        };
        const k = where % targets.length;
        put(targets[k] as Tensor);
        if (k > 1) put(got.params[k - 2] as Tensor);
        const mode = { training: true, seed: 1 };
        close(got.pass(x, dy, mode), wanted.pass(x, dy, mode), ROUNDING[engine]);
        [...wanted.params, ...got.params].forEach(({ data }, i) => {
          data.set(held[i]?.data ?? []);
        });
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('normalises numbers whose squares are too large for single precision', () => {
    const spec: NetworkSpec = { input: [5, 3, 3], layers: [{ type: 'batchNorm2d' }] };
    const [got, wanted] = [layersOf(spec, engine, 3), layersOf(spec, 'plain', 3)];
    const x = sparseNormal([2, 5, 3, 3], 1, 0).map((value) => 1e22 * value);
    const mode = { training: true, seed: 1 };
    const dy = sparseNormal([2, 5, 3, 3], 2, 0);
    const [a, b] = [got.pass(x, dy, mode), wanted.pass(x, dy, mode)];
    close({ ...a, dx: a.y }, { ...b, dx: b.y }, ROUNDING[engine]);
  });

  it('gives the same bits every time', () => {
    const spec: NetworkSpec = {
      input: [3, 9, 9],
      layers: [
        { type: 'conv2d', out: 7, kernel: 3, padding: 1 },
        { type: 'activation', name: 'relu' },
        { type: 'conv2d', out: 9, kernel: 3, groups: 1 },
        { type: 'maxPool2d', kernel: 2 },
      ],
    };
    const x = sparseNormal([4, 3, 9, 9], 1, 3);
    const dy = sparseNormal(outShapeOf(spec, 4) as number[], 2, 3);
    const run = () => layersOf(spec, engine, 5).pass(x, dy, { training: true, seed: 1 });
    expect(run()).toEqual(run());
    const again = layersOf(spec, engine, 5);
    again.pass(zeros([9, 3, 9, 9]), zeros(outShapeOf(spec, 9) as number[]), { training: true, seed: 1 });
    expect(again.pass(x, dy, { training: true, seed: 1 })).toEqual(run());
  });
});
