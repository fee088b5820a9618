import { type Backward, backward, forward, type Graph, usesOf } from '../../explain/graph/graph.ts';
import { backwardSteps, forwardSteps, type GraphStep } from '../../explain/graph/steps.ts';
import type { GradientClaim } from '../../kit/check/gradients.ts';
import { createTrack, type Track } from '../../playback/track.ts';
import { type DrawnGraph, GRAPHS } from './graphs.ts';
import { type ChainParams, listName, shownGraph } from './parameters.ts';
import { PASSES } from './words.ts';

export interface ChainModel extends Backward {
  readonly params: ChainParams;
  readonly drawn: DrawnGraph;
  readonly graph: Graph;
  /** Of all nodes: what the forward pass keeps for the way back. */
  readonly values: Float64Array;
  readonly steps: { readonly forward: readonly GraphStep[]; readonly backward: readonly GraphStep[] };
  /** The edges at forks: only there does a share differ from a gradient. */
  readonly branches: readonly number[];
  readonly track: Track<'forward' | 'backward'>;
}

export function build(params: ChainParams): ChainModel {
  const drawn = GRAPHS[shownGraph(params)];
  const { graph } = drawn;
  const values = forward(graph, params[listName(params)] ?? []);
  const steps = { forward: forwardSteps(graph), backward: backwardSteps(graph) };
  const stretch = { cells: 1, termWord: PASSES.step };
  return {
    params,
    drawn,
    graph,
    values,
    ...backward(graph, values),
    steps,
    branches: graph.edges.flatMap(({ from }, i) => (usesOf(graph, from).length > 1 ? [i] : [])),
    track: createTrack([
      { ...stretch, id: 'forward', terms: steps.forward.length, name: PASSES.forward },
      {
        ...stretch,
        ...{ id: 'backward', terms: steps.backward.length, name: PASSES.backward },
        ...{ direction: 'backward', role: 'gradient' },
      },
    ]),
  };
}

/** The gradients of the leaves; of two that are nearly equal the larger one changes under the nudge. */
export function gradientsOf({ graph, values }: ChainModel): GradientClaim[] {
  const leaves = values.slice(0, graph.leaves);
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-4 * Math.max(1, Math.abs(a));
  return [
    {
      grid: 'dleaf',
      values: leaves,
      loss: (numbers) => forward(graph, numbers).at(-1) as number,
      isKink: (leaf) =>
        graph.nodes.some(
          (node) =>
            node.op === 'maximum' &&
            node.from.includes(leaf) &&
            near(...(node.from.map((at) => values[at]) as [number, number])),
        ),
    },
  ];
}

/** What the leaves are set to when one of them is typed. */
export function edited(
  { params, values, graph }: ChainModel,
  leaf: number,
  value: number,
): Partial<ChainParams> {
  const numbers = Array.from(values.slice(0, graph.leaves), (old, i) => (i === leaf ? value : old));
  return { [listName(params)]: numbers };
}
