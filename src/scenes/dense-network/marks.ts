import { printNumber } from '../../formula/numbers.ts';
import { windowAt } from '../../kit/motion/glide.ts';
import type { NetworkLine } from '../../kit/network/line.ts';
import { MarkBook } from '../../kit/scene/marks.ts';
import type { GridWindow } from '../../kit/scene/view.ts';
import type { Moment } from '../../playback/track.ts';
import type { DenseLayer, DenseModel, LayerId } from './model.ts';
import { nodePlace, placeIn, type Question, tablePlace } from './question.ts';

/** What the picture speaks of: a neuron of a layer (from 0), and how much of it is done. */
export interface Subject {
  readonly layer: number;
  readonly neuron: number;
  /** Terms added: the products in the order of the inputs, then the bias. */
  readonly done: number;
  /** The output of the neuron is there. */
  readonly finished: boolean;
}

/** The term of the moment: the one under way, or the last that was added to a sum that is not complete; −1: none. */
const currentOf = ({ done }: Subject, ins: number, fraction = 0): number => {
  if (done > ins) return -1;
  return fraction > 0 ? done : done - 1;
};

/** Which cells stand out. */
export function marksOf(
  { layers }: DenseModel,
  subject: Subject,
  question: Question | null,
  speaks: boolean,
): MarkBook {
  const { layer, neuron } = subject;
  const { ins, outs } = layers[layer] as DenseLayer;
  const marks = new MarkBook((tensor, index) => placeIn(layer, tensor, index));
  if (!speaks && !question) return marks;
  if (question?.kind === 'input') {
    marks.cell(nodePlace(0, question.unit), { kind: 'target' });
    for (let j = 0; j < outs; j++) {
      marks.cell(tablePlace('w', layer, j, question.unit), { kind: 'active' });
      marks.cell(nodePlace(layer + 1, j), { kind: 'reached' });
    }
    return marks;
  }
  const single = question?.kind === 'weight' ? question.unit : question ? -1 : currentOf(subject, ins);
  for (let i = 0; i < ins; i++)
    if (question?.kind !== 'bias' && (question?.kind !== 'weight' || i === single))
      marks.cell(nodePlace(layer, i), { kind: 'source' });
  if (single >= 0 && single < ins) {
    marks.cell(tablePlace('w', layer, neuron, single), { kind: 'active' });
    marks.cell(nodePlace(layer, single), { kind: 'active' });
  }
  if (single === ins || question?.kind === 'bias')
    marks.cell(tablePlace('b', layer, neuron), { kind: 'active' });
  marks.cell(nodePlace(layer + 1, neuron), { kind: 'target' });
  return marks;
}

/** The neuron's row of the table. */
export function windowsOf(
  { layers }: DenseModel,
  moment: Moment<LayerId>,
  { layer, neuron }: Subject,
  question: Question | null,
): Readonly<Record<string, readonly GridWindow[]>> {
  if (question?.kind === 'input') return {};
  const { ins } = layers[layer] as DenseLayer;
  const over = (cols: number, role: GridWindow['role']): GridWindow => {
    const at = (row: number): GridWindow => ({ row, col: 0, rows: 1, cols, role });
    return question ? at(neuron) : windowAt(moment, at);
  };
  return {
    [`w_${layer + 1}`]: question?.kind === 'bias' ? [] : [over(ins, 'window')],
    [`z_${layer + 1}`]: [over(1, 'result')],
  };
}

/** Every connection of the network, and how it stands out. */
export function linesOf(
  { layers }: DenseModel,
  subject: Subject,
  question: Question | null,
  { isStill, fraction }: { readonly isStill: boolean; readonly fraction: number },
): NetworkLine[] {
  const stateOf = (layer: number, from: number, to: number): NetworkLine['state'] => {
    if (isStill && !question) return 'idle';
    if (question?.kind === 'input') return layer === 0 && from === question.unit ? 'reached' : 'idle';
    if (layer !== subject.layer || to !== subject.neuron || question?.kind === 'bias') return 'idle';
    if (question?.kind === 'weight') return from === question.unit ? 'active' : 'pending';
    if (from === currentOf(subject, (layers[layer] as DenseLayer).ins, fraction)) return 'active';
    return from < subject.done ? 'source' : 'pending';
  };
  return layers.flatMap(({ ins, outs, w }, layer) =>
    Array.from({ length: ins * outs }, (_, n): NetworkLine => {
      const [to, from] = [Math.floor(n / ins), n % ins];
      const state = stateOf(layer, from, to);
      const value = w.at(to, from);
      return {
        from: nodePlace(layer, from),
        to: nodePlace(layer + 1, to),
        weight: tablePlace('w', layer, to, from),
        value,
        state,
        label: state === 'idle' ? undefined : printNumber(value, { digits: 1 }).text,
      };
    }),
  );
}
