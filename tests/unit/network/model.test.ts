import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createModel, type Model } from '../../../src/network/model.ts';
import type { LayerSpec, NetworkSpec } from '../../../src/network/spec.ts';
import { crossEntropy, crossEntropyBackward } from '../../../src/tensor/crossEntropy.ts';
import { createRandom, randomNormal } from '../../../src/tensor/random.ts';
import { type DType, full, type Tensor } from '../../../src/tensor/tensor.ts';

const relu = { type: 'activation', name: 'relu' } as const;
const pool = { type: 'maxPool2d', kernel: 2 } as const;
const flatten = { type: 'flatten' } as const;

/** Small networks of convolutions, ReLU, max pooling and dense layers. */
const planned = fc.record({
  seed: fc.integer(),
  batch: fc.integer({ min: 1, max: 4 }),
  input: fc.tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 8, max: 15 }),
    fc.integer({ min: 8, max: 15 }),
  ),
  convolutions: fc.array(
    fc.record({
      out: fc.integer({ min: 1, max: 4 }),
      kernel: fc.constantFrom(3, 5),
      padding: fc.constantFrom('same', 1, 2, [0, 1, 2, 3]) as fc.Arbitrary<'same' | 1>,
      bias: fc.boolean(),
      behind: fc.constantFrom<readonly LayerSpec[]>([], [relu], [relu, pool], [pool, relu], [pool]),
    }),
    { maxLength: 3 },
  ),
  hidden: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 2 }),
  classes: fc.integer({ min: 2, max: 11 }),
});

function specOf({
  input,
  convolutions,
  hidden,
  classes,
}: Omit<typeof planned extends fc.Arbitrary<infer T> ? T : never, 'seed' | 'batch'>): NetworkSpec {
  const blocks = convolutions.flatMap(({ behind, ...conv }) => [
    { type: 'conv2d', ...conv } as const,
    ...behind,
  ]);
  const dense = hidden.flatMap((out) => [{ type: 'linear', out } as const, relu]);
  return { input, layers: [...blocks, flatten, ...dense, { type: 'linear', out: classes }] };
}

/**
 * Within a few roundings to float32, relative to the largest number of a tensor; of a tensor whose numbers
 * are small because others cancel, relative to a tenth of the largest of all.
 */
function close(got: readonly Tensor[], wanted: readonly Tensor[], rounding: number): void {
  expect(got.map((t) => t.shape)).toEqual(wanted.map((t) => t.shape));
  const sizes = wanted.map(({ data }) => Math.max(1e-6, ...data.map(Math.abs)));
  got.forEach((t, k) => {
    const scale = Math.max(sizes[k] as number, 0.1 * Math.max(...sizes));
    t.data.forEach((v, i) => {
      const difference = Math.abs(v - ((wanted[k] as Tensor).data[i] as number));
      if (!(difference <= rounding * scale))
        expect.fail(`tensor ${k}, cell ${i}: off by ${difference / scale}`);
    });
  });
}

describe('a plan', () => {
  it.each(['fast', 'compiled'] as const)(
    '%s: makes the same activations and gradients as the layers do',
    (engine) => {
      const rounding = engine === 'fast' ? 1e-6 : 1e-5;
      fc.assert(
        fc.property(planned, ({ seed, batch, ...rest }) => {
          const spec = specOf(rest);
          const build = (dtype: DType) => {
            try {
              return createModel(spec, { seed, dtype, engine });
            } catch {
              return null;
            }
          };
          // The plain loops in float64, from the same weights: what differs is only the rounding at the edges.
          const [fast, plain] = [build('float32'), build('float64')];
          fc.pre(fast !== null && plain !== null);
          plain.params.forEach((p, k) => {
            p.data.set(fast.params[k]?.data ?? []);
          });
          const random = createRandom(seed);
          // Twice: the second batch must not see anything of the first, which is larger.
          for (const n of [batch + 1, batch]) {
            const x = randomNormal([n, ...spec.input], random);
            const labels = Array.from({ length: n }, () => random.below(rest.classes));
            const logits = plain.forward(x.as('float64'));
            // The scores alone have no larger number beside them: a hidden sum that cancels leaves them fewer digits.
            close([fast.forward(x)], [logits], 10 * rounding);
            expect([fast.engine, plain.engine]).toEqual([engine, 'plain']);
            const dLogits = crossEntropyBackward(logits, labels).as('float32');
            fast.backward(dLogits);
            plain.backward(dLogits.as('float64'));
            close(fast.grads, plain.grads, rounding);
            close(fast.activations(), plain.activations(), rounding);
            const before = fast.grads.map((g) => g.clone());
            close(fast.activationGradients(), plain.activationGradients(), rounding);
            expect(fast.grads.map((g) => g.data)).toEqual(before.map((g) => g.data));
          }
        }),
        { numRuns: 60 },
      );
    },
    60_000,
  );
});

