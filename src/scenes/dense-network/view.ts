import type { SumExplanation } from '../../explain/explanation.ts';
import { explainLinear } from '../../explain/linear.ts';
import type { CellMark } from '../../figures/gridGeometry.ts';
import { type Line, lineOf } from '../../formula/arithmetic.ts';
import type { ExpressionLine } from '../../formula/expression.ts';
import type { CellRef } from '../../playback/figureStore.ts';
import { type Drawing, drawingOf } from './drawing.ts';
import { activationLine, parameterLine } from './formula.ts';
import { type GridId, marksOf } from './marks.ts';
import type { DenseLayer, DenseModel } from './model.ts';
import { knownAt, type Moment, momentAt } from './moments.ts';
import { type Question, questionOf } from './refs.ts';

/** What is on the screen at one position: plain data, no clock and no history. */
export interface DenseView {
  readonly moment: Moment;
  /** The neuron that the line explains, and how many of its terms are in. */
  readonly layer: number;
  readonly neuron: number;
  readonly done: number;
  readonly partial: boolean;
  /** The activation function has been applied, or there is none. */
  readonly finished: boolean;
  readonly explanation: SumExplanation;
  readonly line: Line;
  /** The activation's own line, once the sum is complete. */
  readonly activation: ExpressionLine | null;
  readonly parameters: ExpressionLine;
  /** What the reader asks for; the step waits. */
  readonly question: Question | null;
  /** The layer whose numbers the grids show. */
  readonly shown: DenseLayer;
  readonly marks: Readonly<Record<GridId, ReadonlyMap<string, CellMark>>>;
  readonly known: {
    readonly x: (i: number) => boolean;
    readonly z: (i: number) => boolean;
    readonly y: (i: number) => boolean;
  };
  readonly partialSum: (i: number) => number | undefined;
  readonly drawing: Drawing;
}

/** The sum of a neuron, its factors named by layer: `x_2`, `w_2`, `b_2`. */
function explainNeuron(model: DenseModel, layer: number, neuron: number): SumExplanation {
  const { x, w, b } = model.layers[layer] as DenseLayer;
  const explanation = explainLinear({ x, w, b }, [0, neuron]);
  const terms = explanation.terms.map((term) => ({
    ...term,
    factors: term.factors.map((factor) => ({ ...factor, tensor: `${factor.tensor}_${layer + 1}` })),
  }));
  return { ...explanation, tensor: `y_${layer + 1}`, terms };
}

/**
 * Which sum is explained. A neuron, a weight and a bias bring their own; an input keeps the sum on the
 * screen, and shows what it reaches.
 */
function explained(model: DenseModel, moment: Moment, pinned: Question | null, question: Question | null) {
  const asked = question?.kind === 'input' ? pinned : question;
  const own = asked && asked.kind !== 'input' ? asked : null;
  if (own) {
    const same = own.layer === moment.layer && own.neuron === moment.neuron;
    // A part of the running sum does not jump to its end.
    if (same && own.kind !== 'neuron') return moment;
    return { ...own, done: (model.layers[own.layer] as DenseLayer).ins + 1, activated: true };
  }
  const layer = pinned?.layer ?? moment.layer;
  if (layer === moment.layer) return moment;
  return { layer, neuron: 0, done: (model.layers[layer] as DenseLayer).ins + 1, activated: true };
}

/** The picture at a position, with what the reader has pinned and points at. */
export function viewAt(
  model: DenseModel,
  position: number,
  refs: { readonly pinned?: CellRef | null; readonly pointed?: CellRef | null } = {},
  full = false,
): DenseView {
  const moment = momentAt(model, position);
  const pinned = questionOf(model, refs.pinned ?? null);
  const question = questionOf(model, refs.pointed ?? null) ?? pinned;
  const { layer, neuron, done, activated } = explained(model, moment, pinned, question);
  const shown = model.layers[layer] as DenseLayer;
  const explanation = explainNeuron(model, layer, neuron);
  const partial = done < explanation.terms.length;
  const line = lineOf(explanation.terms, done, { full });
  const known = (at: number) => knownAt(model, moment, layer, at);
  const state = { layer, neuron, done, partial, question, moment };
  return {
    ...state,
    finished: !partial && (activated || !shown.activation),
    explanation,
    line,
    activation: !partial && activated ? activationLine(shown, neuron, full) : null,
    parameters: parameterLine(model),
    shown,
    marks: marksOf(model, state),
    known: {
      x: (i) => layer === 0 || knownAt(model, moment, layer - 1, i).y,
      z: (i) => known(i).z,
      y: (i) => known(i).y,
    },
    partialSum: (i) =>
      layer === moment.layer && i === moment.neuron && moment.done > 0 ? sumSoFar(model, moment) : undefined,
    drawing: drawingOf(model, state, sumSoFar(model, moment)),
  };
}

/** What the running sum has come to. */
function sumSoFar(model: DenseModel, { layer, neuron, done }: Moment): number {
  return lineOf(explainNeuron(model, layer, neuron).terms, done).value;
}
