import { describe, expect, it } from 'vitest';
import { gradCam, saliency } from '../../../src/explain/saliency.ts';
import { createModel } from '../../../src/network/model.ts';
import type { NetworkSpec } from '../../../src/network/spec.ts';
import { createRandom, randomNormal } from '../../../src/tensor/random.ts';

const spec: NetworkSpec = {
  input: [1, 8, 8],
  layers: [
    { type: 'conv2d', out: 3, kernel: 3, padding: 1 },
    { type: 'activation', name: 'relu' },
    { type: 'maxPool2d', kernel: 2 },
    { type: 'flatten' },
    { type: 'linear', out: 4 },
  ],
};

describe.each(['float32', 'float64'] as const)('looking back from a logit (%s)', (dtype) => {
  const model = createModel(spec, { seed: 2, dtype });
  const x = randomNormal([2, 1, 8, 8], createRandom(5), 1, dtype);

  it('saliency is the slope of that logit', () => {
    const map = saliency(model, x, 3);
    const logit = (n: number) => model.forward(x).at(n, 3);
    const h = dtype === 'float64' ? 1e-6 : 1e-3;
    for (const i of [0, 27, 63, 100]) {
      const n = Math.floor(i / 64);
      const held = x.data[i] as number;
      x.data[i] = held + h;
      const up = logit(n);
      x.data[i] = held - h;
      const slope = (up - logit(n)) / (2 * h);
      x.data[i] = held;
      expect(map.data[i]).toBeCloseTo(slope, dtype === 'float64' ? 7 : 2);
    }
  });

  it('Grad-CAM weighs the planes with their mean gradient', () => {
    const map = gradCam(model, x, 1, 1);
    expect(map.shape).toEqual([2, 1, 8, 8]);
    const [a, da] = [model.activations()[2], model.activationGradients()[2]];
    let sum = 0;
    for (let k = 0; k < 3; k++) {
      let alpha = 0;
      for (let y = 0; y < 8; y++) for (let v = 0; v < 8; v++) alpha += (da?.at(1, k, y, v) as number) / 64;
      sum += alpha * (a?.at(1, k, 4, 5) as number);
    }
    expect(map.at(1, 0, 4, 5)).toBeCloseTo(Math.max(0, sum), 6);
    expect(Math.min(...map.data)).toBeGreaterThanOrEqual(0);
  });

  it('names a class or a layer that is none', () => {
    expect(() => saliency(model, x, 4)).toThrow(/classIndex is 4.*0 to 3/);
    expect(() => gradCam(model, x, 0, 4)).toThrow(/layer is 4/);
  });
});
