import { explainConv2d } from '../../explain/conv2d.ts';
import type { SumExplanation } from '../../explain/explanation.ts';
import type { CellMark } from '../../figures/gridGeometry.ts';
import { type Line, lineOf, operand } from '../../formula/arithmetic.ts';
import { type ExpressionLine, expressionLine } from '../../formula/expression.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { CellRef } from '../../playback/figureStore.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { turned } from './comparison.ts';
import { greatestChangeOf, type KernelPhotoModel } from './model.ts';
import { PLACES } from './playable.ts';

export interface Place {
  readonly row: number;
  readonly col: number;
}

/** What the reader asks about: a number of the output, a pixel, or one of the products at this place. */
export type Asked =
  | { readonly kind: 'y' }
  | { readonly kind: 'x'; readonly pixel: Place; readonly reach: Box }
  | { readonly kind: 'tap'; readonly of: 'w' | 'patch' | 'product'; readonly tap: Place }
  | { readonly kind: 'b' };

export interface Box extends Place {
  readonly rows: number;
  readonly cols: number;
}

/** What is on the screen at one position: plain data, no clock and no history. */
export interface KernelPhotoView {
  /** The number of the output that is explained: the window's first pixel has the same row and column. */
  readonly place: Place;
  /** The same while it moves. */
  readonly cursor: Place;
  readonly asked: Asked | null;
  readonly explanation: SumExplanation;
  readonly line: Line;
  /** The window's pixels and their products, row by row. */
  readonly patch: readonly number[];
  readonly products: readonly number[];
  readonly marks: Readonly<Record<'patch' | 'w' | 'product' | 'b', ReadonlyMap<string, CellMark>>>;
  /** Along the scan line through the place: the pixel in the middle of each window, and the response. */
  readonly profile: { readonly input: readonly number[]; readonly output: readonly number[] };
  /** How far the walk along the scan line has come, in columns. */
  readonly walked: number;
}

/** The picture at a position, or at the place that the reader asks for. */
export function viewAt(
  model: KernelPhotoModel,
  position: number,
  ref: CellRef | null = null,
  full = false,
): KernelPhotoView {
  const { params, k, plane, outHeight, outWidth } = model;
  const onLine = (at: number): Place => ({
    row: Math.round((params.line / 100) * (outHeight - 1)),
    col: Math.round((at / PLACES) * (outWidth - 1)),
  });
  const step = onLine(Math.floor(position));
  const next = onLine(Math.min(PLACES, Math.floor(position) + 1));
  const question = ref ? questionOf(model, ref) : null;
  const place = question?.place ?? step;
  const fraction = position - Math.floor(position);
  const cursor = question?.place ?? { row: step.row, col: step.col + (next.col - step.col) * fraction };
  const explanation = explain(model, model.applied, [plane, 0, place.row, place.col]);
  const taps = explanation.terms.slice(0, k * k);
  const asked = question?.asked ?? null;
  return {
    place,
    cursor,
    asked,
    explanation,
    line: lineOf(explanation.terms, explanation.terms.length, { full }),
    patch: taps.map(({ factors }) => factors[0]?.value ?? 0),
    products: taps.map(({ value }) => value),
    marks: marksOf(model, asked),
    profile: profileOf(model, place.row),
    walked: asked ? outWidth - 1 : cursor.col,
  };
}

/** One sum; the weights keep the places that they have in the kernel as it is typed. */
function explain(model: KernelPhotoModel, applied: Tensor, index: readonly number[]): SumExplanation {
  const { planes, b, k, w } = model;
  const made = explainConv2d({ x: planes.exact, w: applied, b }, {}, index);
  if (applied === w) return made;
  const terms = made.terms.map(({ factors, value }) => ({
    value,
    factors: factors.map((factor) => {
      const [co = 0, ci = 0, ky = 0, kx = 0] = factor.index;
      return factor.tensor === 'w' ? { ...factor, index: [co, ci, k - 1 - ky, k - 1 - kx] } : factor;
    }),
  }));
  return { ...made, terms };
}

