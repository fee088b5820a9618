import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineText } from '../../../src/formula/arithmetic.ts';
import { columnsOf, layOut } from '../../../src/kit/graph/layout.ts';
import { pointAlong } from '../../../src/kit/graph/motion.ts';
import { nowOf } from '../../../src/kit/scene/now.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { GRAPHS, OUTPUT_GRADIENT, RIGHT_CLASS } from '../../../src/scenes/chain-rule/graphs.ts';
import type { ChainParams } from '../../../src/scenes/chain-rule/parameters.ts';
import { chainRule } from '../../../src/scenes/chain-rule/scene.ts';
import { conv2d, conv2dBackward } from '../../../src/tensor/conv2d.ts';
import { crossEntropy, crossEntropyBackward } from '../../../src/tensor/crossEntropy.ts';
import { softmax } from '../../../src/tensor/softmax.ts';
import { tensor } from '../../../src/tensor/tensor.ts';

const SIZE = { band: 'wide', width: 960, height: 344 } as const;

function figure(params: Partial<ChainParams> = {}) {
  const store = createFigureStore(chainRule);
  store.actions.setParams(params);
  const now = () => nowOf(chainRule, store.getState(), SIZE);
  return { store, now, model: store.getState().model };
}

/** The gradients of the leaves by their names. */
function gradientsOf({ model }: ReturnType<typeof figure>): Record<string, number> {
  const { graph, gradients } = model;
  return Object.fromEntries(
    graph.nodes.slice(0, graph.leaves).map(({ name }, i) => [name, gradients[i] as number]),
  );
}

const logits = fc.array(fc.double({ min: -6, max: 6, noNaN: true }), { minLength: 3, maxLength: 3 });

describe('chain-rule', () => {
  it('works out the neuron that is done by hand', () => {
    expect(gradientsOf(figure())).toEqual({ w: 12, x: 8, b: 4, t: -4 });
  });

  it('adds three shares at the fork', () => {
    const fork = figure({ graph: 'fork' });
    expect(gradientsOf(fork)).toEqual({ x: 7 });
    fork.store.actions.seek(fork.store.getState().track.total);
    const [sum] = fork.now().view.equations;
    expect(sum?.kind === 'sum' && lineText(sum.line)).toBe('3 + 3 + 1 = 7');
    fork.store.actions.seek(fork.store.getState().track.total - 1);
    const { view } = fork.now();
    expect(view.equations[0]?.kind === 'sum' && lineText(view.equations[0].line)).toBe('3 + 3 = 6');
    expect(view.grids['dleaf']?.known?.(0)).toBe(false);
    expect(view.grids['dleaf']?.partial?.(0)).toBe(6);
  });

  it('hands on, exchanges and routes', () => {
    expect(gradientsOf(figure({ graph: 'gates' }))).toEqual({ x0: -4, x1: 8, x2: 4, x3: 0 });
    expect(gradientsOf(figure({ graph: 'gates', gates: [2, -1, 3, 3] }))).toMatchObject({ x2: 2, x3: 0 });
  });

  it('is q − t at the end of softmax and cross-entropy, the long way and as one node, as the core has it', () => {
    fc.assert(
      fc.property(logits, (numbers) => {
        const z = tensor([1, 3], numbers, 'float64');
        const loss = crossEntropy(z, [RIGHT_CLASS]).data[0] as number;
        const expected = crossEntropyBackward(z, [RIGHT_CLASS]).data;
        const q = softmax(z).data;
        for (const collapse of [false, true]) {
          const { model } = figure({ graph: 'softmax', collapse, logits: numbers });
          expect(model.values.at(-1)).toBeCloseTo(loss, 9);
          expected.forEach((value, i) => {
            expect(model.gradients[i]).toBeCloseTo(value, 9);
            expect(value).toBeCloseTo((q[i] as number) - Number(i === RIGHT_CLASS), 12);
          });
        }
      }),
    );
  });

  it('has the eighths of 0, ln 2 and ln 5', () => {
    const { z0, z1, z2 } = gradientsOf(figure({ graph: 'softmax' }));
    expect([z0, z1, z2].map((value) => Math.round((value as number) * 8e9) / 1e9)).toEqual([1, 2, -3]);
  });

  it('is the convolution of the core, forwards and backwards', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 5 }), (numbers) => {
        const chain = figure({ graph: 'convolution', convolution: numbers });
        const [x0, w0, x1, w1, x2] = numbers as [number, number, number, number, number];
        const x = tensor([1, 1, 1, 3], [x0, x1, x2], 'float64');
        const w = tensor([1, 1, 1, 2], [w0, w1], 'float64');
        const dy = tensor([1, 1, 1, 2], [...OUTPUT_GRADIENT], 'float64');
        const y = conv2d(x, w, null, {});
        const { nodes } = chain.model.graph;
        const numberOf = (name: string) => chain.model.values[nodes.findIndex((node) => node.name === name)];
        const { dx, dw } = conv2dBackward(x, w, dy, {});
        const found = gradientsOf(chain);
        const plus = (values: ArrayLike<number>): number[] => Array.from(values, (value) => value + 0);
        expect(plus([numberOf('y0') as number, numberOf('y1') as number])).toEqual(plus(y.data));
        expect([found['x0'], found['x1'], found['x2']]).toEqual(plus(dx.data));
        expect([found['w0'], found['w1']]).toEqual(plus(dw.data));
      }),
    );
  });

  it('takes what is typed or pulled, within the limits of its graph', () => {
    const { store } = figure({ graph: 'softmax' });
    const leaf = () => chainRule.grids(store.getState().model)[0];
    store.actions.setParams(leaf()?.edit?.(1, 1e6) ?? {});
    expect(store.getState().params.logits).toEqual([0, 20, Math.log(5)]);
    expect(Number.isFinite(store.getState().model.values.at(-1))).toBe(true);
  });

  it('names the node, what comes from above and the slope', () => {
    const { now } = figure();
    const { model, view } = now();
    expect(chainRule.caption(model, view, 'en')).toBe(
      'Back through × to w: upstream 4, local slope 3 (the other factor). ∂w is 12.',
    );
    expect(chainRule.caption(model, view, 'zh')).toContain(
      '上游梯度 4，局部斜率 3（另一个因数）。∂w 得 12。',
    );
  });
});

