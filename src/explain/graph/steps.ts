import { type Graph, usesOf } from './graph.ts';

/** One visible fact of a pass: a node has its value; the loss its 1; an edge its share; a fork has added so many of its shares. */
export type GraphStep =
  | { readonly kind: 'node'; readonly node: number }
  | { readonly kind: 'seed'; readonly node: number }
  | { readonly kind: 'edge'; readonly edge: number }
  | { readonly kind: 'fork'; readonly node: number; readonly count: number };

/** The node whose slopes are asked for: the last. */
export const lossAt = ({ nodes }: Graph): number => nodes.length - 1;

/** Forwards, node by node. */
export const forwardSteps = ({ nodes, leaves }: Graph): GraphStep[] =>
  nodes.slice(leaves).map((_, i) => ({ kind: 'node', node: leaves + i }));

/** Backwards from the loss; a node hands on when all its own shares have been added, and leaves come last, in their order. */
export function backwardSteps(graph: Graph): GraphStep[] {
  const { nodes, edges, leaves } = graph;
  const added = (node: number): GraphStep[] =>
    usesOf(graph, node)
      .slice(1)
      .map((_, i) => ({ kind: 'fork', node, count: i + 2 }));
  const steps: GraphStep[] = [{ kind: 'seed', node: lossAt(graph) }];
  for (let node = lossAt(graph); node >= leaves; node--) {
    steps.push(...added(node));
    edges.forEach(({ to }, edge) => {
      if (to === node) steps.push({ kind: 'edge', edge });
    });
  }
  return [...steps, ...nodes.slice(0, leaves).flatMap((_, leaf) => added(leaf))];
}

/** The edges that a step goes along. */
export function edgesOf({ edges }: Graph, step: GraphStep): readonly number[] {
  if (step.kind === 'edge') return [step.edge];
  if (step.kind === 'seed') return [];
  return edges.flatMap(({ from, to }, i) => ((step.kind === 'node' ? to : from) === step.node ? [i] : []));
}

/** What is known after some steps backwards. */
export interface KnownBackwards {
  gradients(node: number): boolean;
  /** A fork's sum so far. */
  partial(node: number): number | undefined;
  shares(edge: number): boolean;
}

/** @param shares of all edges, as `backward` has them */
export function knownAfter(
  graph: Graph,
  taken: readonly GraphStep[],
  shares: ArrayLike<number>,
): KnownBackwards {
  const landed = new Set(taken.flatMap((step) => (step.kind === 'edge' ? [step.edge] : [])));
  const counts = new Map(taken.flatMap((step) => (step.kind === 'fork' ? [[step.node, step.count]] : [])));
  const usesAt = (node: number): readonly number[] => edgesOf(graph, { kind: 'fork', node, count: 0 });
  return {
    gradients: (node) => {
      const uses = usesAt(node);
      if (node === lossAt(graph)) return taken.length > 0;
      return uses.length > 1 ? counts.get(node) === uses.length : landed.has(uses[0] as number);
    },
    partial: (node) => {
      const count = counts.get(node);
      return (
        count &&
        usesAt(node)
          .slice(0, count)
          .reduce((sum, edge) => sum + (shares[edge] as number), 0)
      );
    },
    shares: (edge) => landed.has(edge),
  };
}
