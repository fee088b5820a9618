import { explainConv2d } from '../../explain/conv2d.ts';
import type { SumExplanation } from '../../explain/explanation.ts';
import { readsSum, underWeight } from '../../kit/convolution/reads.ts';
import type { Place } from '../../playback/place.ts';
import { sourceOf } from '../../tensor/taps.ts';
import type { PaddingModel } from './model.ts';

interface At {
  readonly row: number;
  readonly col: number;
}

/** What the picture speaks of: a window, the uses of a pixel, the cells under a weight, a cell of the border. */
export type Subject =
  | ({ readonly kind: 'window' } & At)
  | ({ readonly kind: 'uses' } & At)
  | ({ readonly kind: 'weight' } & At)
  | ({ readonly kind: 'border'; readonly source: At | null } & At);

/** The question that a cell stands for. */
export function questionOf({ params, before }: PaddingModel, { grid, row, col }: Place): Subject {
  switch (grid) {
    case 'w':
      return { kind: 'weight', row, col };
    case 'dx':
      return { kind: 'uses', row, col };
    case 'padded': {
      const from = { row: row - before, col: col - before };
      const within = (place: number): boolean => place >= 0 && place < params.input;
      if (within(from.row) && within(from.col)) return { kind: 'uses', ...from };
      const source = {
        row: sourceOf(from.row, params.input, params.mode),
        col: sourceOf(from.col, params.input, params.mode),
      };
      return { kind: 'border', source: source.row < 0 || source.col < 0 ? null : source, row, col };
    }
    default:
      return { kind: 'window', row, col };
  }
}

/** The sum that answers. */
export function explain(model: PaddingModel, subject: Subject): SumExplanation {
  const { padded, w, y, x, options, inside } = model;
  const at = [subject.row, subject.col] as const;
  switch (subject.kind) {
    case 'uses':
      return readsSum({ x, w, y }, options, at);
    case 'weight':
      return underWeight({ x: padded, w, y }, inside, at, 'padded');
    case 'border':
      return borderCopy(model, at, subject.source);
    case 'window': {
      const sum = explainConv2d({ x: padded, w }, inside, [0, 0, ...at]);
      const rename = (tensor: string): string => (tensor === 'x' ? 'padded' : tensor);
      const terms = sum.terms.map(({ factors, value }) => ({
        value,
        factors: factors.map((factor) => ({ ...factor, tensor: rename(factor.tensor) })),
      }));
      return { ...sum, terms };
    }
  }
}

/** A cell of the border: the input cell that it copies, or a zero. */
function borderCopy(
  { padded, before }: PaddingModel,
  [row, col]: readonly [number, number],
  source: At | null,
): SumExplanation {
  const value = padded.at(0, 0, row, col);
  const factor = source
    ? { tensor: 'padded', index: [0, 0, source.row + before, source.col + before], value }
    : { tensor: 'constant', index: [], value, virtual: 'padding' as const };
  return {
    kind: 'sum',
    tensor: 'padded',
    index: [0, 0, row, col],
    value,
    terms: [{ factors: [factor], value }],
  };
}

/** How many taps of a window lie on the border: all of them less those that are inside both ways. */
export function hangingCells({ params, before }: PaddingModel, { row, col }: At): number {
  const { kernel, stride, dilation, input } = params;
  const inside = (o: number): number =>
    Array.from({ length: kernel }, (_, k) => o * stride + k * dilation - before).filter(
      (place) => place >= 0 && place < input,
    ).length;
  return kernel * kernel - inside(row) * inside(col);
}
