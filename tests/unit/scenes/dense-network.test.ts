import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineText } from '../../../src/formula/arithmetic.ts';
import { evaluate } from '../../../src/formula/expression.ts';
import { createFigureStore } from '../../../src/playback/figureStore.ts';
import { formatParams, parseParams } from '../../../src/playback/params.ts';
import {
  ACTIVATIONS,
  build,
  constrain,
  type DenseParams,
  edited,
  LARGEST,
  specs,
} from '../../../src/scenes/dense-network/model.ts';
import { knownAt, momentAt, positionOf, totalOf } from '../../../src/scenes/dense-network/moments.ts';
import { BEAT_NAMES, denseNetwork } from '../../../src/scenes/dense-network/playable.ts';
import { viewAt } from '../../../src/scenes/dense-network/view.ts';
import { captionOf } from '../../../src/scenes/dense-network/words.ts';
import { activation } from '../../../src/tensor/activations.ts';
import { linear } from '../../../src/tensor/linear.ts';

const size = fc.integer({ min: 1, max: LARGEST });
const typed = (count: number) =>
  fc.option(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: count }), { nil: null });
const params: fc.Arbitrary<DenseParams> = fc
  .record({
    inputs: size,
    hidden: fc.integer({ min: 0, max: 2 }),
    hidden1: size,
    hidden2: size,
    outputs: fc.integer({ min: 1, max: 4 }),
    activation: fc.constantFrom(...ACTIVATIONS),
    seed: fc.integer({ min: 1, max: 99 }),
    shuffle: fc.integer({ min: 0, max: 9 }),
    x: typed(5),
    w1: typed(25),
    w2: typed(25),
    w3: typed(25),
    b1: typed(5),
    b2: typed(5),
    b3: typed(5),
  })
  .map((asked) => constrain(asked));

describe('the scene dense-network', () => {
  it('never reaches an invalid state, and constraining twice changes nothing', () => {
    fc.assert(
      fc.property(params, (p) => {
        expect(constrain(p)).toEqual(p);
      }),
    );
  });

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
        const { left } = viewAt(model, 0).parameters;
        expect(evaluate(left)).toBe(numbers);
      }),
    );
  });

  it('shuffles the inputs with their weights, so that nothing behind them changes', () => {
    fc.assert(
      fc.property(params, fc.integer({ min: 1, max: 99 }), (p, shuffle) => {
        const before = build({ ...p, shuffle: 0, activation: 'relu' });
        const after = build({ ...p, shuffle, activation: 'relu' });
        expect([...after.order].sort()).toEqual([...before.order]);
        if (p.inputs > 1) expect(after.order).not.toEqual(before.order);
        expect(after.layers.map(({ y }) => [...y.data])).toEqual(before.layers.map(({ y }) => [...y.data]));
      }),
    );
  });

  it('computes one neuron after the other, each step once', () => {
    fc.assert(
      fc.property(params, (p) => {
        const model = build(p);
        const total = totalOf(model);
        let known = 0;
        for (let position = 0; position <= total; position++) {
          const moment = momentAt(model, position);
          const now = model.layers.flatMap((layer, at) =>
            Array.from({ length: layer.outs }, (_, j) => knownAt(model, moment, at, j).y),
          );
          const count = now.filter(Boolean).length;
          expect(count - known).toBeGreaterThanOrEqual(0);
          expect(count - known).toBeLessThanOrEqual(1);
          known = count;
        }
        expect(known).toBe(model.layers.reduce((sum, { outs }) => sum + outs, 0));
      }),
      { numRuns: 30 },
    );
  });

  it('explains every neuron that is asked for with the number that the core has', () => {
    fc.assert(
      fc.property(params, fc.double({ min: 0, max: 1, noNaN: true }), (p, where) => {
        const model = build(p);
        const position = Math.floor(where * totalOf(model));
        model.layers.forEach((layer, at) => {
          for (let j = 0; j < layer.outs; j++) {
            const pinned = { tensor: `y_${at + 1}`, row: j, col: 0 };
            const view = viewAt(model, position, { pinned });
            expect([view.layer, view.neuron]).toEqual([at, j]);
            expect(view.line.value).toBe(layer.z.at(0, j));
            expect(captionOf(model, view, 'zh')).toMatch(/神经元/);
          }
        });
        const text = lineText(viewAt(model, position).line);
        expect(lineText(viewAt(build(p), position).line)).toBe(text);
      }),
      { numRuns: 40 },
    );
  });

  it('lights all weights of an input, and keeps the sum on the screen meanwhile', () => {
    const model = build(constrain({ ...denseNetworkDefaults(), hidden1: 4 }));
    const position = positionOf(model, 0, 2, 2);
    const still = viewAt(model, position);
    const view = viewAt(model, position, { pointed: { tensor: 'x_1', row: 0, col: 1 } });
    expect(view.drawing.edges.filter(({ state }) => state === 'reached').length).toBe(4);
    expect(lineText(view.line)).toBe(lineText(still.line));
  });

  it('ignores pins that no cell has', () => {
    const model = build(denseNetworkDefaults());
    for (const pinned of [
      { tensor: 'w_1', row: 9, col: 0 },
      { tensor: 'w_3', row: 0, col: 99 },
      { tensor: 'q', row: 0, col: 0 },
      { tensor: 'x_1', row: 1, col: 0 },
    ])
      expect(viewAt(model, 5, { pinned }).question).toBeNull();
  });

  it('changes exactly the number that was typed, also after a shuffle', () => {
    fc.assert(
      fc.property(params, fc.integer({ min: -9, max: 9 }), (p, value) => {
        const model = build(p);
        model.layers.forEach((layer, at) => {
          const [row, col] = [layer.outs - 1, layer.ins - 1];
          const next = build(constrain({ ...p, ...edited(model, 'w', at, [row, col], value) }));
          const expected = [...layer.w.data];
          expected[row * layer.ins + col] = value;
          expect([...(next.layers[at]?.w.data ?? [])]).toEqual(expected);
        });
        const typedX = build(constrain({ ...p, ...edited(model, 'x', 0, [0, p.inputs - 1], value) }));
        expect(typedX.layers[0]?.x.at(0, p.inputs - 1)).toBe(value);
      }),
      { numRuns: 40 },
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

  it('finds every beat', () => {
    for (const name of BEAT_NAMES) {
      const store = createFigureStore(denseNetwork);
      expect(store.actions.goTo(name), name).toBe(true);
      const { position, total, model, pinned } = store.getState();
      expect(position).toBeGreaterThan(0);
      expect(position).toBeLessThanOrEqual(total);
      if (pinned) expect(viewAt(model, position, { pinned }).question).not.toBeNull();
    }
  });
});

const denseNetworkDefaults = (): DenseParams => createFigureStore(denseNetwork).getState().params;
