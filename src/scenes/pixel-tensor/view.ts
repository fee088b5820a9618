import { explainConv2d } from '../../explain/conv2d.ts';
import type { Term } from '../../explain/explanation.ts';
import { subscripts } from '../../kit/line/placeName.ts';
import { flightOf } from '../../kit/motion/flightOf.ts';
import { expressionEquation, sumEquation } from '../../kit/scene/equations.ts';
import { MarkBook } from '../../kit/scene/marks.ts';
import type { Equation, Flight, GridView, SceneView, ViewOptions } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import type { Moment } from '../../playback/track.ts';
import { lightOf } from './channels.ts';
import type { PixelModel } from './model.ts';
import { addressOf, type Entry, entryAt, nested, type Order } from './orders.ts';
import type { PixelParams } from './parameters.ts';
import { memoryName, pixelName, shortText } from './words.ts';

/** The planes of the first picture, and of the second one of a batch. */
export const PICTURES = ['x', 'mirror'] as const;

export interface PixelView extends SceneView {
  /** The order that is being written, or was chosen. */
  readonly order: Order;
  /** The number that is followed through picture, matrices and memory. */
  readonly entry: Entry;
  /** The step speaks of a number that is written; the reader asks for one, or for a whole pixel. */
  readonly subject: 'step' | 'number' | 'pixel';
  /** Numbers that have been written in this order. */
  readonly written: number;
  readonly address: Readonly<Record<Order, number>>;
  readonly held: ViewOptions<PixelParams>['held'];
}

export function viewOf(
  model: PixelModel,
  moment: Moment<Order>,
  { asked, held, full }: ViewOptions<PixelParams>,
): PixelView {
  const { params, x } = model;
  const order = moment.stretch.id;
  const step = entryAt(model, order, moment.cell);
  const question = asked && questionOf(asked, step);
  const entry = question?.entry ?? step;
  const subject = question?.subject ?? 'step';
  const address = { nchw: addressOf(model, 'nchw', entry), nhwc: addressOf(model, 'nhwc', entry) };
  const lines = (of: Order): Equation => addressLine(model, of, entry, address[of], full);
  const scaled = scaledLine(model, entry, full);
  const equations: Record<PixelView['subject'], Equation[]> = {
    pixel: [greyLine(model, entry, full)],
    number: params.scale === 'unit' ? [scaled, lines(order)] : [lines('nchw'), lines('nhwc')],
    step: params.scale === 'unit' ? [scaled, lines(order)] : [lines(order)],
  };
  const marks = marksOf(model, order, entry, subject);
  return {
    grids: {
      x: planesOf(model, 0, marks),
      ...(params.batch > 1 && { mirror: planesOf(model, 1, marks) }),
      pixel: pixelsOf(model, entry.n, marks),
      memory: memoryOf(model, order, entry.n, asked || held ? x.size : moment.finished, marks),
    },
    equations: equations[subject],
    flight: subject === 'step' && !held ? motionOf(model, moment, entry) : null,
    ...{ order, entry, subject, address, held },
    written: moment.finished,
  };
}

function questionOf(
  { grid, plane, row, col }: Place,
  step: Entry,
): { readonly subject: 'number' | 'pixel'; readonly entry: Entry } | null {
  if (grid === 'pixel') return { subject: 'pixel', entry: { ...step, h: row, w: col } };
  const n = PICTURES.indexOf(grid as (typeof PICTURES)[number]);
  return n < 0 ? null : { subject: 'number', entry: { n, c: plane, h: row, w: col } };
}

const placeOfEntry = ({ n, c, h, w }: Entry): Place => ({
  grid: PICTURES[n] as string,
  plane: c,
  row: h,
  col: w,
});

/** Memory is drawn in lines of so many numbers, each of them a plane: how many stand side by side is the width's affair. */
export const lineLength = ({ size }: PixelParams): number => (size === 3 ? 9 : 12);

/** Where an address of one picture's memory is drawn. */
function memoryPlace({ params, x }: PixelModel, address: number): Place {
  const line = lineLength(params);
  const inside = address % (x.size / params.batch);
  return { grid: 'memory', plane: Math.floor(inside / line), row: 0, col: inside % line };
}

function planesOf({ x, shown, params }: PixelModel, n: number, marks: MarkBook): GridView {
  const first = 3 * n * params.size ** 2;
  return {
    fill: (index) => lightOf(Math.floor(index / params.size ** 2), x.data[first + index] as number),
    textOf: (index) => shortText(shown.data[first + index] as number),
    marks: marks.of(PICTURES[n] as string),
  };
}

