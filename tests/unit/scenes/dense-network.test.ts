import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineText } from '../../../src/formula/arithmetic.ts';
import { nowOf } from '../../../src/kit/scene/now.ts';
import { settle } from '../../../src/playback/parameters/table.ts';
import type { Place } from '../../../src/playback/place.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { build, type DenseModel, edited } from '../../../src/scenes/dense-network/model.ts';
import type { DenseParams } from '../../../src/scenes/dense-network/parameters.ts';
import { denseNetwork } from '../../../src/scenes/dense-network/scene.tsx';
import type { DenseView } from '../../../src/scenes/dense-network/view.ts';
import { activation } from '../../../src/tensor/activations.ts';
import { linear } from '../../../src/tensor/linear.ts';
import { arbitraryParams } from './contract/arbitraryParams.ts';
import type { AnyScene } from './contract/registry.ts';

const SIZE = { band: 'wide', width: 960, height: 336 } as const;
const params = arbitraryParams(
  denseNetwork as unknown as AnyScene,
) as fc.Arbitrary<unknown> as fc.Arbitrary<DenseParams>;

function opened(change: Partial<DenseParams> = {}) {
  const store = createFigureStore(denseNetwork);
  store.actions.setParams(change);
  const now = (): { readonly model: DenseModel; readonly view: DenseView } =>
    nowOf(denseNetwork, store.getState(), SIZE);
  return { store, now };
}

const place = (grid: string, row: number, col = 0): Place => ({ grid, plane: 0, row, col });

