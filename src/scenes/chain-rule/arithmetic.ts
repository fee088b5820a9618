import type { Factor, SumExplanation } from '../../explain/explanation.ts';
import type { Edge } from '../../explain/graph/graph.ts';
import { lossAt } from '../../explain/graph/steps.ts';
import { operand } from '../../formula/arithmetic.ts';
import { printNumber } from '../../formula/numbers.ts';
import { LOOKS } from '../../kit/graph/looks.ts';
import { expressionEquation, sumEquation } from '../../kit/scene/equations.ts';
import type { Equation, ExpressionPart, SumEquation } from '../../kit/scene/view.ts';
import type { Moment } from '../../playback/track.ts';
import type { ChainModel } from './model.ts';
import { localPlace, placeOf, type Subject, sharePlace } from './subject.ts';
import { nameAt } from './words.ts';

interface EquationOptions {
  readonly moment: Moment;
  readonly full: boolean;
  readonly isStep: boolean;
}

export function equationsOf(model: ChainModel, subject: Subject, options: EquationOptions): Equation[] {
  const { graph, gradients } = model;
  const { full } = options;
  if (subject.kind === 'ready') return [];
  if (subject.kind === 'node') return [valueEquation(model, subject.node, full)];
  if (subject.kind === 'seed') {
    const head = `∂${nameAt(model, subject.node)}`;
    const target = placeOf(model, subject.node, true);
    return [
      expressionEquation({ head, parts: ['1'], value: gradients[lossAt(graph)] as number, full, target }),
    ];
  }
  if (subject.kind === 'edge') return [shareEquation(model, subject.edge, options)];
  return [forkEquation(model, subject, options)];
}

/** Forwards: what the operation makes of its arguments. */
function valueEquation(model: ChainModel, at: number, full: boolean): Equation {
  const { graph, values } = model;
  const node = graph.nodes[at];
  if (!node || node.op === 'leaf') throw new Error('a leaf is given');
  const print = (value: number): string => printNumber(value, { full }).text;
  const from =
    node.op === 'crossEntropy' ? [...node.from, node.from[node.constants[0] as number] ?? 0] : node.from;
  const around = LOOKS[node.op].around(node.constants.map(print), node.from.length);
  const isCall = around[0]?.endsWith('(');
  const parts = from.flatMap((arg, i): ExpressionPart[] => {
    const text = print(values[arg] as number);
    const place = placeOf(model, arg);
    return [around[i] ?? '', { text: isCall && i < node.from.length ? text : operand(text), place }];
  });
  const value = values[at] as number;
  const all = [...parts, around[from.length] ?? ''].filter((part) => part !== '');
  return expressionEquation({ head: nameAt(model, at), parts: all, value, full, target: placeOf(model, at) });
}

/** Backwards along one edge: upstream × local. */
function shareEquation(model: ChainModel, edge: number, { full }: EquationOptions): SumEquation {
  const { graph, gradients, locals, shares } = model;
  const { from, to } = graph.edges[edge] as Edge;
  const factors: Factor[] = [
    { tensor: 'upstream', index: [to], value: gradients[to] as number },
    { tensor: 'local', index: [edge], value: locals[edge] as number },
  ];
  const terms = [{ factors, value: shares[edge] as number }];
  return sumEquation(explained(model, from, terms), {
    full,
    head: `∂${nameAt(model, from)}`,
    placeOf: (tensor) => (tensor === 'upstream' ? placeOf(model, to, true) : localPlace(model, edge)),
    target: sharePlace(model, edge),
  });
}

/** At a fork: the shares of all uses, added. */
function forkEquation(
  model: ChainModel,
  { node, count }: { readonly node: number; readonly count: number },
  { moment, full, isStep }: EquationOptions,
): SumEquation {
  const { graph, branches, shares } = model;
  const uses = branches.filter((edge) => graph.edges[edge]?.from === node);
  const terms = uses.map((edge) => {
    const value = shares[edge] as number;
    return { value, factors: [{ tensor: 'share', index: [edge], value }] };
  });
  // While a share is under way it is not among those that have been added.
  const done = isStep && moment.fraction > 0 ? (count === 2 ? 0 : count - 1) : count;
  return sumEquation(explained(model, node, terms), {
    full,
    done,
    head: `∂${nameAt(model, node)}`,
    placeOf: (_, [edge = 0]) => sharePlace(model, edge),
    target: placeOf(model, node, true),
  });
}

const explained = (
  { gradients }: ChainModel,
  node: number,
  terms: SumExplanation['terms'],
): SumExplanation => ({
  kind: 'sum',
  tensor: 'gradient',
  index: [node],
  value: gradients[node] as number,
  terms,
});
