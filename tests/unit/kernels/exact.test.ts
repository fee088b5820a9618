import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createModel } from '../../../src/network/model.ts';
import type { LayerSpec, NetworkSpec } from '../../../src/network/spec.ts';
import { createRandom } from '../../../src/tensor/random.ts';
import { type Tensor, zeros } from '../../../src/tensor/tensor.ts';

/*
 * With small whole numbers every sum is exact, so that the plans, the layers and float64 must agree to the last
 * digit: in ties of a pooling, where a ReLU is shut, where zeros are left out.
 */

const relu = { type: 'activation', name: 'relu' } as const;
const behind = fc.constantFrom<readonly LayerSpec[]>(
  [],
  [relu],
  [{ type: 'maxPool2d', kernel: 2 }],
  [relu, { type: 'maxPool2d', kernel: 2 }],
  [{ type: 'maxPool2d', kernel: [2, 2], stride: [2, 2] }, relu],
  [relu, { type: 'maxPool2d', kernel: 2, ceilMode: true }, relu],
  [{ type: 'maxPool2d', kernel: 2, padding: 1 }],
  [{ type: 'maxPool2d', kernel: 2, padding: [1, 0, 0, 0] }],
  [{ type: 'maxPool2d', kernel: 2, stride: 1 }],
  [
    { type: 'maxPool2d', kernel: 2 },
    { type: 'maxPool2d', kernel: 2 },
  ],
);
const convolution = fc.record({
  out: fc.integer({ min: 1, max: 4 }),
  kernel: fc.constantFrom(3, 5),
  padding: fc.constantFrom(0, 1, 'same', 'full', [0, 1, 2, 0], [6, 0, 0, 7]) as fc.Arbitrary<'same'>,
  bias: fc.boolean(),
  behind,
});
const side = fc.integer({ min: 3, max: 16 });
const networks = fc
  .record({
    input: fc.tuple(fc.integer({ min: 1, max: 3 }), side, side),
    convolutions: fc.array(convolution, { maxLength: 3 }),
    dense: fc.array(
      fc.record({ out: fc.integer({ min: 1, max: 6 }), bias: fc.boolean(), shut: fc.boolean() }),
      { maxLength: 2 },
    ),
  })
  .map(({ input, convolutions, dense }): NetworkSpec => {
    const planes = convolutions.flatMap(({ behind: more, ...conv }): LayerSpec[] => [
      { type: 'conv2d', ...conv },
      ...more,
    ]);
    const rows = dense.flatMap(({ shut, ...linear }): LayerSpec[] => [
      { type: 'linear', ...linear },
      ...(shut ? [relu] : []),
    ]);
    return {
      input,
      layers: [...planes, ...(rows.length > 0 ? [{ type: 'flatten' } as const] : []), ...rows],
    };
  });

/** The ways to compute a network, with the same weights. */
function build(spec: NetworkSpec) {
  try {
    const all = [
      createModel(spec, { engine: 'compiled' }),
      createModel(spec, { engine: 'plain' }),
      createModel(spec, { engine: 'fast' }),
      createModel(spec, { dtype: 'float64' }),
    ];
    return all[0]?.params.length ? all : null;
  } catch {
    return null;
  }
}

const numbers = (t: Tensor) => Array.from(t.data, (v) => v + 0);

describe('all engines, and float64', () => {
  it('agree exactly on whole numbers, one model after another in any order', () => {
    let planned = 0;
    fc.assert(
      fc.property(
        fc.array(networks, { minLength: 1, maxLength: 3 }),
        fc.integer(),
        fc.integer({ min: 0, max: 9 }),
        (specs, seed, empty) => {
          const random = createRandom(seed);
          const fill = ({ data }: Tensor, most: number) => {
            for (let i = 0; i < data.length; i++)
              data[i] = random.below(10) < empty ? 0 : random.below(2 * most + 1) - most;
          };
          const groups = specs.map(build).filter((models) => models !== null);
          fc.pre(groups.length > 0);
          for (const [first, ...others] of groups)
            first?.params.forEach((p, i) => {
              fill(p, 2);
              for (const other of others) other.params[i]?.data.set(p.data);
            });
          for (let pass = 0; pass < 4; pass++) {
            const models = groups[random.below(groups.length)] ?? [];
            const x = zeros([random.below(4), ...(models[0]?.spec.input ?? [])]);
            fill(x, 3);
            const [y, ...rest] = models.map((model) =>
              model.forward(x.as(model.params[0]?.dtype ?? 'float32')),
            );
            planned += Number(models[0]?.engine !== 'plain');
            for (const other of rest) expect(numbers(other)).toEqual(numbers(y as Tensor));
            const dy = zeros((y as Tensor).shape);
            fill(dy, 2);
            // A look inside has the layers compute, and changes nothing.
            if (random.below(2)) models[0]?.activations();
            for (const model of models) model.backward(dy.as(model.params[0]?.dtype ?? 'float32'));
            for (const read of ['activations', 'activationGradients'] as const) {
              const [own, plain] = models.map((model) => model[read]().map(numbers));
              expect(own).toEqual(plain);
            }
            const [own, ...grads] = models.map((model) => model.grads.map(numbers));
            for (const other of grads) expect(other).toEqual(own);
          }
        },
      ),
      { numRuns: 100 },
    );
    expect(planned).toBeGreaterThan(60);
  }, 60_000);

  it('a model in float64 takes x in float32, without the plan', () => {
    const spec: NetworkSpec = { input: [3], layers: [{ type: 'linear', out: 2 }] };
    const model = createModel(spec, { dtype: 'float64' });
    model.forward(zeros([1, 3]));
    expect(model.engine).toBe('plain');
  });
});
