import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/language/language.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { chainRule } from '../../../src/scenes/chain-rule/scene.ts';
import { conv2dCounts, linearCounts } from '../../../src/tensor/counts.ts';

/** What chapter 13 works out by hand is what the figure computes. */
function modelAt(beat: string) {
  const store = createFigureStore(chainRule);
  expect(store.actions.goTo(beat)).toBe(true);
  return store.getState().model;
}

/** A number of the graph by its name, and its gradient. */
function numbers(beat: string) {
  const { graph, values, gradients, shares, locals, branches } = modelAt(beat);
  const at = (name: string): number => graph.nodes.findIndex((node) => node.name === name);
  const round = (value: number | undefined): number => Math.round((value ?? Number.NaN) * 1e9) / 1e9;
  return {
    value: (name: string) => round(values[at(name)]),
    gradient: (name: string) => round(gradients[at(name)]),
    /** The shares of a fork, in the order of its uses. */
    shares: (name: string) =>
      branches.filter((edge) => graph.edges[edge]?.from === at(name)).map((edge) => round(shares[edge])),
    locals: Array.from(locals, round),
  };
}

/** The layers of the digit network, forwards: two convolutions and a dense layer. */
const LAYERS = [
  conv2dCounts([1, 1, 28, 28], [8, 1, 5, 5], { padding: 2 }),
  conv2dCounts([1, 8, 14, 14], [16, 8, 5, 5], { padding: 2 }),
  linearCounts(784, 10),
] as const;

describe.each(LANGUAGES)('the numbers of chapter 13, %s', (language) => {
  const text = readFileSync(`src/chapters/13-chain-rule/${language}.mdx`, 'utf8');

  it('counts what one run costs, what nudging costs, and what the sweep costs', () => {
    const parameters = LAYERS.reduce((sum, layer) => sum + layer.parameters, 0);
    const forward = LAYERS.reduce((sum, { multiplyAdds }) => sum + multiplyAdds, 0);
    // Each multiplication returns twice, once for the weight and once for the input; nobody asks for the picture's gradient.
    const backward = 2 * forward - LAYERS[0].multiplyAdds;
    expect([parameters, LAYERS[0].parameters]).toEqual([11_274, 208]);
    for (const count of [parameters, forward, backward])
      expect(text).toContain(count.toLocaleString('en-US'));
    expect((backward / forward).toFixed(1)).toBe('1.8');
    expect(text).toContain('1.8');
    expect((parameters * forward) / 1e9).toBeCloseTo(8.93, 2);
  });

  it('counts what has to be kept: the picture, and what each layer hands on', () => {
    const pooled = [8 * 14 * 14, 16 * 7 * 7];
    const kept =
      28 * 28 + LAYERS[0].outputs + LAYERS[1].outputs + pooled.reduce((sum, size) => sum + size, 0);
    expect(text).toContain(kept.toLocaleString('en-US'));
    expect(kept).toBeGreaterThan(11_274);
    expect(text).toContain(String(LAYERS[0].outputs / 8));
  });

  it('works the neuron out', () => {
    const { value, gradient } = numbers('all-gradients');
    expect(['h1', 'h2', 'h3', 'L'].map(value)).toEqual([6, 7, 2, 4]);
    expect(['w', 'x', 'b'].map(gradient)).toEqual([12, 8, 4]);
    expect(gradient('h3')).toBe(4);
    expect(modelAt('all-gradients').steps.backward).toHaveLength(8);
    expect((2.01 * 3 + 1 - 5) ** 2).toBeCloseTo(4.1209, 12);
    expect(text).toContain(String.raw`=4\cdot1\cdot1\cdot3=12`);
    expect(text).toContain(String.raw`$4\cdot2=8$`);
  });

  it('hands on, exchanges, routes', () => {
    const { value, gradient } = numbers('gates');
    expect([value('x0'), value('x1'), gradient('h1'), gradient('x0'), gradient('x1')]).toEqual([
      2, -1, 4, -4, 8,
    ]);
    expect([gradient('h2'), gradient('x2'), gradient('x3')]).toEqual([4, 4, 0]);
    expect(value('x2')).toBe(4);
  });

  it('adds 3, 3 and 1 at the fork', () => {
    const { value, gradient, shares } = numbers('fork-adds');
    expect([value('L'), ...shares('x'), gradient('x')]).toEqual([12, 3, 3, 1, 7]);
    expect(3.01 ** 2 + 3.01).toBeCloseTo(12.0701, 12);
  });

  it('collapses to q − t', () => {
    const { value, gradient, shares } = numbers('softmax-fork');
    expect(['h1', 'h2', 'h3', 'h4', 'q'].map(value)).toEqual([1, 2, 5, 8, 0.625]);
    expect([gradient('q'), ...shares('h3'), gradient('h3')]).toEqual([-1.6, 0.125, -0.2, -0.075]);
    expect(['z0', 'z1', 'z2'].map(gradient)).toEqual([0.125, 0.25, -0.375]);
    expect(numbers('collapsed').locals).toEqual([0.125, 0.25, -0.375]);
  });

  it('finds in the small convolution two sums over uses', () => {
    const { value, gradient } = numbers('convolution');
    const [w0, w1, x0, x1] = (['w0', 'w1', 'x0', 'x1'] as const).map(value) as [
      number,
      number,
      number,
      number,
    ];
    const [dy0, dy1] = [gradient('y0'), gradient('y1')];
    expect([dy0, dy1]).toEqual([2, -1]);
    expect([gradient('w0'), gradient('x1')]).toEqual([x0 * dy0 + x1 * dy1, w0 * dy1 + w1 * dy0]);
    expect(text).toContain(String.raw`$${x0}\cdot${dy0}+${x1}\cdot(${dy1})=3$`);
    expect(text).toContain(String.raw`$${w0}\cdot(${dy1})+${w1}\cdot${dy0}=3$`);
  });
});
