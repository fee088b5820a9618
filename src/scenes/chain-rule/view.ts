import type { Edge } from '../../explain/graph/graph.ts';
import { edgesOf, type KnownBackwards, knownAfter } from '../../explain/graph/steps.ts';
import type { EdgeState } from '../../kit/graph/GraphDrawing.tsx';
import { shortText } from '../../kit/graph/names.ts';
import { type MarkBook, timesText } from '../../kit/scene/marks.ts';
import type { GridView, SceneView, ViewOptions } from '../../kit/scene/view.ts';
import type { Moment } from '../../playback/track.ts';
import { equationsOf } from './arithmetic.ts';
import { flightOf, marksOf } from './marks.ts';
import type { ChainModel } from './model.ts';
import type { ChainParams } from './parameters.ts';
import { type Subject, stepAt, subjectOf } from './subject.ts';

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
  const { leaves, edges } = model.graph;
  const gradients = (id: string, first: number): GridView => {
    const partial = (i: number) => known.partial(first + i);
    return {
      marks: marks.of(id),
      known: (i) => known.gradients(first + i),
      partial,
      textOf: (i) => shortText(partial(i) ?? (model.gradients[first + i] as number)),
    };
  };
  return {
    grids: {
      leaf: { marks: marks.of('leaf'), textOf: (i) => shortText(model.values[i] as number) },
      value: {
        marks: marks.of('value'),
        known: (i) => known.values(leaves + i),
        textOf: (i) => shortText(model.values[leaves + i] as number),
      },
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
        ? timesText(model.locals[i] as number)
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