describe('the scene dense-network', () => {
  it('has in every layer what the core computes, and counts every weight and bias', () => {
    fc.assert(
      fc.property(params, (p) => {
        const model = build(p);
        let numbers = 0;
        for (const { x, w, b, z, y, activation: name } of model.layers) {
          expect([...z.data]).toEqual([...linear(x, w, b).data]);
          expect([...y.data]).toEqual([...(name ? activation(name, z) : z).data]);
          numbers += w.size + b.size;
        }
        expect(model.parameters).toBe(numbers);
        const { tex, sentence } = denseNetwork.sizes?.(model, null) ?? { tex: '', sentence: { en: '' } };
        const [left = '', right = ''] = tex.split('=');
        const count = left
          .split('+')
          .map((part) => part.split('\\cdot').reduce((product, factor) => product * Number(factor), 1))
          .reduce((sum, part) => sum + part, 0);
        expect(count).toBe(numbers);
        expect(right).toBe(`\\mathbf{${numbers}}`);
        const [all, weights, biases] = [...sentence.en.matchAll(/\d+/g)].map(([text]) => Number(text));
        expect([all, (weights as number) + (biases as number)]).toEqual([numbers, numbers]);
      }),
    );
  });

  it('has the 35 parameters that the text counts', () => {
    expect(opened().now().model.parameters).toBe(35);
  });

  it('shuffles the inputs with their weights, so that nothing behind them changes', () => {
    fc.assert(
      fc.property(params, fc.integer({ min: 1, max: 99 }), (p, shuffle) => {
        const before = build({ ...p, shuffle: 0, activation: 'relu', x: null, w1: null });
        const after = build({ ...p, shuffle, activation: 'relu', x: null, w1: null });
        expect([...after.order].sort()).toEqual([...before.order]);
        if (p.inputs > 1) expect(after.order).not.toEqual(before.order);
        expect(after.layers.map(({ y }) => [...y.data])).toEqual(before.layers.map(({ y }) => [...y.data]));
      }),
    );
  });

  it('shows two states in the phrases about shuffling that differ in the inputs and in no sum', () => {
    const shown = (beat: string): DenseModel => {
      const { store, now } = opened();
      store.actions.goTo(beat);
      return now().model;
    };
    const [before, after] = [shown('in-order'), shown('shuffled')];
    expect([...(after.layers[0]?.w.data ?? [])]).not.toEqual([...(before.layers[0]?.w.data ?? [])]);
    expect([...(after.layers[0]?.z.data ?? [])]).toEqual([...(before.layers[0]?.z.data ?? [])]);
  });

  it('computes one neuron after the other, each once', () => {
    fc.assert(
      fc.property(params, (p) => {
        const { store, now } = opened(p);
        const { track } = store.getState();
        let known = 0;
        for (let position = 0; position <= track.total; position++) {
          store.actions.seek(position);
          const { view, model } = now();
          const count = model.layers.reduce((sum, { outs }, at) => {
            const { known: isKnown } = view.grids[`y_${at + 1}`] ?? {};
            return sum + Array.from({ length: outs }, (_, j) => isKnown?.(j)).filter(Boolean).length;
          }, 0);
          expect(count - known === 0 || count - known === 1).toBe(true);
          known = count;
        }
        expect(known).toBe(build(p).layers.reduce((sum, { outs }) => sum + outs, 0));
      }),
      { numRuns: 20 },
    );
  });

  it('answers for a neuron with its row, for a weight with one line, for an input with a column', () => {
    const { store, now } = opened({ hidden1: 4 });
    const states = (): Record<string, number> => {
      const counts: Record<string, number> = {};
      for (const { state } of now().view.lines) counts[state] = (counts[state] ?? 0) + 1;
      return counts;
    };
    store.actions.pin(place('y_1', 2));
    expect(states()['source']).toBe(4);
    expect(now().view.grids['w_1']?.windows).toEqual([{ row: 2, col: 0, rows: 1, cols: 4, role: 'window' }]);
    expect(lineText(now().view.equations[0].line)).toContain(
      `= ${String(now().model.layers[0]?.z.at(0, 2)).replace('-', '−')}`,
    );
    store.actions.pin(place('w_1', 1, 3));
    expect(states()['active']).toBe(1);
    store.actions.pin(place('x_1', 0, 1));
    expect(states()['reached']).toBe(4);
    expect([...(now().view.grids['w_1']?.marks?.keys() ?? [])]).toEqual(['0,0,1', '0,1,1', '0,2,1', '0,3,1']);
  });

  it('sends every product of a neuron along its line, and its bias from the table', () => {
    const { store, now } = opened();
    for (let i = 0; i < 5; i++) {
      store.actions.seek(i + 0.5);
      const product = now().view.flight?.products[0];
      expect(product?.target).toEqual(place('y_1', 0));
      expect(product?.value.place).toEqual(i < 4 ? place('x_1', 0, i) : place('b_1', 0));
      expect(product?.number).toBe(now().view.explanation.terms[i]?.value);
      expect(now().view.lines.filter(({ state }) => state === 'active').length).toBe(i < 4 ? 1 : 0);
    }
    store.actions.seek(5.5);
    expect(now().view.flight).toBeNull();
  });

  it('brings a hidden layer with it when its size is set', () => {
    const { store } = opened({ hidden: 0 });
    store.actions.setParams({ hidden1: 2 });
    expect(store.getState().params.hidden).toBe(1);
    store.actions.setParams({ hidden2: 2 });
    expect(store.getState().params.hidden).toBe(2);
  });

  it('changes exactly the number that was typed, also after a shuffle', () => {
    fc.assert(
      fc.property(params, fc.integer({ min: -9, max: 9 }), (p, value) => {
        const model = build(p);
        model.layers.forEach((layer, at) => {
          const [row, col] = [layer.outs - 1, layer.ins - 1];
          const next = build(settle(denseNetwork, { ...p, ...edited(model, 'w', at, [row, col], value) }));
          const expected = [...layer.w.data];
          expected[row * layer.ins + col] = value;
          expect([...(next.layers[at]?.w.data ?? [])]).toEqual(expected);
        });
        const typedX = build(
          settle(denseNetwork, { ...p, ...edited(model, 'x', 0, [0, p.inputs - 1], value) }),
        );
        expect(typedX.layers[0]?.x.at(0, p.inputs - 1)).toBe(value);
      }),
      { numRuns: 40 },
    );
  });
});
