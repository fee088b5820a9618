import type { CellMark } from '../../figures/gridGeometry.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { DenseLayer, DenseModel } from './model.ts';
import type { Question } from './refs.ts';

export type GridId = 'x' | 'w' | 'b' | 'z' | 'y';

/** What the view is about: the neuron that is explained, and what the reader asks for. */
export interface Focus {
  readonly layer: number;
  readonly neuron: number;
  readonly done: number;
  readonly partial: boolean;
  readonly question: Question | null;
}

const times = (value: number): string => `×${printNumber(value, { digits: 1 }).text}`;

/** Which cells of the layer's grids stand out. */
export function marksOf(model: DenseModel, focus: Focus): Record<GridId, Map<string, CellMark>> {
  const { layer, neuron, done, partial, question } = focus;
  const marks: Record<GridId, Map<string, CellMark>> = {
    x: new Map(),
    w: new Map(),
    b: new Map(),
    z: new Map(),
    y: new Map(),
  };
  const { ins, outs, w } = model.layers[layer] as DenseLayer;
  if (question?.kind === 'input' && question.layer === layer) {
    const { unit } = question;
    marks.x.set(`0,${unit}`, { kind: 'target' });
    for (let j = 0; j < outs; j++) {
      marks.w.set(`${j},${unit}`, { kind: 'active' });
      for (const grid of ['z', 'y'] as const) marks[grid].set(`${j},0`, { kind: 'reached' });
    }
    return marks;
  }
  for (let i = 0; i < ins; i++) {
    marks.x.set(`0,${i}`, { kind: 'source', badge: times(w.at(neuron, i)) });
    marks.w.set(`${neuron},${i}`, { kind: 'source' });
  }
  const single =
    question?.kind === 'weight' && question.layer === layer ? question.unit : partial ? done - 1 : -1;
  if (single >= 0 && single < ins) {
    marks.x.set(`0,${single}`, { kind: 'active', badge: times(w.at(neuron, single)) });
    marks.w.set(`${neuron},${single}`, { kind: 'active' });
  }
  if (question?.kind === 'bias') marks.b.set(`${neuron},0`, { kind: 'active' });
  marks.z.set(`${neuron},0`, { kind: 'target' });
  marks.y.set(`${neuron},0`, { kind: 'target' });
  return marks;
}