describe('a graph that is laid out', () => {
  it.each(Object.entries(GRAPHS))(
    'keeps all of %s on every stage, and no two numbers upon each other',
    (_, drawn) => {
      const { graph } = drawn;
      const branches = graph.edges.flatMap(({ from }, i) =>
        graph.edges.filter((edge) => edge.from === from).length > 1 ? [i] : [],
      );
      expect(drawn.down).toHaveLength(graph.nodes.length);
      for (const [band, width, height] of [
        ['wide', 960, 344],
        ['medium', 720, 330],
        ['phone', 362, 348],
      ] as const) {
        const room = { x: 4, y: 2, width: width - 8, height: height - 6 };
        const { boxes } = layOut(graph, drawn, branches, room, band);
        const cells = Object.values(boxes).flatMap(({ corners = [], cell, cellHeight = cell }) =>
          corners.map(([x, y]) => ({ x, y, right: x + cell, bottom: y + cellHeight })),
        );
        for (const [i, a] of cells.entries()) {
          expect(a.x, band).toBeGreaterThanOrEqual(0);
          expect(a.right, band).toBeLessThanOrEqual(width);
          expect(a.y, band).toBeGreaterThanOrEqual(0);
          expect(a.bottom, band).toBeLessThanOrEqual(height);
          // On a phone the share of a short line may touch what stands beside it.
          const slack = 0;
          for (const b of cells.slice(i + 1)) {
            const over = [
              Math.min(a.right, b.right) - Math.max(a.x, b.x),
              Math.min(a.bottom, b.bottom) - Math.max(a.y, b.y),
            ];
            expect(Math.min(...over), `${band}: two cells`).toBeLessThanOrEqual(slack);
          }
        }
      }
    },
  );

  it('stands a leaf before its first use', () => {
    expect(columnsOf(GRAPHS.neuron.graph)).toEqual([0, 0, 1, 2, 1, 2, 3, 4]);
    expect(columnsOf(GRAPHS.softmax.graph)).toEqual([0, 0, 0, 1, 1, 1, 2, 3, 4]);
  });

  it('moves a number along its way at one speed', () => {
    const way = [
      [0, 0],
      [10, 0],
      [10, 30],
    ] as const;
    expect([0, 0.25, 0.5, 1].map((t) => pointAlong(way, t))).toEqual([
      [0, 0],
      [10, 0],
      [10, 10],
      [10, 30],
    ]);
  });
});
