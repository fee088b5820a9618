import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOptimizer, type OptimizerSpec } from '../../../src/network/optimizers.ts';
import { tensor, zeros } from '../../../src/tensor/tensor.ts';

/** p after each of the steps with the gradients g. */
function path(spec: OptimizerSpec, p0: number, gradients: readonly number[]): number[] {
  const p = tensor([1], [p0], 'float64');
  const optimizer = createOptimizer(spec);
  return gradients.map((g) => {
    optimizer.stepInPlace([p], [tensor([1], [g], 'float64')]);
    return p.data[0] as number;
  });
}

const some = fc.double({ min: -3, max: 3, noNaN: true });

describe('optimizers', () => {
  it('sgd and momentum follow their closed form', () => {
    fc.assert(
      fc.property(some, some, (p0, g) => {
        expect(path({ type: 'sgd', lr: 0.1 }, p0, [g, g]).at(-1)).toBeCloseTo(p0 - 0.2 * g, 12);
        // For a constant g: v_t = g(1 − μᵗ)/(1 − μ).
        const mu = 0.8;
        const v = [1, 2, 3].map((t) => (g * (1 - mu ** t)) / (1 - mu));
        const end = path({ type: 'momentum', lr: 0.1, momentum: mu }, p0, [g, g, g]).at(-1);
        expect(end).toBeCloseTo(p0 - 0.1 * v.reduce((s, x) => s + x), 12);
        const looking = path({ type: 'nesterov', lr: 0.1, momentum: mu }, p0, [g, g, g]).at(-1);
        expect(looking).toBeCloseTo(p0 - 0.1 * v.reduce((s, x) => s + g + mu * x, 0), 12);
      }),
    );
  });

  it('adam moves by lr whatever the size of a constant gradient, thanks to the bias correction', () => {
    for (const g of [1e-3, 1, 1e3]) {
      const end = path({ type: 'adam', lr: 0.01 }, 1, [g, g, g, g]);
      end.forEach((p, i) => {
        expect(p).toBeCloseTo(1 - 0.01 * (i + 1) * (1 / (1 + 1e-8 / g)), 10);
      });
    }
  });

  it('weight decay is L2 for sgd, and shrinks the weight itself for adamw', () => {
    expect(path({ type: 'sgd', lr: 0.1, weightDecay: 0.5 }, 2, [1])[0]).toBeCloseTo(
      2 - 0.1 * (1 + 0.5 * 2),
      12,
    );
    expect(path({ type: 'adamw', lr: 0.1, weightDecay: 0.5 }, 2, [0])[0]).toBeCloseTo(
      2 * (1 - 0.1 * 0.5),
      12,
    );
    expect(path({ type: 'adam', lr: 0.1, weightDecay: 0.5 }, 2, [0])[0]).toBeCloseTo(2 - 0.1, 6);
  });

  it('leaves the gradients alone and goes on from a saved state', () => {
    for (const type of ['sgd', 'momentum', 'nesterov', 'adam', 'adamw'] as const) {
      const spec = { type, lr: 0.05, weightDecay: 0.01 };
      const g = tensor([2], [1, -2]);
      const [p, q] = [tensor([2], [3, 4]), tensor([2], [3, 4])];
      const whole = createOptimizer(spec);
      for (let i = 0; i < 4; i++) whole.stepInPlace([p], [g]);
      const first = createOptimizer(spec);
      for (let i = 0; i < 2; i++) first.stepInPlace([q], [g]);
      const second = createOptimizer(spec);
      second.loadState(first.saveState());
      for (let i = 0; i < 2; i++) second.stepInPlace([q], [g]);
      expect(q.data).toEqual(p.data);
      expect([...g.data]).toEqual([1, -2]);
    }
  });

  it('names the setting that is not valid', () => {
    const make = (spec: object) => () => createOptimizer({ type: 'sgd', lr: 1, ...spec } as OptimizerSpec);
    expect(make({ type: 'rmsprop' })).toThrow(/type is 'rmsprop'.*sgd/);
    expect(make({ lr: Number.NaN })).toThrow(/lr.*NaN/);
    expect(make({ lr: -1 })).toThrow(/lr.*-1/);
    expect(make({ momentum: 1 })).toThrow(/momentum is 1.*\[0, 1\)/);
    expect(make({ beta2: -0.1 })).toThrow(/beta2/);
    const optimizer = createOptimizer({ type: 'sgd', lr: 1 });
    expect(() => optimizer.stepInPlace([zeros([2])], [zeros([3])])).toThrow(/grads\[0\].*\[3\].*\[2\]/);
    expect(() => optimizer.stepInPlace([zeros([2])], [])).toThrow(/number of grads is 0.*1, that of params/);
    expect(() => {
      optimizer.lr = Number.NaN;
    }).toThrow(/lr/);
  });
});
