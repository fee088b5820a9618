import type { Edge } from '../../explain/graph/graph.ts';
import { edgesOf } from '../../explain/graph/steps.ts';
import { MarkBook } from '../../kit/scene/marks.ts';
import type { Flight } from '../../kit/scene/view.ts';
import type { Moment } from '../../playback/track.ts';
import type { ChainModel } from './model.ts';
import { localPlace, placeOf, type Subject, sharePlace } from './subject.ts';

export function marksOf(model: ChainModel, subject: Subject): MarkBook {
  const { graph } = model;
  const marks = new MarkBook(() => null);
  if (subject.kind === 'ready') return marks;
  const edges = edgesOf(graph, subject).map((edge) => ({ ...(graph.edges[edge] as Edge), edge }));
  if (subject.kind === 'node') {
    for (const { from } of edges) marks.cell(placeOf(model, from), { kind: 'source' });
    marks.cell(placeOf(model, subject.node), { kind: 'target' });
  }
  if (subject.kind === 'seed') marks.cell(placeOf(model, subject.node, true), { kind: 'target' });
  if (subject.kind === 'edge')
    for (const { to, edge } of edges) {
      marks.cell(placeOf(model, to, true), { kind: 'active' });
      const local = localPlace(model, edge);
      if (local) marks.cell(local, { kind: 'active' });
      marks.cell(sharePlace(model, edge), { kind: 'target' });
    }
  if (subject.kind === 'fork') {
    edges.forEach(({ edge }, i) => {
      if (i < subject.count)
        marks.cell(sharePlace(model, edge), { kind: i === subject.count - 1 ? 'active' : 'source' });
    });
    marks.cell(placeOf(model, subject.node, true), { kind: 'target' });
  }
  return marks;
}

/** What is under way: arguments to an operation, a gradient through it, shares to their sum. */
export function flightOf(model: ChainModel, subject: Subject, { fraction }: Moment): Flight | null {
  if (fraction === 0 || subject.kind === 'ready' || subject.kind === 'seed') return null;
  const { graph, values, gradients, shares } = model;
  const all = edgesOf(graph, subject);
  const fromShare = subject.kind === 'fork';
  const chosen = fromShare ? all.slice(subject.count === 2 ? 0 : subject.count - 1, subject.count) : all;
  const products = chosen.map((edge) => {
    const { from, to } = graph.edges[edge] as Edge;
    const number = shares[edge] as number;
    const common = { weight: null, product: null };
    if (subject.kind === 'node') {
      const value = { place: placeOf(model, from), number: values[from] as number };
      return { ...common, value, number: values[to] as number, target: placeOf(model, to) };
    }
    if (fromShare)
      return {
        ...common,
        value: { place: sharePlace(model, edge), number },
        number,
        target: placeOf(model, from, true),
      };
    const value = { place: placeOf(model, to, true), number: gradients[to] as number };
    return { ...common, value, number, target: sharePlace(model, edge) };
  });
  const direction = subject.kind === 'node' ? 'forward' : 'scatter';
  return { direction, fraction, entersCell: false, products };
}
