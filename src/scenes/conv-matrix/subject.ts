import { explainConv2d, explainConv2dInput, explainConv2dWeight } from '../../explain/conv2d.ts';
import type { Factor, SumExplanation, Term } from '../../explain/explanation.ts';
import { cellAt } from '../../kit/convolution/windows.ts';
import type { Place } from '../../playback/place.ts';
import type { MatrixModel } from './model.ts';

/** What the picture speaks of: a row of 𝒞 (an output), a column of it (a pixel), or the places of one weight. */
export type Subject =
  | { readonly kind: 'output'; readonly o: number; readonly zero?: boolean }
  | { readonly kind: 'input'; readonly i: number }
  | { readonly kind: 'weight'; readonly t: number };

/** One product of a sum: the output, the input and the weight that meet in it. */
export interface Meeting {
  readonly o: number;
  readonly i: number;
  readonly t: number;
}

/** What a cell that a reader asks for means; null for one of which there is nothing to say. */
export function subjectOf({ params, out, inputs, outputs, tapAt, copyOf }: MatrixModel, place: Place) {
  const { row, col, grid } = place;
  const entry = (o: number, i: number): Subject => {
    const t = tapAt[o * inputs + i] as number;
    return t < 0 ? { kind: 'output', o, zero: true } : { kind: 'weight', t };
  };
  const subjects: Readonly<Record<string, () => Subject>> = {
    ...all(['y', 'dy'], { kind: 'output', o: row * out + col }),
    ...all(['vy', 'vdy', 'ry', 'rdy'], { kind: 'output', o: row + col }),
    ...all(['x', 'dx'], { kind: 'input', i: row * params.input + col }),
    ...all(['vx', 'vdx'], { kind: 'input', i: row + col }),
    ...all(['w'], { kind: 'weight', t: row * params.kernel + col }),
    ...all(['vw'], { kind: 'weight', t: row }),
    C: () => entry(row, col),
    Ct: () => entry(col, row),
    Xcol: () => copy(row, col),
    dXcol: () => copy(row, col),
  };
  function copy(t: number, o: number): Subject {
    const i = copyOf[t * outputs + o] as number;
    return i < 0 ? { kind: 'output', o } : { kind: 'input', i };
  }
  return Object.hasOwn(subjects, grid) ? (subjects[grid]?.() ?? null) : null;
}

const all = (grids: readonly string[], subject: Subject): Record<string, () => Subject> =>
  Object.fromEntries(grids.map((grid) => [grid, () => subject]));

/** The sum of an output, of a pixel's gradient or of a weight's, without the products with padding. */
export function explain(model: MatrixModel, subject: Subject): SumExplanation {
  const { x, w, dy, options, out, params } = model;
  const at = (index: number, side: number): number[] => [0, 0, ...cellAt(index, side)];
  const found =
    subject.kind === 'output'
      ? explainConv2d({ x, w }, options, at(subject.o, out))
      : subject.kind === 'input'
        ? explainConv2dInput({ w, dy, inputShape: x.shape }, options, at(subject.i, params.input))
        : explainConv2dWeight({ x, dy, wShape: w.shape }, options, at(subject.t, params.kernel));
  return { ...found, terms: found.terms.filter((term) => term.factors.every((one) => !one.virtual)) };
}

/** Where the products of a subject lie in the matrix. */
export function meetingOf({ params, out }: MatrixModel, subject: Subject, term: Term): Meeting {
  const place = (tensor: string, side: number): number => {
    const [row = 0, col = 0] = factorOf(term, tensor)?.index.slice(-2) ?? [];
    return row * side + col;
  };
  return {
    o: subject.kind === 'output' ? subject.o : place('dy', out),
    i: subject.kind === 'input' ? subject.i : place('x', params.input),
    t: subject.kind === 'weight' ? subject.t : place('w', params.kernel),
  };
}

const factorOf = (term: Term, tensor: string): Factor | undefined =>
  term.factors.find((one) => one.tensor === tensor);
