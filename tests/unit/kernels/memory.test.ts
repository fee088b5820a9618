import { describe, expect, it } from 'vitest';
import { createModel } from '../../../src/network/model.ts';
import { digitNetwork } from '../../../src/network/spec.ts';
import { conv2d } from '../../../src/tensor/kernels/conv2d.ts';
import { createRandom, randomNormal } from '../../../src/tensor/random.ts';
import { full, zeros } from '../../../src/tensor/tensor.ts';
import { PLANNED } from './passes.ts';

describe.each(PLANNED)('the memory of a plan, %s', (engine) => {
  const x = randomNormal([3, 1, 28, 28], createRandom(1));
  const dLogits = randomNormal([3, 10], createRandom(2));
  /** Forward and backward, with somebody else's work in between. */
  const pass = (between: () => void) => {
    const model = createModel(digitNetwork([2, 3]), { seed: 5, engine });
    const logits = model.forward(x);
    expect(model.engine).toBe(engine);
    between();
    model.backward(dLogits);
    return [logits, ...model.grads].map((t) => [...t.data]);
  };
  const alone = pass(() => undefined);

  it('belongs to it alone', () => {
    expect(pass(() => conv2d(full([1, 1, 40, 40], 1), full([1, 1, 3, 3], 1)))).toEqual(alone);
    expect(pass(() => createModel(digitNetwork(), { engine }).forward(x))).toEqual(alone);
  });

  it('grows with the batch, and shows nothing of the last one', () => {
    const model = createModel(digitNetwork([2, 3]), { seed: 5, engine });
    for (const n of [3, 70, 1, 3]) {
      const more = randomNormal([n, 1, 28, 28], createRandom(n));
      model.forward(more);
      model.backward(full([n, 10], 1));
    }
    const logits = model.forward(x);
    model.backward(dLogits);
    expect([logits, ...model.grads].map((t) => [...t.data])).toEqual(alone);
  });

  it('is not asked for more than there is', () => {
    // Each sample takes some 2.6 million numbers.
    const model = createModel(
      { input: [1, 2, 2], layers: [{ type: 'conv2d', out: 64, kernel: 1, padding: 100 }] },
      { engine },
    );
    expect(() => model.forward(zeros([100, 1, 2, 2]))).toThrow(
      /forward: the number of samples in x is 100, but must be at most \d+/,
    );
    expect(model.forward(zeros([1, 1, 2, 2])).shape).toEqual([1, 64, 202, 202]);
  });

  it('takes no samples at all', () => {
    const model = createModel(digitNetwork([2, 3]), { engine });
    expect(model.forward(zeros([0, 1, 28, 28])).shape).toEqual([0, 10]);
    model.backward(zeros([0, 10]));
    expect(model.grads.every(({ data }) => data.every((v) => v === 0))).toBe(true);
  });
});