/** The patch in its colours; the number of a pixel is its grey value. */
function pixelsOf({ params, x, shown, grey }: PixelModel, n: number, marks: MarkBook): GridView {
  const { size } = params;
  const rgb = (of: typeof x, index: number): number[] =>
    [0, 1, 2].map((c) => of.at(n, c, Math.floor(index / size), index % size));
  return {
    values: grey.data.subarray(n * size ** 2, (n + 1) * size ** 2),
    fill: (index) => `rgb(${rgb(x, index).join(' ')})`,
    // Its three numbers are written by the drawing.
    textOf: () => '',
    nameOf: (index) => pixelName(Math.floor(index / size), index % size, rgb(shown, index)),
    marks: marks.of('pixel'),
  };
}

function memoryOf(model: PixelModel, order: Order, n: number, written: number, marks: MarkBook): GridView {
  const { params, x, shown } = model;
  const count = x.size / params.batch;
  const entries = Array.from({ length: count }, (_, i) => entryAt(model, order, n * count + i));
  const at = (index: number): Entry => entries[index] as Entry;
  const numberAt = (of: typeof x, index: number): number => {
    const { c, h, w } = at(index);
    return of.at(n, c, h, w);
  };
  return {
    values: entries.map((_, index) => numberAt(shown, index)),
    known: (index) => n * count + index < written,
    fill: (index) => lightOf(at(index).c, numberAt(x, index)),
    textOf: (index) => shortText(numberAt(shown, index)),
    nameOf: (index) => memoryName(n * count + index, at(index)),
    standsFor: (index) => placeOfEntry(at(index)),
    marks: marks.of('memory'),
  };
}

/** The number that is followed stands out in its matrix and in memory; its pixel in the other two. */
function marksOf(model: PixelModel, order: Order, entry: Entry, subject: PixelView['subject']): MarkBook {
  const marks = new MarkBook(() => null);
  for (const c of [0, 1, 2]) {
    const kind = c === entry.c || subject === 'pixel' ? 'target' : 'reached';
    marks.cell(placeOfEntry({ ...entry, c }), { kind });
    marks.cell(memoryPlace(model, addressOf(model, order, { ...entry, c })), { kind });
  }
  marks.cell({ grid: 'pixel', plane: 0, row: entry.h, col: entry.w }, { kind: 'target' });
  return marks;
}

/** The address with its numbers. */
function addressLine(
  { x }: PixelModel,
  order: Order,
  entry: Entry,
  address: number,
  full: boolean,
): Equation {
  const [N = 1, C = 3, H = 1, W = 1] = x.shape;
  const sizes = { n: N, c: C, h: H, w: W };
  const text = nested(
    order,
    (axis) => String(entry[axis]),
    (axis) => String(sizes[axis]),
  );
  return expressionEquation({ head: order.toUpperCase(), parts: [text], value: address, full });
}

/** From 0–255 to 0–1. */
function scaledLine({ x, params }: PixelModel, { n, c, h, w }: Entry, full: boolean): Equation {
  const byte = x.at(n, c, h, w);
  const target = params.scale === 'unit' ? placeOfEntry({ n, c, h, w }) : null;
  const head = `x${subscripts([c, h, w])}`;
  return expressionEquation({ head, parts: [`${byte} / 255`], value: byte / 255, full, target });
}

function greyLine(model: PixelModel, { n, h, w }: Entry, full: boolean): Equation {
  const sum = explainConv2d({ x: model.shown, w: model.luma }, {}, [n, 0, h, w]);
  // As the rule writes it: the weight first. It stands in no grid.
  const terms = sum.terms.map(({ factors, value }): Term => ({ value, factors: [...factors].reverse() }));
  return sumEquation(
    { ...sum, terms },
    {
      full,
      head: `Y${subscripts([h, w])}`,
      target: { grid: 'pixel', plane: 0, row: h, col: w },
      placeOf: (tensor, index) => {
        const [at = 0, c = 0, row = 0, col = 0] = index;
        return tensor === 'x' ? placeOfEntry({ n: at, c, h: row, w: col }) : null;
      },
    },
  );
}

/** A number on its way from its matrix into memory. */
function motionOf(model: PixelModel, moment: Moment<Order>, { n, c, h, w }: Entry): Flight | null {
  const value = model.shown.at(n, c, h, w);
  return flightOf(moment, {
    terms: [{ factors: [{ tensor: 'x', index: [n, c, h, w], value }], value }],
    placeOf: () => placeOfEntry({ n, c, h, w }),
    targetOf: () => memoryPlace(model, moment.cell),
  });
}
