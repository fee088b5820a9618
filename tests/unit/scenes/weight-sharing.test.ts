import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineText } from '../../../src/formula/arithmetic.ts';
import { evaluate } from '../../../src/formula/expression.ts';
import { createFigureStore } from '../../../src/playback/figureStore.ts';
import { formatParams, parseParams } from '../../../src/playback/params.ts';
import { countRows, drawnLeft } from '../../../src/scenes/weight-sharing/formula.ts';
import {
  build,
  constrain,
  INPUTS,
  inWindow,
  LOCAL,
  OUTPUTS,
  SHARED,
  type SharingParams,
  STEPS,
  specs,
  WINDOW,
} from '../../../src/scenes/weight-sharing/model.ts';
import { BEAT_NAMES, weightSharing } from '../../../src/scenes/weight-sharing/playable.ts';
import { viewAt } from '../../../src/scenes/weight-sharing/view.ts';
import { captionOf } from '../../../src/scenes/weight-sharing/words.ts';

const values = (count: number) =>
  fc.option(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: count - 1, maxLength: count }));

const params: fc.Arbitrary<SharingParams> = fc
  .record({
    seed: fc.integer({ min: 1, max: 999 }),
    x: values(INPUTS),
    dy: values(OUTPUTS),
    side: fc.integer({ min: 4, max: 224 }),
    channels: fc.integer({ min: 1, max: 64 }),
    filters: fc.integer({ min: 1, max: 64 }),
    kernel: fc.integer({ min: 1, max: 11 }),
  })
  .map(constrain);

describe('the scene weight-sharing', () => {
  it('counts the numbers of the article', () => {
    const { counted } = build(defaults());
    expect([counted.dense, counted.local, counted.shared]).toEqual([14455392, 357504, 456]);
    expect(counted.local / counted.shared).toBe(784);
  });

  it('prints counts that evaluate to the counts of the core, whatever the sizes', () => {
    fc.assert(
      fc.property(params, (p) => {
        for (const { left, value } of countRows(build(p).counted)) expect(evaluate(left)).toBe(value);
      }),
    );
  });

  it('gives up one number with every step: 28, 16, 4', () => {
    const model = build(defaults());
    for (let position = 0; position <= STEPS.length; position++) {
      const view = viewAt(model, position);
      expect(view.layer.left).toBe(28 - Math.min(position, SHARED));
      expect(evaluate(drawnLeft(view))).toBe(view.layer.left);
    }
    expect(viewAt(model, LOCAL).layer.left).toBe(16);
    expect(viewAt(model, SHARED).layer.left).toBe(4);
  });

  it('ends as the convolution of the core, with its gradients', () => {
    fc.assert(
      fc.property(params, (p) => {
        const model = build(p);
        const { layer } = viewAt(model, SHARED);
        expect([...layer.y.data]).toEqual([...model.y.data]);
        for (let o = 0; o < OUTPUTS; o++)
          for (let i = 0; i < INPUTS; i++) expect(layer.connected(o, i)).toBe(inWindow(o, i));
        for (let u = 0; u < WINDOW; u++)
          expect(viewAt(model, SHARED, { tensor: 'shared', row: 0, col: u }).line.value).toBe(
            model.dshared.data[u],
          );
        expect(viewAt(model, STEPS.length).line.value).toBe(model.dsharedBias.data[0]);
      }),
    );
  });

  it('shows lines that give the number of their cell, at every position', () => {
    fc.assert(
      fc.property(params, fc.nat(STEPS.length), fc.nat(OUTPUTS - 1), (p, position, o) => {
        const model = build(p);
        const view = viewAt(model, position, { tensor: 'y', row: o, col: 0 });
        expect(view.line.value).toBe(view.layer.y.data[o]);
        const [left = '', right = ''] = lineText(viewAt(model, position).line).split('=');
        expect(evaluate(left) + 0).toBe(evaluate(right) + 0);
        for (const language of ['en', 'zh'] as const)
          expect(captionOf(model, viewAt(model, position), language).length).toBeGreaterThan(10);
      }),
    );
  });

  it('asks one product of a weight of its own, none of a cut one, and a sum of a shared one', () => {
    const model = build(defaults());
    const terms = (position: number, row: number, col: number): number =>
      viewAt(model, position, { tensor: 'w', row, col }).sum.terms.length;
    expect(terms(0, 2, 0)).toBe(1);
    expect(terms(LOCAL, 2, 0)).toBe(0);
    expect(terms(LOCAL, 2, 3)).toBe(1);
    expect(terms(SHARED, 2, 3)).toBe(OUTPUTS);
  });

  it('writes links that read back, and constrains once for all', () => {
    fc.assert(
      fc.property(params, (p) => {
        expect(constrain(p)).toEqual(p);
        const { params: again, problems } = parseParams(specs, formatParams(specs, p));
        expect(problems).toEqual([]);
        expect(constrain(again)).toEqual(p);
      }),
    );
  });

  it('finds every beat, and ignores pins that are no cells', () => {
    const store = createFigureStore(weightSharing);
    for (const name of BEAT_NAMES) expect(store.actions.goTo(name), name).toBe(true);
    const model = build(defaults());
    for (const tensor of ['x', 'w', 'zz', 'shared', 'b'])
      expect(viewAt(model, 5, { tensor, row: 99, col: 99 }).asked).toBeNull();
  });
});

function defaults(): SharingParams {
  return createFigureStore(weightSharing).getState().params;
}
