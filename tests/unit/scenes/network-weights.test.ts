import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitPass } from '../../../src/kit/digitPass/pass.ts';
import { weightSubject } from '../../../src/kit/digitPass/weightSubject.ts';
import { WEIGHT_FACTS, WEIGHTS, weightAt } from '../../../src/kit/digitPass/weights.ts';
import { digitNetwork } from '../../../src/kit/digits/digitNetwork.ts';
import { openNetwork } from '../../../src/kit/ownWeights/ownDigitNetwork.ts';
import { digit } from '../../../src/kit/samples/samples.ts';
import { nowOf } from '../../../src/kit/scene/now.ts';
import { createModel } from '../../../src/network/model.ts';
import { digitNetwork as digitSpec } from '../../../src/network/spec.ts';
import { saveWeights } from '../../../src/network/weights.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { network } from '../../../src/scenes/network/scene.ts';
import { crossEntropy } from '../../../src/tensor/crossEntropy.ts';
import { tensor } from '../../../src/tensor/tensor.ts';
import { expectCloses, expectEqualsCell } from './contract/checkView.ts';

const SIZE = { band: 'wide', width: 960, height: 396 } as const;
const STEP = 1e-5;

const anyWeight = fc.constantFrom(...WEIGHTS).chain((name) => {
  const { planes, rows, cols } = WEIGHT_FACTS[name];
  return fc.record({
    name: fc.constant(name),
    plane: fc.nat(planes - 1),
    row: fc.nat(rows - 1),
    col: fc.nat(cols - 1),
  });
});

/** The loss of the digit 3 as an 8, with one parameter moved. */
function lossWith(at: number, offset: number, by: number): number {
  const model = digitNetwork({ dtype: 'float64', engine: 'plain' });
  const { data } = model.params[at] ?? {};
  if (data) data[offset] = (data[offset] as number) + by;
  const x = tensor(
    [1, 1, 28, 28],
    Array.from(digit(3).pixels, (byte) => byte / 255),
    'float64',
  );
  return crossEntropy(model.forward(x), [8]).data[0] as number;
}

describe('a weight of the network', { timeout: 60_000 }, () => {
  it('has as its gradient the slope of the loss', () => {
    const pass = digitPass(digit(3).pixels, 8);
    fc.assert(
      fc.property(anyWeight, ({ name, plane, row, col }) => {
        const subject = weightSubject(pass, true, name, plane, row, col);
        const offset = subject.weight?.offset as number;
        const at = WEIGHTS.indexOf(name);
        const slope = (lossWith(at, offset, STEP) - lossWith(at, offset, -STEP)) / (2 * STEP);
        expect(Math.abs(subject.gradient - slope)).toBeLessThan(1e-4 * Math.max(1, Math.abs(slope)));
      }),
      { numRuns: 40 },
    );
  });

  it('is pinned in both directions, its sum closes, and every number of a line leads to one', () => {
    const store = createFigureStore(network);
    const turn = (isBack: boolean): void => {
      const stretch = store.getState().track.stretches.find(({ id }) => id === (isBack ? 'b4' : 'f4'));
      store.actions.seek((stretch?.start ?? 0) + 1);
    };
    fc.assert(
      fc.property(anyWeight, fc.boolean(), ({ name, plane, row, col }, isBack) => {
        turn(isBack);
        const place = { grid: isBack ? `d${name}` : name, plane, row, col };
        store.actions.pin(place);
        expect(store.getState().pinned).toEqual(place);
        const { view, grids } = nowOf(network, store.getState(), SIZE);
        for (const equation of view.equations) {
          expectCloses(equation);
          expectEqualsCell(equation, grids, view);
        }
        expect(view.subject.weight).toEqual(weightAt(place));
      }),
      { numRuns: 60 },
    );
    turn(false);
    store.actions.pin({ grid: 'conv2', plane: 11, row: 7, col: 5 });
    const { equations } = nowOf(network, store.getState(), SIZE).view;
    const own = equations[1];
    expect(own?.kind === 'sum' && own.placeOf('w', [11, 3, 1, 2])).toEqual({
      ...{ grid: 'w2', plane: 91, row: 1, col: 2 },
    });
  });
});

describe('weights of the reader', () => {
  const file = (spec = digitSpec(), seed = 5) => saveWeights(createModel(spec, { seed }));

  it('take the place of the article’s and give it back', () => {
    const store = createFigureStore(network);
    const before = store.getState().model;
    const opened = openNetwork('mine.bin', file());
    if ('problem' in opened) throw new Error(opened.problem.en);
    store.actions.setResource('own', 'own', { state: 'there', value: opened });
    store.actions.setParams({ weights: 'own' });
    const { model } = store.getState();
    expect(model.own?.name).toBe('mine.bin');
    expect(model.weights[0]?.data).toEqual(
      Float64Array.from(createModel(digitSpec(), { seed: 5 }).params[0]?.data ?? []),
    );
    store.actions.setParams({ weights: 'article' });
    expect(store.getState().model.values.logits.data).toEqual(before.values.logits.data);
  });

  it('with dropout are the same network', () => {
    const { input, layers } = digitSpec();
    const spec = {
      input,
      layers: [...layers.slice(0, 7), { type: 'dropout', p: 0.2 } as const, ...layers.slice(7)],
    };
    expect('problem' in openNetwork('d.bin', file(spec))).toBe(false);
  });

  it('of another network, and files that are none, are refused with a sentence', () => {
    const refused = [file(digitSpec([4, 8])), file().slice(0, 900), new Uint8Array(5), new Uint8Array(0)];
    for (const bytes of refused) {
      const opened = openNetwork('x', bytes);
      expect('problem' in opened && opened.problem.en).toMatch(/Nothing was changed/);
    }
  });
});
