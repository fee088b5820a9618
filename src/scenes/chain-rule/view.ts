import type { Edge } from '../../explain/graph/graph.ts';
import { edgesOf, type KnownBackwards, knownAfter } from '../../explain/graph/steps.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { EdgeState } from '../../kit/graph/GraphDrawing.tsx';
import { shortText } from '../../kit/graph/names.ts';
import type { MarkBook } from '../../kit/scene/marks.ts';
import type { GridView, SceneView, ViewOptions } from '../../kit/scene/view.ts';
import type { Moment } from '../../playback/track.ts';
import { equationsOf } from './arithmetic.ts';
import { flightOf, marksOf } from './marks.ts';
import type { ChainModel } from './model.ts';
import type { ChainParams } from './parameters.ts';
import { type Subject, stepAt, subjectOf } from './subject.ts';
import { nameAt } from './words.ts';

export interface ChainView extends SceneView {
  readonly subject: Subject;
  readonly edges: readonly EdgeState[];
  /** The slope that stands beside an edge; null: none does. */
  readonly locals: readonly (string | null)[];
}

export function viewOf(
  model: ChainModel,
  moment: Moment,
  { asked, held, full }: ViewOptions<ChainParams>,
): ChainView {
  const question = asked ? subjectOf(model, asked) : null;
  const subject = question ?? stepAt(model, moment);
  const isStill = question !== null || held !== null;
  const known = knownAt(model, moment, isStill);
  const marks = marksOf(model, subject);
  const grid = (id: string, first: number, more: Partial<GridView> = {}): GridView => ({
    marks: marks.of(id),
    nameOf: (i) => {
      const name = nameAt(model, first + i);
      const shown = id.startsWith('d') ? `∂${name}` : name;
      return { en: shown, zh: shown };
    },
    ...more,
  });
  const { leaves, edges } = model.graph;
  const gradients = (id: string, first: number): GridView => {
    const partial = (i: number) => known.partial(first + i);
    return grid(id, first, {
      known: (i) => known.gradients(first + i),
      partial,
      textOf: (i) => shortText(partial(i) ?? (model.gradients[first + i] as number)),
    });
  };
  return {
    grids: {
      leaf: grid('leaf', 0, { textOf: (i) => shortText(model.values[i] as number) }),
      value: grid('value', leaves, {
        known: (i) => known.values(leaves + i),
        textOf: (i) => shortText(model.values[leaves + i] as number),
      }),
      dleaf: gradients('dleaf', 0),
      dvalue: gradients('dvalue', leaves),
      ...(model.branches.length > 0 && { share: sharesView(model, known, marks) }),
    },
    equations: equationsOf(model, subject, { moment, full, isStep: !isStill }),
    flight: isStill ? null : flightOf(model, subject, moment),
    subject,
    edges: edges.map((_, i) => edgeState(model, i, subject, known)),
    locals: edges.map(({ to }, i) =>
      localIsShown(model, i, subject) || model.graph.nodes[to]?.op === 'weightedSum'
        ? `×${printNumber(model.locals[i] as number, { digits: 2 }).text}`
        : null,
    ),
  };
}

interface Known extends KnownBackwards {
  values(node: number): boolean;
}

function knownAt({ graph, steps, shares }: ChainModel, { stretch, done }: Moment, isStill: boolean): Known {
  const isBack = stretch.id === 'backward';
  const values = isStill || isBack ? graph.nodes.length : graph.leaves + done;
  const taken = isStill ? steps.backward : isBack ? steps.backward.slice(0, done) : [];
  return { ...knownAfter(graph, taken, shares), values: (node) => node < values };
}

function sharesView(model: ChainModel, known: Known, marks: MarkBook): GridView {
  const edgeOf = (i: number): number => model.branches[i] as number;
  return {
    marks: marks.of('share'),
    known: (i) => known.shares(edgeOf(i)),
    textOf: (i) => shortText(model.shares[edgeOf(i)] as number),
    nameOf: (i) => {
      const { from, to } = model.graph.edges[edgeOf(i)] as Edge;
      const [name, by] = [nameAt(model, from), nameAt(model, to)];
      return { en: `Share of ∂${name} by way of ${by}`, zh: `∂${name} 经 ${by} 的份额` };
    },
  };
}

const localIsShown = ({ graph }: ChainModel, edge: number, subject: Subject): boolean =>
  (subject.kind === 'edge' || subject.kind === 'fork') && edgesOf(graph, subject).includes(edge);

function edgeState(model: ChainModel, edge: number, subject: Subject, known: Known): EdgeState {
  if (subject.kind !== 'ready' && edgesOf(model.graph, subject).includes(edge)) return 'active';
  const { from, to } = model.graph.edges[edge] as Edge;
  if (known.shares(edge)) return 'backward';
  return known.values(from) && known.values(to) ? 'forward' : 'idle';
}
