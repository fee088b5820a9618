import { describe, expect, it } from 'vitest';
import { createModel } from '../../../src/network/model.ts';
import { digitNetwork } from '../../../src/network/spec.ts';
import { conv2d } from '../../../src/tensor/kernels/conv2d.ts';
import { createRandom, randomNormal } from '../../../src/tensor/random.ts';
import { full } from '../../../src/tensor/tensor.ts';

describe('the arena, which one user holds at a time', () => {
  const x = randomNormal([3, 1, 28, 28], createRandom(1));
  const dLogits = randomNormal([3, 10], createRandom(2));
  /** Forward and backward, with somebody else's work in between. */
  const pass = (between: () => void) => {
    const model = createModel(digitNetwork([2, 3]), { seed: 5 });
    const logits = model.forward(x);
    expect(model.engine).not.toBe('plain');
    between();
    model.backward(dLogits);
    return [logits, ...model.grads].map((t) => [...t.data]);
  };
  const alone = pass(() => undefined);

  it('loses nothing to another user between forward and backward', () => {
    const ones = full([1, 1, 40, 40], 1);
    const kernel = full([1, 1, 3, 3], 1);
    expect(pass(() => conv2d(ones, kernel))).toEqual(alone);
    expect(pass(() => createModel(digitNetwork()).forward(x))).toEqual(alone);
    // The other way round: padding is zeros again, whoever was there before.
    const { data } = conv2d(ones, kernel, null, { padding: 1 });
    expect([data[0], data[1], data[41]]).toEqual([4, 6, 9]);
  });

  it('is told from the one for larger batches', () => {
    const model = createModel(digitNetwork(), { seed: 5 });
    const gradients = (between: () => void) => {
      model.forward(x);
      between();
      model.backward(dLogits);
      return model.grads.map((t) => [...t.data]);
    };
    const wanted = gradients(() => undefined);
    model.forward(randomNormal([300, 1, 28, 28], createRandom(3)));
    expect(gradients(() => model.activations())).toEqual(wanted);
    expect(gradients(() => conv2d(full([1, 1, 1100, 1100], 1), full([1, 1, 3, 3], 1)))).toEqual(wanted);
  });

  it('grows when it is too small', () => {
    const [side, kernel] = [1100, full([1, 1, 3, 3], 1)];
    const large = () => conv2d(full([1, 1, side, side], 1), kernel, null, { padding: 1 });
    expect(pass(large)).toEqual(alone);
    expect(large().data[side + 1]).toBe(9);
    expect(pass(() => undefined)).toEqual(alone);
  });
});
