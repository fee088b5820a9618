import { describe, expect, it } from 'vitest';
import { FACTS, offsetOf } from '../../../src/kit/digitPass/nodes.ts';
import { quickPass, type UnitLayer } from '../../../src/kit/digitPass/quick.ts';
import { digitNetwork } from '../../../src/kit/digits/digitNetwork.ts';
import { digit } from '../../../src/kit/samples/samples.ts';
import { createRandom } from '../../../src/tensor/random.ts';
import { type Tensor, tensor, zeros } from '../../../src/tensor/tensor.ts';

const model = digitNetwork({ dtype: 'float64', engine: 'plain' });
const ofDigit = (label: number): Float64Array => Float64Array.from(digit(label).pixels, (byte) => byte / 255);
const noise = (seed: number): Float64Array => {
  const random = createRandom(seed);
  return Float64Array.from({ length: 784 }, () => random.normal());
};

const farthest = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  expect(a.length).toBe(b.length);
  return Math.max(...Array.from(a, (value, i) => Math.abs(value - (b[i] as number))));
};

describe('the quick pass', () => {
  it.each([
    ['a 3', ofDigit(3)],
    ['an 8', ofDigit(8)],
    ['paper', new Float64Array(784)],
    ['noise', noise(1)],
  ])('of %s makes the numbers of the readable layers, and their gradients', (_, x) => {
    const logits = model.forward(tensor([1, 1, 28, 28], x, 'float64'));
    const layers = model.activations();
    const quick = quickPass(x);
    expect(farthest(quick.logits(), logits.data)).toBeLessThan(1e-11);
    expect(farthest(quick.conv1, (layers[1] as Tensor).data)).toBeLessThan(1e-12);
    expect(farthest(quick.pool1, (layers[3] as Tensor).data)).toBeLessThan(1e-12);
    expect(farthest(quick.conv2(), (layers[4] as Tensor).data)).toBeLessThan(1e-11);
    expect(farthest(quick.pool2(), (layers[6] as Tensor).data)).toBeLessThan(1e-11);
    for (const k of [0, 5, 9]) {
      const upstream = zeros([1, 10], 'float64');
      upstream.data[k] = 1.5;
      model.backward(upstream);
      const [dx, dconv1] = model.activationGradients() as [Tensor, Tensor];
      const back = quick.back('logits', Float64Array.from(upstream.data));
      expect(farthest(back.dx, dx.data)).toBeLessThan(1e-12);
      expect(farthest(back.dconv1, dconv1.data)).toBeLessThan(1e-12);
    }
  });

  it.each([
    ['conv1', { plane: 3, row: 14, col: 14 }],
    ['conv2', { plane: 11, row: 7, col: 7 }],
  ] as const)('goes back from one number of %s as central differences do', (layer: UnitLayer, spot) => {
    const { maps, rows, cols } = FACTS[layer];
    const at = offsetOf(layer, spot);
    const upstream = new Float64Array(maps * rows * cols);
    upstream[at] = 1;
    const x = noise(2);
    const valueAt = (picture: Float64Array): number => {
      const pass = quickPass(picture);
      return (layer === 'conv1' ? pass.conv1 : pass.conv2())[at] as number;
    };
    const { dx } = quickPass(x).back(layer, upstream);
    for (let i = 200; i < 600; i += 29) {
      const [up, down] = [x.slice(), x.slice()];
      up[i]! += 1e-6;
      down[i]! -= 1e-6;
      expect(Math.abs((valueAt(up) - valueAt(down)) / 2e-6 - (dx[i] as number))).toBeLessThan(1e-7);
    }
  });
});
