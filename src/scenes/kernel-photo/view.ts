import { explainConv2d } from '../../explain/conv2d.ts';
import type { SumExplanation } from '../../explain/explanation.ts';
import { sumEquation } from '../../kit/scene/equations.ts';
import { MarkBook } from '../../kit/scene/marks.ts';
import type { Block, GridView, SceneView, SumEquation, ViewOptions } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import type { Moment } from '../../playback/track.ts';
import { planeOf } from '../../tensor/channels.ts';
import { type KernelPhotoModel, PLACES } from './model.ts';
import { lightOf, outputColour } from './paint.ts';
import type { KernelPhotoParams } from './parameters.ts';

interface At {
  readonly row: number;
  readonly col: number;
}

/** What the reader asks about: a number of the output, a pixel, one of the products at this place, or the bias. */
type Asked =
  | { readonly kind: 'y' }
  | { readonly kind: 'x'; readonly pixel: At; readonly reach: Block }
  | { readonly kind: 'tap'; readonly tap: At }
  | { readonly kind: 'b' };

export interface KernelPhotoView extends SceneView {
  readonly equations: readonly [SumEquation];
  /** The number of the output that is explained: the window's first pixel has the same row and column. */
  readonly place: At;
  /** The window while it moves; a pixel that is asked for. */
  readonly cursor: Block;
  readonly asked: Asked | null;
  readonly explanation: SumExplanation;
  /** The window's pixels, row by row. */
  readonly patch: readonly number[];
  /** How far the walk along the scan line has come, in columns. */
  readonly walked: number;
  readonly held: ViewOptions<KernelPhotoParams>['held'];
}

export function viewOf(
  model: KernelPhotoModel,
  moment: Moment,
  { asked: cell, held, full }: ViewOptions<KernelPhotoParams>,
): KernelPhotoView {
  const { k, plane, outWidth } = model;
  const step = scanPlace(model, Math.floor(moment.position));
  const next = scanPlace(model, Math.min(PLACES, Math.floor(moment.position) + 1));
  const question = cell && questionOf(model, cell);
  const asked = question?.asked ?? null;
  const place = question?.place ?? step;
  const col = question?.place ? place.col : step.col + (next.col - step.col) * moment.fraction;
  const explanation = explain(model, [plane, 0, place.row, place.col]);
  const taps = explanation.terms.slice(0, k * k);
  const patch = taps.map(({ factors }) => factors[0]?.value ?? 0);
  const equation = sumEquation(explanation, {
    full,
    target: { grid: 'y', plane: 0, ...place },
    placeOf: (tensor, index) => placeOf(place, tensor, index),
  });
  const pixel =
    asked?.kind === 'x' ? asked.pixel : { row: place.row + (k - 1) / 2, col: place.col + (k - 1) / 2 };
  const marks = marksOf(model, asked);
  return {
    grids: {
      x: { here: { plane: 0, ...pixel }, fill: (index) => lightOf(model, index) },
      w: { marks: marks.of('w') },
      b: { marks: marks.of('b') },
      patch: { values: patch, marks: marks.of('patch') },
      product: { values: taps.map(({ value }) => value), marks: marks.of('product') },
      y: outputView(model, place, explanation.value, asked),
    },
    equations: [equation],
    cursor: asked?.kind === 'x' ? { ...pixel, rows: 1, cols: 1 } : { row: place.row, col, rows: k, cols: k },
    walked: asked ? outWidth - 1 : col,
    ...{ place, asked, explanation, patch, held },
  };
}

/** A place of the scan line, from the left edge (0) to the right one (`PLACES`). */
const scanPlace = ({ params, outHeight, outWidth }: KernelPhotoModel, at: number): At => ({
  row: Math.round((params.line / 100) * (outHeight - 1)),
  col: Math.round((at / PLACES) * (outWidth - 1)),
});

/** The whole picture in float32, and the one number that is explained as the explanation has it, in float64. */
function outputView(model: KernelPhotoModel, { row, col }: At, value: number, asked: Asked | null): GridView {
  const { params, y, plane, outWidth } = model;
  const all = planeOf(y, plane);
  const one = { [row * outWidth + col]: { value }, length: { value: all.length } };
  return {
    here: { plane: 0, row, col },
    values: Object.create(all, one) as ArrayLike<number>,
    fill: params.display === 'signed' ? undefined : (index) => outputColour(model, index),
    windows: asked?.kind === 'x' ? [{ ...asked.reach, role: 'result' }] : undefined,
  };
}

/** One sum; the weights keep the places that they have in the kernel as it is typed. */
function explain({ planes, b, k, w, applied }: KernelPhotoModel, index: readonly number[]): SumExplanation {
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

function questionOf(model: KernelPhotoModel, { grid, row, col }: Place): { asked: Asked; place?: At } | null {
  const { k, outHeight, outWidth, params } = model;
  const half = (k - 1) / 2;
  const within = (n: number, count: number): number => Math.min(count - 1, Math.max(0, n));
  switch (grid) {
    case 'y':
      return { asked: { kind: 'y' }, place: { row, col } };
    case 'x': {
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
      const isTurned = grid === 'w' && params.operation === 'convolution';
      return {
        asked: { kind: 'tap', tap: isTurned ? { row: k - 1 - row, col: k - 1 - col } : { row, col } },
      };
    }
    default:
      return { asked: { kind: 'b' } };
  }
}

/** Where a factor stands on the screen: its pixel in the window, its weight in the kernel. */
function placeOf(place: At, tensor: string, index: readonly number[]): Place {
  const [row = 0, col = 0] = index.length > 1 ? index.slice(-2) : [0, 0];
  return tensor === 'x'
    ? { grid: 'patch', plane: 0, row: row - place.row, col: col - place.col }
    : { grid: tensor, plane: 0, row, col };
}

function marksOf({ params, k }: KernelPhotoModel, asked: Asked | null): MarkBook {
  const marks = new MarkBook(() => null);
  const active = (grid: string, row: number, col: number): void =>
    marks.cell({ grid, plane: 0, row, col }, { kind: 'active' });
  if (asked?.kind === 'b') active('b', 0, 0);
  if (asked?.kind !== 'tap') return marks;
  const { row, col } = asked.tap;
  active('patch', row, col);
  active('product', row, col);
  if (params.operation === 'convolution') active('w', k - 1 - row, k - 1 - col);
  else active('w', row, col);
  return marks;
}

/** Along the scan line through the place: the pixel in the middle of each window, and the response. */
export function profileOf(model: KernelPhotoModel, { place: { row } }: KernelPhotoView) {
  const { planes, plane, y, k, outWidth, picture } = model;
  const half = (k - 1) / 2;
  const from = (row + half) * picture.width + half;
  return {
    input: Array.from(planeOf(planes.exact, plane).slice(from, from + outWidth)),
    output: Array.from(planeOf(y, plane).slice(row * outWidth, (row + 1) * outWidth)),
  };
}
