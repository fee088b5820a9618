import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backward, forward, type Graph, graphOf } from '../../../src/explain/graph/graph.ts';
import type { OperationName } from '../../../src/explain/graph/operations.ts';

const run = (graph: Graph, leaves: readonly number[]) => {
  const values = forward(graph, leaves);
  return { values, ...backward(graph, values) };
};

describe('a graph of numbers', () => {
  it('works out a neuron with its squared error', () => {
    const neuron = graphOf(
      ['w', 'x', 'b', 't'],
      [
        ['v1', 'multiply', ['w', 'x']],
        ['v2', 'add', ['v1', 'b']],
        ['v3', 'subtract', ['v2', 't']],
        ['L', 'square', ['v3']],
      ],
    );
    const { values, gradients } = run(neuron, [2, 3, 1, 5]);
    expect([...values]).toEqual([2, 3, 1, 5, 6, 7, 2, 4]);
    expect([...gradients].slice(0, 4)).toEqual([12, 8, 4, -4]);
  });

  it('adds where a number is used more than once', () => {
    const fork = graphOf(
      ['x'],
      [
        ['v1', 'multiply', ['x', 'x']],
        ['L', 'add', ['v1', 'x']],
      ],
    );
    const { values, shares, gradients } = run(fork, [3]);
    expect(values.at(-1)).toBe(12);
    expect([...shares]).toEqual([3, 3, 1, 1]);
    expect(gradients[0]).toBe(7);
  });

  it('sends all of a gradient to the larger of two, of equal ones to the first', () => {
    const max = graphOf(['a', 'b'], [['L', 'maximum', ['a', 'b']]]);
    expect([...run(max, [1, 4]).gradients]).toEqual([0, 1, 1]);
    expect([...run(max, [4, 4]).gradients]).toEqual([1, 0, 1]);
  });

  it('names a line that uses what is not there', () => {
    expect(() => graphOf(['x'], [['L', 'square', ['y']]])).toThrow('L uses y');
    expect(() => forward(graphOf(['x'], [['L', 'square', ['x']]]), [1, 2])).toThrow('2 numbers for 1');
  });

  const OPS = ['add', 'subtract', 'multiply', 'square', 'exp', 'sum', 'weightedSum', 'maximum'] as const;
  const arity = (op: OperationName): number => (op === 'square' || op === 'exp' ? 1 : 2);

  /** Random graphs: every line takes any nodes before it, and the last one adds up all, so that each has a way to the loss. */
  const graphs = fc
    .tuple(
      fc.array(fc.double({ min: -1.5, max: 1.5, noNaN: true }), { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(fc.constantFrom(...OPS), fc.nat(), fc.nat()), { minLength: 1, maxLength: 7 }),
    )
    .map(([leaves, lines]) => {
      const names = leaves.map((_, i) => `x${i}`);
      const all = [...names];
      const made = lines.map(([op, a, b], i) => {
        const args = [a, b].slice(0, arity(op)).map((n) => all[n % all.length] as string);
        const name = `v${i}`;
        all.push(name);
        return [name, op, args, op === 'weightedSum' ? [2, -0.5] : []] as const;
      });
      return { leaves, graph: graphOf(names, [...made, ['L', 'sum', all] as const]) };
    })
    // Towers of exponentials and squares leave the range in which a difference says anything; a tie has no slope.
    .filter(({ graph, leaves }) => {
      const values = forward(graph, leaves);
      const isNearTie = graph.nodes.some(
        (node) =>
          node.op === 'maximum' &&
          Math.abs((values[node.from[0] as number] as number) - (values[node.from[1] as number] as number)) <
            1e-3,
      );
      return !isNearTie && values.every((value) => Math.abs(value) < 50);
    });

  it('finds for every leaf of any graph what nudging finds', () => {
    fc.assert(
      fc.property(graphs, ({ graph, leaves }) => {
        const { gradients } = run(graph, leaves);
        leaves.forEach((value, i) => {
          const loss = (to: number): number =>
            forward(
              graph,
              leaves.map((old, j) => (i === j ? to : old)),
            ).at(-1) as number;
          const found = (loss(value + 1e-5) - loss(value - 1e-5)) / 2e-5;
          const size = Math.max(1, Math.abs(found));
          expect(Math.abs((gradients[i] as number) - found) / size).toBeLessThan(1e-5);
        });
      }),
    );
  });

  it('divides and takes logarithms with the slopes of nudging', () => {
    const graph = graphOf(
      ['a', 'b'],
      [
        ['p', 'divide', ['a', 'b']],
        ['L', 'negativeLog', ['p']],
      ],
    );
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        (a, b) => {
          const { gradients } = run(graph, [a, b]);
          expect(gradients[0]).toBeCloseTo(-1 / a, 10);
          expect(gradients[1]).toBeCloseTo(1 / b, 10);
        },
      ),
    );
  });
});
