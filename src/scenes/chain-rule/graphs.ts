import { type Graph, graphOf } from '../../explain/graph/graph.ts';
import type { GraphHints } from '../../kit/graph/layout.ts';

export type GraphId = 'neuron' | 'gates' | 'fork' | 'softmax' | 'collapsed' | 'convolution';

/** A graph, and how it is drawn. */
export interface DrawnGraph extends GraphHints {
  readonly graph: Graph;
}

/** The kernel's gradient of output: the constants of the small convolution's loss. */
export const OUTPUT_GRADIENT = [2, -1] as const;
/** The class that is right, of three. */
export const RIGHT_CLASS = 2;

const LOGITS = ['z0', 'z1', 'z2'] as const;

export const GRAPHS: Readonly<Record<GraphId, DrawnGraph>> = {
  neuron: {
    graph: graphOf(
      ['w', 'x', 'b', 't'],
      [
        ['h1', 'multiply', ['w', 'x']],
        ['h2', 'add', ['h1', 'b']],
        ['h3', 'subtract', ['h2', 't']],
        ['L', 'square', ['h3']],
      ],
    ),
    down: [0.13, 0.47, 0.72, 0.9, 0.3, 0.5, 0.68, 0.68],
  },
  gates: {
    graph: graphOf(
      ['x0', 'x1', 'x2', 'x3'],
      [
        ['h1', 'multiply', ['x0', 'x1']],
        ['h2', 'maximum', ['x2', 'x3']],
        ['h3', 'add', ['h1', 'h2']],
        ['L', 'square', ['h3']],
      ],
    ),
    down: [0.12, 0.38, 0.64, 0.9, 0.25, 0.77, 0.51, 0.51],
  },
  fork: {
    graph: graphOf(
      ['x'],
      [
        ['h1', 'multiply', ['x', 'x']],
        ['L', 'add', ['h1', 'x']],
      ],
    ),
    down: [0.52, 0.36, 0.52],
    fans: 0,
    bows: { 0: { bow: -0.34, at: 0.5 }, 1: { bow: 0.02, at: 0.5 }, 3: { bow: 0.45, at: 0.5 } },
  },
  softmax: {
    graph: graphOf(LOGITS, [
      ['h1', 'exp', ['z0']],
      ['h2', 'exp', ['z1']],
      ['h3', 'exp', ['z2']],
      ['h4', 'sum', ['h1', 'h2', 'h3']],
      ['q', 'divide', ['h3', 'h4']],
      ['L', 'negativeLog', ['q']],
    ]),
    down: [0.14, 0.5, 0.86, 0.14, 0.5, 0.86, 0.32, 0.6, 0.6],
    fans: 1,
    bows: { 5: { at: 0.36 }, 6: { at: 0.56 } },
  },
  collapsed: {
    graph: graphOf(LOGITS, [['L', 'crossEntropy', LOGITS, [RIGHT_CLASS]]]),
    down: [0.14, 0.5, 0.86, 0.5],
  },
  // Inputs and weights by turns: each product lies between its two factors, and no line crosses another.
  convolution: {
    graph: graphOf(
      ['x0', 'w0', 'x1', 'w1', 'x2'],
      [
        ['h1', 'multiply', ['x0', 'w0']],
        ['h2', 'multiply', ['w0', 'x1']],
        ['h3', 'multiply', ['x1', 'w1']],
        ['h4', 'multiply', ['w1', 'x2']],
        ['y0', 'add', ['h1', 'h3']],
        ['y1', 'add', ['h2', 'h4']],
        ['L', 'weightedSum', ['y0', 'y1'], OUTPUT_GRADIENT],
      ],
    ),
    down: [0.09, 0.295, 0.5, 0.705, 0.91, 0.19, 0.4, 0.61, 0.82, 0.3, 0.7, 0.5],
    fans: 0,
  },
};
