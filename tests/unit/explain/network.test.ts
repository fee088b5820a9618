import { describe, expect, test } from 'vitest';
import type { Explanation, Factor } from '../../../src/explain/explanation.ts';
import { explainPlace, follow, type Place, tensorAt } from '../../../src/explain/network.ts';
import { type NetworkPass, networkPass } from '../../../src/explain/networkPass.ts';
import { createModel, type ModelOptions } from '../../../src/network/model.ts';
import { digitNetwork, type NetworkSpec } from '../../../src/network/spec.ts';
import { crossEntropy, crossEntropyBackward } from '../../../src/tensor/crossEntropy.ts';
import { type Tensor, tensor } from '../../../src/tensor/tensor.ts';
import { indices, numbers } from '../tensor/arbitrary.ts';

const relu = { type: 'activation', name: 'relu' } as const;
const everyLayer: NetworkSpec = {
  input: [2, 6, 6],
  layers: [
    { type: 'conv2d', out: 4, kernel: 3, padding: 'same', groups: 2 },
    { type: 'batchNorm2d' },
    relu,
    {
      type: 'residual',
      layers: [{ type: 'conv2d', out: 4, kernel: 3, padding: 1 }, { type: 'dropout', p: 0.3 }, relu],
    },
    { type: 'maxPool2d', kernel: 2 },
    { type: 'avgPool2d', kernel: 2, stride: 1, padding: 1 },
    { type: 'globalAvgPool2d' },
    { type: 'flatten' },
    { type: 'dropout', p: 0.2 },
    { type: 'linear', out: 3 },
  ],
};

const labels = [2, 0];

function passThrough(spec: NetworkSpec, training: boolean, options: ModelOptions) {
  const model = createModel(spec, options);
  const x = numbers([2, ...spec.input], 8, options.dtype ?? 'float32');
  const mode = { training, seed: 3 };
  const logits = model.forward(x, mode);
  model.backward(crossEntropyBackward(logits, labels));
  const pass = networkPass({
    layers: model.layers,
    activations: model.activations(),
    gradients: model.activationGradients(),
    mode,
    loss: { target: labels, reduction: 'mean' },
  });
  return { model, pass, logits };
}

/** Everywhere that a pass holds a tensor, with that tensor. */
function* places(pass: NetworkPass): Generator<[Place, Tensor]> {
  for (const of of ['activation', 'gradient'] as const)
    for (const layer of [[-1], ...pass.layers.map((_, i) => [i]), [3, -1], [3, 0], [3, 1], [3, 2]]) {
      const place: Place = { of, layer, index: [] };
      if (layer.length > 1 && pass.layers[3]?.inner === undefined) continue;
      const held = tensorAt(pass, place) as Tensor;
      for (const index of indices(held.shape)) yield [{ ...place, index }, held];
    }
}

function factorsOf(told: Explanation): readonly Factor[] {
  if (told.kind === 'choice') return told.candidates;
  if (told.kind === 'function') return told.upstream ? [told.argument, told.upstream] : [told.argument];
  const terms = told.kind === 'sum' ? told.terms : [...told.numerator, ...told.denominator];
  return terms.flatMap((t) => t.factors);
}

/** The number at a place. */
function numberAt(pass: NetworkPass, place: Place): number | undefined {
  return tensorAt(pass, place)?.at(...place.index) ?? explainPlace(pass, place)?.value;
}

