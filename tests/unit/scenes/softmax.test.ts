import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expressionLeft } from '../../../src/kit/scene/equations.ts';
import { nowOf } from '../../../src/kit/scene/now.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { logitDomain } from '../../../src/scenes/softmax/axes.ts';
import { withExponential, withShare } from '../../../src/scenes/softmax/model.ts';
import { LARGEST, type SoftmaxParams } from '../../../src/scenes/softmax/parameters.ts';
import { softmaxScene } from '../../../src/scenes/softmax/scene.ts';
import { evaluatePrinted } from './contract/evaluate.ts';

const SIZE = { band: 'wide', width: 960, height: 372 } as const;

function figure(change: Partial<SoftmaxParams> = {}) {
  const store = createFigureStore(softmaxScene);
  store.actions.setParams(change);
  const now = () => nowOf(softmaxScene, store.getState(), SIZE);
  const caption = (language: 'en' | 'zh' = 'en') => softmaxScene.caption(now().model, now().view, language);
  const model = () => store.getState().model;
  return { ...store.actions, store, now, caption, model };
}

const logits = fc.array(fc.double({ min: -30, max: 30, noNaN: true }), { minLength: 2, maxLength: 10 });
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((all, value) => all + value, 0);

describe('the scene softmax', () => {
  it('gives shares that add up to 1 and gradients that add up to 0', () => {
    fc.assert(
      fc.property(logits, fc.double({ min: 0.1, max: 10, noNaN: true }), (z, temperature) => {
        const { q, dz } = figure({ classes: z.length, z, temperature }).model();
        expect(sum(q)).toBeCloseTo(1, 12);
        expect(sum(dz)).toBeCloseTo(0, 10);
      }),
    );
  });

  it('does not feel a constant, and feels a factor as it feels a temperature', () => {
    fc.assert(
      fc.property(logits, fc.integer({ min: -100, max: 100 }), (z, c) => {
        const of = (change: Partial<SoftmaxParams>) =>
          Array.from(figure({ classes: z.length, ...change }).model().q);
        of({ z: z.map((value) => value + c) }).forEach((share, k) => {
          expect(share).toBeCloseTo(of({ z })[k] as number, 9);
        });
        of({ z: z.map((value) => 2 * value) }).forEach((share, k) => {
          expect(share).toBeCloseTo(of({ z, temperature: 0.5 })[k] as number, 9);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('computes the same as the form that is written on paper, as long as that holds', () => {
    fc.assert(
      fc.property(logits, (z) => {
        const change = { classes: z.length, z };
        const [stable, paper] = [figure(change).model(), figure({ ...change, subtract: false }).model()];
        expect(paper.loss).toBeCloseTo(stable.loss, 9);
        Array.from(paper.dz).forEach((value, k) => {
          expect(value).toBeCloseTo(stable.dz[k] as number, 9);
        });
      }),
    );
  });

  it('gives a bar that is pulled the number it is pulled to', () => {
    fc.assert(
      fc.property(
        logits,
        fc.nat({ max: 9 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        (z, at, wanted, temperature) => {
          const one = figure({ classes: z.length, z, temperature });
          const k = at % z.length;
          const before = one.model();
          one.setParams(withShare(before, k, wanted));
          expect(one.model().q[k]).toBeCloseTo(wanted, 3);
          // The others keep their ratio.
          const [a, b] = z.map((_, i) => i).filter((i) => i !== k);
          const ratio = ({ q }: typeof before) => (q[a as number] as number) / (q[b as number] as number);
          if (b !== undefined && (before.q[b] as number) > 1e-9)
            expect(ratio(one.model()) / ratio(before)).toBeCloseTo(1, 6);
          const paper = figure({ classes: 3, z: [1, 0, 2], subtract: false });
          paper.setParams(withExponential(paper.model(), 1, wanted, 0));
          expect(paper.model().exps[1]).toBeCloseTo(wanted, 3);
        },
      ),
    );
  });

  it('shows what overflows, and says so without a NaN in the sentence', () => {
    const one = figure({ subtract: false, classes: 3, z: [1000, 1001, 1002], truth: 2 });
    one.goTo('overflow');
    const [line] = one.now().view.equations;
    expect(line?.kind === 'expression' && `${expressionLeft(line)} ${line.sign} ${line.result}`).toBe(
      '∞ / ∞ = NaN',
    );
    expect(evaluatePrinted('∞ / ∞')).toBeNaN();
    expect(one.caption()).toContain('became ∞');
    // There is no slope to compare the gradient with, and the badge says so.
    expect(softmaxScene.gradients?.(one.model())[0]?.isKink?.(0)).toBe(true);
    expect(softmaxScene.gradients?.(figure().model())[0]?.isKink?.(0)).toBe(false);
    const under = figure({ subtract: false, classes: 2, z: [0, -900], truth: 1 });
    expect(under.model().loss).toBe(Number.POSITIVE_INFINITY);
    expect(under.caption()).toContain('too small for a double: 0.');
    expect(figure({ subtract: false, classes: 2, z: [-900, -901] }).caption()).toContain('became 0');
  });

  it('writes the loss without going through a share that has become 0', () => {
    const one = figure({ classes: 3, z: [0, 1000, 0], truth: 0 });
    one.goTo('surest-wrong');
    const lines = one.now().view.equations;
    expect(lines.map((line) => line.kind === 'expression' && expressionLeft(line))).toEqual([
      'ln(1) + 1000 − 0',
    ]);
    one.goTo('loss');
    one.setParams({ subtract: true });
    expect(one.now().view.equations).toHaveLength(2);
  });

  it('takes the class that a reader marks in the label, and logits as far as they go', () => {
    const one = figure();
    const label = softmaxScene.grids(one.model()).find(({ id }) => id === 'label');
    expect(label?.edit?.(3, 1)).toEqual({ truth: 3 });
    expect(label?.edit?.(3, 0)).toEqual({});
    one.setParams({ z: [1e6, -1e6, 0, 0, 0] });
    expect([...one.model().z.data].slice(0, 2)).toEqual([LARGEST, -LARGEST]);
    one.setParams({ truth: 4 });
    one.setParams({ classes: 2 });
    expect(one.model().params.truth).toBe(1);
  });

  it('lays its axis around 0, or around logits that lie close together far from it', () => {
    const domain = (...z: number[]) => logitDomain(figure({ classes: z.length, z }).model());
    expect(domain(2, -1)).toEqual([-5, 5]);
    expect(domain(12, -1)).toEqual([-20, 20]);
    expect(domain(100, 101, 102)).toEqual([96, 106]);
    expect(domain(9000, -1)).toEqual([-10000, 10000]);
  });
});
