import type { Graph } from '../../explain/graph/graph.ts';
import { lossAt } from '../../explain/graph/steps.ts';
import type { Role } from '../../formula/symbols.ts';
import { LOOKS } from '../../kit/graph/looks.ts';
import { nodeTex } from '../../kit/graph/names.ts';
import type { ChainModel } from './model.ts';
import type { ChainView } from './view.ts';

const ROLES: Readonly<Record<string, Role>> = {
  w: 'weight',
  b: 'bias',
  x: 'input',
  z: 'input',
  t: 'plain',
  y: 'output',
};

/** The colour of a node's name: what it is for. */
export function roleOf(graph: Graph, node: number): Role {
  const { name = '', op } = graph.nodes[node] ?? {};
  if (op !== 'leaf') return node === lossAt(graph) ? 'gradient' : 'output';
  return ROLES[name.charAt(0)] ?? 'plain';
}

const nameTex = (graph: Graph, node: number): string =>
  `\\htmlClass{role-${roleOf(graph, node)}}{${nodeTex(graph.nodes[node]?.name ?? '')}}`;
const slopeTex = (graph: Graph, node: number): string =>
  `\\htmlClass{role-gradient}{\\partial ${nodeTex(graph.nodes[node]?.name ?? '')}}`;

/** The whole graph in one formula. */
function wholeTex({ graph }: ChainModel): string {
  const made = graph.nodes.map((_, at) => nameTex(graph, at));
  return graph.nodes
    .slice(graph.leaves)
    .map((node, i) => {
      const at = graph.leaves + i;
      if (node.op === 'leaf') return '';
      const args = node.from.map((from) => made[from] as string);
      return `${made[at]}=${LOOKS[node.op].tex(args, node.constants)}`;
    })
    .join(',\\;');
}

/** The slope of an operation by one of its slots, with symbols; ∂v stands for ∂L/∂v. */
function localTex({ graph }: ChainModel, to: number, slot: number): string {
  const node = graph.nodes[to];
  if (!node || node.op === 'leaf') return '';
  const args = node.from.map((from) => nameTex(graph, from));
  return LOOKS[node.op].slopeTex(slot, args, nameTex(graph, to), node.constants);
}

/** The rule of the step (Goodfellow et al. 2016, 6.5). */
export function ruleOf(model: ChainModel, { subject }: ChainView): string {
  const { graph } = model;
  switch (subject.kind) {
    case 'ready':
      return wholeTex(model);
    case 'node': {
      const node = graph.nodes[subject.node];
      if (!node || node.op === 'leaf') return '';
      const args = node.from.map((from) => nameTex(graph, from));
      return `${nameTex(graph, subject.node)}=${LOOKS[node.op].tex(args, node.constants)}`;
    }
    case 'seed':
      return `${slopeTex(graph, subject.node)}=1`;
    case 'edge': {
      const edge = graph.edges[subject.edge];
      if (!edge) return '';
      const sign = model.branches.includes(subject.edge) ? '\\mathrel{+}=' : '=';
      return `${slopeTex(graph, edge.from)}${sign}${slopeTex(graph, edge.to)}\\cdot ${localTex(model, edge.to, edge.slot)}`;
    }
    case 'fork': {
      const parts = graph.edges
        .filter(({ from }) => from === subject.node)
        .map(({ to, slot }) => `${slopeTex(graph, to)}\\cdot ${localTex(model, to, slot)}`);
      return `${slopeTex(graph, subject.node)}=${parts.join('+')}`;
    }
  }
}
