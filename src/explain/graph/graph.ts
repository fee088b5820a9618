import { type OperationName, operationOf } from './operations.ts';

/** A number that an operation makes of others. */
export interface InnerNode {
  readonly name: string;
  readonly op: OperationName;
  /** Its arguments, by their place among the nodes; the same node may stand in several slots. */
  readonly from: readonly number[];
  /** Numbers that belong to the operation itself. */
  readonly constants: readonly number[];
}

/** A number that is given. */
export interface LeafNode {
  readonly name: string;
  readonly op: 'leaf';
}

export type GraphNode = LeafNode | InnerNode;

/** One slot of one operation, and the node whose number stands in it. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly slot: number;
}

/** A computation, written out number by number: first its leaves, then every node behind its arguments; the last is the loss. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly leaves: number;
  /** By the node that they lead to, slot by slot. */
  readonly edges: readonly Edge[];
}

type Line = readonly [
  name: string,
  op: OperationName,
  from: readonly string[],
  constants?: readonly number[],
];

/**
 * A graph from its leaves and its lines: `graphOf(['x'], [['h1', 'square', ['x']]])`.
 *
 * @throws Error when a line uses a name that no leaf and no line before it has
 */
export function graphOf(leaves: readonly string[], lines: readonly Line[]): Graph {
  const nodes: GraphNode[] = leaves.map((name) => ({ name, op: 'leaf' }));
  const edges: Edge[] = [];
  for (const [name, op, args, constants = []] of lines) {
    const from = args.map((arg) => {
      const at = nodes.findIndex((node) => node.name === arg);
      if (at < 0) throw new Error(`graph: ${name} uses ${arg}, which comes before it nowhere`);
      return at;
    });
    for (const [slot, at] of from.entries()) edges.push({ from: at, to: nodes.length, slot });
    nodes.push({ name, op, from, constants });
  }
  return { nodes, leaves: leaves.length, edges };
}

/** The slots into which a node's number goes; more than one: it is a fork. */
export const usesOf = ({ edges }: Graph, node: number): readonly Edge[] =>
  edges.filter(({ from }) => from === node);

const argsOf = (node: InnerNode, values: ArrayLike<number>): number[] =>
  node.from.map((at) => values[at] as number);

/**
 * All numbers of the graph, forwards.
 *
 * @param leaves as many numbers as the graph has leaves
 * @throws Error when their count does not fit
 */
export function forward(graph: Graph, leaves: ArrayLike<number>): Float64Array {
  const { nodes } = graph;
  if (leaves.length !== graph.leaves)
    throw new Error(`graph: ${leaves.length} numbers for ${graph.leaves} leaves`);
  const values = new Float64Array(nodes.length);
  nodes.forEach((node, at) => {
    values[at] =
      node.op === 'leaf'
        ? (leaves[at] as number)
        : operationOf(node.op).value(argsOf(node, values), node.constants);
  });
  return values;
}

/** What the backward pass makes: by node the gradient, by edge the slope of its operation and the gradient that it hands on. */
export interface Backward {
  readonly gradients: Float64Array;
  /** ∂(the node that the edge leads to)/∂(its slot) */
  readonly locals: Float64Array;
  /** upstream × local */
  readonly shares: Float64Array;
}

/**
 * The gradients of the last node by all others: once backwards through the graph. A share is a product along its edge,
 * a gradient the sum of the shares of all uses (the chain rule; Goodfellow et al. 2016, algorithm 6.2).
 *
 * @param values of all nodes, as `forward` left them
 */
export function backward(graph: Graph, values: ArrayLike<number>): Backward {
  const { nodes, edges } = graph;
  const gradients = new Float64Array(nodes.length);
  const locals = new Float64Array(edges.length);
  const shares = new Float64Array(edges.length);
  gradients[nodes.length - 1] = 1;
  for (let at = nodes.length - 1; at >= 0; at--) {
    edges.forEach(({ from }, i) => {
      // + 0: no −0, which a reader would take for a sign.
      if (from === at) gradients[at] = (gradients[at] as number) + (shares[i] as number) + 0;
    });
    const node = nodes[at] as GraphNode;
    if (node.op === 'leaf') continue;
    const slopes = operationOf(node.op).slopes(argsOf(node, values), values[at] as number, node.constants);
    edges.forEach(({ to, slot }, i) => {
      if (to !== at) return;
      locals[i] = (slopes[slot] as number) + 0;
      shares[i] = (gradients[at] as number) * (locals[i] as number) + 0;
    });
  }
  return { gradients, locals, shares };
}