describe('the engine', () => {
  const spec: NetworkSpec = { input: [1, 4, 4], layers: [{ type: 'conv2d', out: 2, kernel: 3 }] };
  const x = full([1, 1, 4, 4], 1);
  afterEach(() => void vi.unstubAllGlobals());

  it('is compiled where WebAssembly can be had', () => {
    expect(createModel(spec).engine).toBe('compiled');
    expect(createModel(spec, { dtype: 'float64' }).engine).toBe('plain');
    expect(() => createModel(spec, { engine: 'quick' as 'fast' })).toThrow(/engine is 'quick'.*compiled/);
  });

  it.each([
    ['there is none', undefined],
    ["the page's policy forbids it", { ...WebAssembly, validate: () => true, Module: forbidden }],
    ['it has no vectors', { ...WebAssembly, validate: () => false }],
  ])('is TypeScript where %s', (_, stub) => {
    const wanted = createModel(spec).forward(x);
    vi.stubGlobal('WebAssembly', stub);
    for (const engine of ['auto', 'compiled'] as const) {
      const model = createModel(spec, { engine });
      expect(model.engine).toBe('fast');
      expect(model.forward(x).data[0]).toBeCloseTo(wanted.data[0] as number, 5);
    }
  });
});

function forbidden(): never {
  throw new WebAssembly.CompileError('blocked by the Content-Security-Policy');
}

describe('a model', () => {
  const everything: NetworkSpec = {
    input: [2, 8, 8],
    layers: [
      { type: 'conv2d', out: 3, kernel: 3, padding: 1 },
      { type: 'batchNorm2d' },
      { type: 'activation', name: 'gelu' },
      {
        type: 'residual',
        layers: [
          { type: 'conv2d', out: 3, kernel: 3, padding: 'same' },
          { type: 'activation', name: 'tanh' },
        ],
      },
      { type: 'avgPool2d', kernel: 2 },
      { type: 'conv2d', out: 4, kernel: 2, bias: false },
      { type: 'activation', name: 'leakyRelu', alpha: 0.2 },
      { type: 'dropout', p: 0.3 },
      { type: 'globalAvgPool2d' },
      flatten,
      { type: 'linear', out: 3 },
    ],
  };

  it.each<[string, NetworkSpec]>([
    ['of every kind of layer', everything],
    [
      'of the planned kind',
      {
        input: [1, 8, 8],
        layers: [
          { type: 'conv2d', out: 2, kernel: 3, padding: 1 },
          relu,
          pool,
          flatten,
          { type: 'linear', out: 3 },
        ],
      },
    ],
  ])('%s has the gradient of its loss (central differences, float64)', (_, spec) => {
    const model = createModel(spec, { seed: 3, dtype: 'float64' });
    const x = randomNormal([2, ...spec.input], createRandom(4), 1, 'float64');
    const mode = { training: true, seed: 9 };
    const loss = () => crossEntropy(model.forward(x, mode), [0, 2]).data[0] as number;
    model.backward(crossEntropyBackward(model.forward(x, mode), [0, 2]));
    const grads = [...model.grads, model.activationGradients()[0] as Tensor].map((g) => g.clone());
    [...model.params, x].forEach((t, k) => {
      for (let i = 0; i < t.size; i += Math.ceil(t.size / 12)) {
        const held = t.data[i] as number;
        const h = 1e-5;
        t.data[i] = held + h;
        const up = loss();
        t.data[i] = held - h;
        const slope = (up - loss()) / (2 * h);
        t.data[i] = held;
        const g = grads[k]?.data[i] as number;
        expect(Math.abs(g - slope)).toBeLessThan(1e-6 * Math.max(Math.abs(g), Math.abs(slope), 1e-3));
      }
    });
  });

  it('starts from the same weights for the same seed', () => {
    const bits = (seed: number) => createModel(everything, { seed }).params.map((p) => [...p.data]);
    expect(bits(5)).toEqual(bits(5));
    expect(bits(5)).not.toEqual(bits(6));
  });

  it('says which layer does not fit', () => {
    const make = (layers: LayerSpec[]) => () => createModel({ input: [1, 4, 4], layers });
    expect(make([{ type: 'conv2d', out: 2, kernel: 5 }])).toThrow(/layer 0, conv2d.*kernel/);
    expect(make([flatten, { type: 'conv2d', out: 2, kernel: 3 }])).toThrow(/layer 1, conv2d.*\[c, h, w\]/);
    expect(make([{ type: 'linear', out: 2 }])).toThrow(/flatten/);
    expect(make([{ type: 'pool' } as unknown as LayerSpec])).toThrow(/type.*'pool'/);
    expect(make([{ type: 'residual', layers: [{ type: 'maxPool2d', kernel: 2 }] }])).toThrow(/residual/);
    expect(make([])).toThrow(/at least one layer/);
    const model: Model = createModel({ input: [1, 4, 4], layers: [flatten, { type: 'linear', out: 2 }] });
    expect(() => model.backward(full([1, 2], 1))).toThrow(/no forward pass/);
    expect(() => model.forward(full([1, 1, 5, 4], 1))).toThrow(/shape of x.*\[n, 1, 4, 4\]/);
    model.forward(full([1, 1, 4, 4], 1));
    expect(() => model.backward(full([2, 2], 1))).toThrow(/dLogits/);
  });

  it.each<DType>(['float32', 'float64'])('keeps %s all the way', (dtype) => {
    const model = createModel(everything, { dtype });
    expect(model.forward(full([1, 2, 8, 8], 1, dtype)).dtype).toBe(dtype);
  });
});
