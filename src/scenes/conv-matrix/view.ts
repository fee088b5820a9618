import { explainConv2d, explainConv2dInput, explainConv2dWeight } from '../../explain/conv2d.ts';
import type { SumExplanation, Term } from '../../explain/explanation.ts';
import { type Line, lineOf } from '../../formula/arithmetic.ts';
import type { CellRef } from '../../playback/figureStore.ts';
import type { MatrixModel } from './model.ts';
import { type Moment, momentAt, type PassId } from './passes.ts';

/** What a reader asks for: a row of 𝒞, a column of it, or the diagonals of one weight. */
export type Asked =
  | { readonly kind: 'output'; readonly o: number; readonly zero?: boolean }
  | { readonly kind: 'input'; readonly i: number }
  | { readonly kind: 'weight'; readonly t: number };

/** One product of the line: the output, the input and the weight that meet in it. */
export interface Meeting {
  readonly o: number;
  readonly i: number;
  readonly t: number;
}

/** What is on the screen at one position. */
export interface MatrixView {
  readonly moment: Moment;
  readonly direction: PassId;
  readonly asked: Asked | null;
  readonly explanation: SumExplanation;
  readonly done: number;
  readonly partial: boolean;
  readonly line: Line;
  /** All products of the line, those still to come included. */
  readonly meetings: readonly Meeting[];
  /** The product that was added just now. */
  readonly current: Meeting | undefined;
  /** The row (of 𝒞 by o, of 𝒞ᵀ by i) that is folded back into a picture. */
  readonly folded: { readonly kind: 'row' | 'column'; readonly index: number };
  /** Which numbers of the pass exist, and the one that grows. */
  known(index: number): boolean;
  partialAt(index: number): number | undefined;
  /** Whether the product at (tap, output) of the patches' gradients has been made. */
  patchKnown(t: number, o: number): boolean;
}

/** The cell of this figure that a reader points at; null for what is no cell of it. */
export function askedOf(model: MatrixModel, cell: CellRef | null, moment: Moment): Asked | null {
  if (!cell) return null;
  const direction = moment.pass.id;
  const { params, out, inputs, outputs, taps, tapAt, copyOf } = model;
  const { tensor, row, col } = cell;
  const inside = (rows: number, cols: number): boolean => row < rows && col < cols;
  const entry = (o: number, i: number): Asked => {
    const t = tapAt[o * inputs + i] as number;
    return t < 0 ? { kind: 'output', o, zero: true } : { kind: 'weight', t };
  };
  switch (tensor) {
    case 'y':
    case 'dy':
      return inside(out, out) ? { kind: 'output', o: row * out + col } : null;
    case 'x':
    case 'dx':
      return inside(params.input, params.input) ? { kind: 'input', i: row * params.input + col } : null;
    case 'w':
      return inside(params.kernel, params.kernel) ? { kind: 'weight', t: row * params.kernel + col } : null;
    case 'C':
      return direction === 'forward'
        ? inside(outputs, inputs)
          ? entry(row, col)
          : null
        : inside(inputs, outputs)
          ? entry(col, row)
          : null;
    case 'fold':
      // The folded row is that of the step; its cells are entries of the matrix.
      return direction === 'forward'
        ? inside(params.input, params.input)
          ? entry(moment.cell, row * params.input + col)
          : null
        : inside(out, out)
          ? entry(row * out + col, moment.cell)
          : null;
    case 'Xcol':
    case 'dXcol': {
      if (!inside(taps, outputs)) return null;
      const i = copyOf[row * outputs + col] as number;
      return i < 0 ? { kind: 'output', o: col } : { kind: 'input', i };
    }
    default:
      return null;
  }
}

/** The sum of an output, of an input's gradient or of a weight's, without the products with padding. */
export function explain(model: MatrixModel, asked: Asked): SumExplanation {
  const { x, w, dy, options, out, params } = model;
  const at = (index: number, side: number): number[] => [0, 0, Math.floor(index / side), index % side];
  const found =
    asked.kind === 'output'
      ? explainConv2d({ x, w }, options, at(asked.o, out))
      : asked.kind === 'input'
        ? explainConv2dInput({ w, dy, inputShape: x.shape }, options, at(asked.i, params.input))
        : explainConv2dWeight({ x, dy, wShape: w.shape }, options, at(asked.t, params.kernel));
  return { ...found, terms: found.terms.filter((term) => term.factors.every((factor) => !factor.virtual)) };
}

function meetingsOf(model: MatrixModel, asked: Asked, terms: readonly Term[]): Meeting[] {
  const place = (term: Term, tensor: string, side: number): number => {
    const [row = 0, col = 0] = term.factors.find((each) => each.tensor === tensor)?.index.slice(-2) ?? [];
    return row * side + col;
  };
  const { params, out } = model;
  return terms.map((term) => ({
    o: asked.kind === 'output' ? asked.o : place(term, 'dy', out),
    i: asked.kind === 'input' ? asked.i : place(term, 'x', params.input),
    t: asked.kind === 'weight' ? asked.t : place(term, 'w', params.kernel),
  }));
}

export function viewAt(
  model: MatrixModel,
  position: number,
  cell: CellRef | null = null,
  full = false,
): MatrixView {
  const moment = momentAt(model.passes, position);
  const direction = moment.pass.id;
  const asked = askedOf(model, cell, moment);
  const here: Asked =
    direction === 'forward' ? { kind: 'output', o: moment.cell } : { kind: 'input', i: moment.cell };
  const subject = asked ?? here;
  const explanation = explain(model, subject);
  const done = asked ? explanation.terms.length : moment.done;
  const partial = done < explanation.terms.length;
  const meetings = meetingsOf(model, subject, explanation.terms);
  const line = lineOf(explanation.terms, done, { full });
  const { starts } = moment.pass;
  const known = (index: number): boolean => (starts[index + 1] as number) <= moment.inPass;
  return {
    moment,
    direction,
    asked,
    explanation,
    done,
    partial,
    line,
    meetings,
    current: asked ? undefined : meetings[done - 1],
    folded: foldOf(subject, here),
    known,
    partialAt: (index) => (!asked && partial && done > 0 && index === moment.cell ? line.value : undefined),
    patchKnown: (t, o) => {
      const i = model.copyOf[t * model.outputs + o] as number;
      if (i < 0 || known(i)) return true;
      return (
        !asked && i === moment.cell && meetings.slice(0, done).some((each) => each.o === o && each.t === t)
      );
    },
  };
}

/** A weight has no row of its own: then the row of the step is shown. */
function foldOf(subject: Asked, here: Asked): MatrixView['folded'] {
  const of = subject.kind === 'weight' ? here : subject;
  return of.kind === 'input'
    ? { kind: 'column', index: of.i }
    : { kind: 'row', index: of.kind === 'output' ? of.o : 0 };
}
