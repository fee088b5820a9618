import { type Edge, usesOf } from '../../explain/graph/graph.ts';
import { type GraphStep, lossAt } from '../../explain/graph/steps.ts';
import type { Place } from '../../playback/place.ts';
import type { Moment } from '../../playback/track.ts';
import type { ChainModel } from './model.ts';

/** What the picture speaks of: a step, or nothing yet. */
export type Subject = GraphStep | { readonly kind: 'ready' };

/** Where a node's value stands, or its gradient. */
export const placeOf = ({ graph }: ChainModel, node: number, gradient = false): Place => {
  const isLeaf = node < graph.leaves;
  const grid = `${gradient ? 'd' : ''}${isLeaf ? 'leaf' : 'value'}`;
  return { grid, plane: 0, row: 0, col: isLeaf ? node : node - graph.leaves };
};

/** Where the share of an edge stands: its own cell at a fork, else the gradient that it is. */
export function sharePlace(model: ChainModel, edge: number): Place {
  const branch = model.branches.indexOf(edge);
  return branch < 0
    ? placeOf(model, model.graph.edges[edge]?.from ?? 0, true)
    : { grid: 'share', plane: 0, row: 0, col: branch };
}

/** The step under way, or else the last one that was taken. */
export function stepAt({ steps }: ChainModel, { position, stretch, done, fraction }: Moment): Subject {
  if (position === 0) return { kind: 'ready' };
  const at = fraction > 0 ? done : done - 1;
  return (steps[stretch.id as 'forward' | 'backward'][at] as GraphStep | undefined) ?? { kind: 'ready' };
}

/** A number that is asked for brings the arithmetic that made it; a leaf, that of its gradient. */
export function subjectOf(model: ChainModel, { grid, col }: Place): Subject | null {
  const { graph, branches } = model;
  if (grid === 'share') return { kind: 'edge', edge: branches[col] as number };
  if (grid === 'value') return { kind: 'node', node: graph.leaves + col };
  const node = grid === 'dvalue' ? graph.leaves + col : col;
  if (node === lossAt(graph)) return { kind: 'seed', node };
  const uses = usesOf(graph, node);
  return uses.length > 1
    ? { kind: 'fork', node, count: uses.length }
    : { kind: 'edge', edge: graph.edges.findIndex(({ from }) => from === node) };
}

/** The cell that is the local slope itself: the other factor of a product, the value of an exponential. */
export function localPlace(model: ChainModel, edge: number): Place | null {
  const { to, slot } = model.graph.edges[edge] as Edge;
  const node = model.graph.nodes[to];
  if (node?.op === 'exp') return placeOf(model, to);
  return node?.op === 'multiply' ? placeOf(model, node.from[1 - slot] as number) : null;
}