describe.each([true, false])('a network of every layer (training %s)', (training) => {
  const { model, pass, logits } = passThrough(everyLayer, training, { dtype: 'float64', engine: 'plain' });

  test('every activation and every gradient is explained, bit for bit', () => {
    for (const [place, held] of places(pass)) {
      const told = explainPlace(pass, place);
      if (told === null) expect(place).toMatchObject({ of: 'activation' });
      else expect(told.value + 0).toBe(held.at(...place.index) + 0);
    }
  });

  test('every factor leads on to the same number', () => {
    let followed = 0;
    for (const [place] of places(pass)) {
      const told = explainPlace(pass, place);
      if (!told) continue;
      for (const factor of factorsOf(told)) {
        const next = follow(pass, place, factor);
        if (next === null) continue;
        const value = numberAt(pass, next);
        if (value !== undefined) expect(value).toBe(factor.value);
        followed++;
      }
    }
    expect(followed).toBeGreaterThan(5000);
  });

  test('every parameter’s gradient is explained', () => {
    let k = 0;
    for (const [i, layer] of model.layers.entries()) {
      if (layer.spec.type === 'residual') {
        k += layer.params.length;
        const conv = layer.grads[0] as Tensor;
        const place = { of: 'parameterGradient', layer: [i, 0], parameter: 0, index: [1, 2, 0, 1] } as const;
        expect(explainPlace(pass, place)?.value).toBe(conv.at(1, 2, 0, 1));
        continue;
      }
      for (const parameter of layer.params.keys()) {
        const gradient = model.grads[k++] as Tensor;
        for (const index of indices(gradient.shape)) {
          const told = explainPlace(pass, { of: 'parameterGradient', layer: [i], parameter, index });
          expect((told as Explanation).value + 0).toBe(gradient.at(...index) + 0);
        }
      }
    }
    expect(k).toBe(model.grads.length);
  });

  test('the loss is explained, and leads to the logits', () => {
    const loss = explainPlace(pass, { of: 'loss', index: [] }) as Explanation;
    expect(loss.value).toBe(crossEntropy(logits, labels).data[0]);
    const sample = follow(pass, { of: 'loss', index: [] }, factorsOf(loss)[1] as Factor) as Place;
    expect(sample).toEqual({ of: 'loss', index: [1] });
    const told = explainPlace(pass, sample) as Explanation;
    const logit = factorsOf(told).find((f) => f.tensor === 'logits') as Factor;
    expect(follow(pass, sample, logit)).toEqual({ of: 'activation', layer: [9], index: [1, 0] });
  });
});

test('from a logit back to a pixel, by hand', () => {
  const spec: NetworkSpec = {
    input: [1, 2, 2],
    layers: [
      { type: 'conv2d', out: 1, kernel: 2, bias: false },
      relu,
      { type: 'flatten' },
      { type: 'linear', out: 3 },
    ],
  };
  const { pass } = passThrough(spec, false, { dtype: 'float64' });
  let place: Place = { of: 'activation', layer: [3], index: [0, 0] };
  const path: string[] = [];
  for (let told = explainPlace(pass, place); told; told = explainPlace(pass, place)) {
    path.push(`${told.kind} ${'layer' in place ? place.layer : ''}`);
    place = follow(pass, place, factorsOf(told)[0] as Factor) as Place;
  }
  expect(path).toEqual(['sum 3', 'sum 2', 'function 1', 'sum 0']);
  expect(place).toEqual({ of: 'activation', layer: [-1], index: [0, 0, 0, 0] });
});

test('in the trained network’s fast pass, to the rounding of float32', () => {
  const { pass, model } = passThrough(digitNetwork([2, 3]), false, {});
  for (const [layer, index] of [
    [[0], [1, 1, 13, 20]],
    [[2], [0, 1, 3, 4]],
    [[3], [1, 2, 6, 13]],
    [[7], [0, 4]],
  ] as const)
    for (const of of ['activation', 'gradient'] as const) {
      const told = explainPlace(pass, { of, layer, index }) as Explanation;
      const held = tensorAt(pass, { of, layer, index }) as Tensor;
      expect(Math.abs(told.value - held.at(...index))).toBeLessThan(1e-6);
    }
  const weight = { of: 'parameterGradient', layer: [0], parameter: 0, index: [1, 0, 2, 3] } as const;
  const told = explainPlace(pass, weight) as Explanation;
  expect(told.value).toBeCloseTo((model.grads[0] as Tensor).at(1, 0, 2, 3), 5);
});

test('a place that is not there, and a pass that has not come back, are errors', () => {
  const model = createModel({ input: [2], layers: [{ type: 'linear', out: 2 }] }, { dtype: 'float64' });
  const mode = { training: false, seed: 0 };
  model.forward(tensor([1, 2], [1, 2], 'float64'), mode);
  const pass = networkPass({ layers: model.layers, activations: model.activations(), mode });
  expect(() => explainPlace(pass, { of: 'activation', layer: [1], index: [0, 0] })).toThrow(/no layer \[1\]/);
  expect(() => explainPlace(pass, { of: 'gradient', layer: [-1], index: [0, 0] })).toThrow(
    /no gradient.*linear/,
  );
  expect(explainPlace(pass, { of: 'gradient', layer: [0], index: [0, 0] })).toBeNull();
  expect(explainPlace(pass, { of: 'loss', index: [] })).toBeNull();
});