function questionOf(model: KernelPhotoModel, ref: CellRef): { asked: Asked; place?: Place } | null {
  const { k, outHeight, outWidth, params, picture } = model;
  const { row, col } = ref;
  const half = (k - 1) / 2;
  switch (ref.tensor) {
    case 'y':
      return row < outHeight && col < outWidth ? { asked: { kind: 'y' }, place: { row, col } } : null;
    case 'x': {
      if (row >= picture.height || col >= picture.width) return null;
      const within = (n: number, count: number): number => Math.min(count - 1, Math.max(0, n));
      const [top, left] = [within(row - k + 1, outHeight), within(col - k + 1, outWidth)];
      const reach = {
        row: top,
        col: left,
        rows: within(row, outHeight) - top + 1,
        cols: within(col, outWidth) - left + 1,
      };
      return {
        asked: { kind: 'x', pixel: { row, col }, reach },
        place: { row: within(row - half, outHeight), col: within(col - half, outWidth) },
      };
    }
    case 'w':
    case 'patch':
    case 'product': {
      if (row >= k || col >= k) return null;
      const isTurned = ref.tensor === 'w' && params.operation === 'convolution';
      const tap = isTurned ? { row: k - 1 - row, col: k - 1 - col } : { row, col };
      return { asked: { kind: 'tap', of: ref.tensor, tap } };
    }
    case 'b':
      return row === 0 && col === 0 ? { asked: { kind: 'b' } } : null;
    default:
      return null;
  }
}

function marksOf({ params, k }: KernelPhotoModel, asked: Asked | null): KernelPhotoView['marks'] {
  const active = (row: number, col: number): ReadonlyMap<string, CellMark> =>
    new Map([[`${row},${col}`, { kind: 'active' }]]);
  const none: ReadonlyMap<string, CellMark> = new Map();
  if (asked?.kind === 'b') return { patch: none, product: none, w: none, b: active(0, 0) };
  if (asked?.kind !== 'tap') return { patch: none, product: none, w: none, b: none };
  const { row, col } = asked.tap;
  const isTurned = params.operation === 'convolution';
  return {
    patch: active(row, col),
    product: active(row, col),
    w: isTurned ? active(k - 1 - row, k - 1 - col) : active(row, col),
    b: none,
  };
}

function profileOf(model: KernelPhotoModel, row: number): KernelPhotoView['profile'] {
  const { planes, plane, y, k, outHeight, outWidth, picture } = model;
  const half = (k - 1) / 2;
  const from = (plane * picture.height + row + half) * picture.width + half;
  const to = (plane * outHeight + row) * outWidth;
  return {
    input: Array.from(planes.exact.data.slice(from, from + outWidth)),
    output: Array.from(y.data.slice(to, to + outWidth)),
  };
}

/** The largest change that half a turn of the kernel makes anywhere, as arithmetic at the place where it is made. */
export function differenceOf(model: KernelPhotoModel, full: boolean): ExpressionLine {
  const { applied, plane } = model;
  const { row, col } = greatestChangeOf(model);
  const index = [plane, 0, row, col];
  const here = explain(model, applied, index).value;
  const there = explain(model, turned(applied), index).value;
  const text = (value: number): string => operand(printNumber(value, { full }).text);
  return expressionLine(`abs(${text(here)} − ${text(there)})`, Math.abs(here - there), { full });
}

/** Where a factor of the sum stands on the screen: its pixel in the window, its weight in the kernel. */
export const cellOf =
  ({ place }: KernelPhotoView) =>
  (tensor: string, index: readonly number[]): CellRef => {
    const [row = 0, col = 0] = index.length > 1 ? index.slice(-2) : [0, 0];
    return tensor === 'x'
      ? { tensor: 'patch', row: row - place.row, col: col - place.col }
      : { tensor, row, col };
  };
