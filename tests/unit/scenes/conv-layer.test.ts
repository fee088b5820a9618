import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineText } from '../../../src/formula/arithmetic.ts';
import { evaluate, expressionText } from '../../../src/formula/expression.ts';
import { loadWeights } from '../../../src/network/weights.ts';
import { createFigureStore } from '../../../src/playback/figureStore.ts';
import { defaultParams, formatParams, parseParams } from '../../../src/playback/params.ts';
import { TRAINED } from '../../../src/scenes/conv-layer/kernels.ts';
import { BENDS, build, constrain, type LayerParams, specs } from '../../../src/scenes/conv-layer/model.ts';
import { BEAT_NAMES, convLayer } from '../../../src/scenes/conv-layer/playable.ts';
import { progressAt } from '../../../src/scenes/conv-layer/progress.ts';
import { momentAt, totalOf } from '../../../src/scenes/conv-layer/stages.ts';
import { viewAt } from '../../../src/scenes/conv-layer/view.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';

const params: fc.Arbitrary<LayerParams> = fc
  .record({
    kernels: fc.constantFrom('trained' as const, 'byHand' as const),
    digit: fc.integer({ min: 0, max: 9 }),
    filters: fc.integer({ min: 1, max: 8 }),
    filter: fc.integer({ min: 0, max: 7 }),
    row: fc.integer({ min: 0, max: 31 }),
    col: fc.integer({ min: 0, max: 31 }),
    stride: fc.integer({ min: 1, max: 3 }),
    padding: fc.integer({ min: 0, max: 4 }),
    activation: fc.constantFrom(...BENDS),
  })
  .map((asked) => constrain(asked));

const asking = (tensor: string, row: number, col: number) => ({
  pointed: null,
  pinned: { tensor, row, col },
});

describe('the scene conv-layer', () => {
  it('shows the weights of the shipped network', () => {
    const file = new Uint8Array(readFileSync('public/weights/mnist-lenet.bin'));
    const [w, b] = loadWeights(file).params as [Tensor, Tensor];
    expect(TRAINED.flatMap(({ weights }) => weights)).toEqual(Array.from(w.data));
    expect(TRAINED.map(({ bias }) => bias)).toEqual(Array.from(b.data));
  });

  it('never reaches an invalid state, and constraining twice changes nothing', () => {
    fc.assert(
      fc.property(params, (p) => {
        expect(constrain(p)).toEqual(p);
        expect(build(p).out).toBeGreaterThan(Math.max(p.row, p.col));
      }),
      { numRuns: 50 },
    );
  });

  it('writes links that read back to the same parameters', () => {
    fc.assert(
      fc.property(params, (p) => {
        const { params: again, problems } = parseParams(specs, formatParams(specs, p));
        expect(problems).toEqual([]);
        expect(constrain(again)).toEqual(p);
      }),
    );
  });

  it('works out the numbers that the core has', () => {
    fc.assert(
      fc.property(params, (p) => {
        const model = build(p);
        const view = viewAt(model, totalOf(model.stages));
        const index = [0, p.filter, p.row, p.col];
        expect(view.line.value).toBe(model.z.at(...index));
        expect(view.a).toBe(model.a.at(...index));
        expect(lineText(view.line)).toMatch(/ [=≈] −?[\d.e−]+$/);
        const lines = [...view.accounts.map(({ line }) => line), ...(view.bend ? [view.bend] : [])];
        for (const line of lines) {
          const [left, right] = [evaluate(line.left), evaluate(line.right)];
          if (line.sign === '=') expect(left, expressionText(line)).toBe(right);
          else expect(Math.abs(left - right)).toBeLessThan(0.02 * Math.max(1, Math.abs(right)));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has computed at each position as many sums as it says', () => {
    const model = build(constrain({ ...defaultParams(specs), filters: 3, filter: 1, row: 20 }));
    for (let position = 0; position <= totalOf(model.stages); position++) {
      const progress = progressAt(model, momentAt(model.stages, position));
      let known = 0;
      for (let f = 0; f < 3; f++)
        for (let row = 0; row < model.out; row++)
          for (let col = 0; col < model.out; col++) {
            if (progress.sum(f, row, col)) known++;
            else expect(progress.activation(f, row, col)).toBe(false);
          }
      expect(known).toBe(progress.sums);
    }
  });

  it('answers the three pins with what the core reads', () => {
    const model = build(defaultParams(specs));
    const pixel = viewAt(model, 0, asking('x', 8, 16)).question;
    expect(pixel).toMatchObject({ kind: 'pixel', reached: { row: 6, col: 14, rows: 5, cols: 5 } });
    expect(viewAt(model, 0, asking('x', 0, 27)).question).toMatchObject({
      reached: { row: 0, col: 25, rows: 3, cols: 3 },
    });
    expect(viewAt(model, 0, asking('w_3_0', 0, 0)).question).toMatchObject({
      read: { row: 0, col: 0, rows: 26, cols: 26 },
    });
    expect(viewAt(model, 0, asking('pre_3', 2, 5)).place).toMatchObject({ row: 2, col: 5 });
    for (const wrong of [asking('pre_4', 0, 0), asking('x', 28, 0), asking('b', 1, 0), asking('q', 0, 0)])
      expect(viewAt(model, 0, wrong).question).toBeNull();
  });

  it('counts what the chapter says: 208 parameters, 156,800 multiply-adds, 5,580 zeros of 6,272', () => {
    const { counts, zeros, z } = build(defaultParams(specs));
    expect([counts.parameters, counts.multiplyAdds, z.size]).toEqual([208, 156800, 6272]);
    expect(zeros.reduce((sum, count) => sum + count, 0)).toBe(5580);
  });

  it('finds every beat', () => {
    for (const name of BEAT_NAMES) {
      const store = createFigureStore(convLayer);
      expect(store.actions.goTo(name), name).toBe(true);
      const { position, total, model, pinned } = store.getState();
      expect(position).toBeLessThanOrEqual(total);
      if (pinned) expect(viewAt(model, position, { pointed: null, pinned }).question, name).not.toBeNull();
    }
  });
});
