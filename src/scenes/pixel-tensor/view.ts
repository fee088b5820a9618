import { explainConv2d } from '../../explain/conv2d.ts';
import type { SumExplanation, Term } from '../../explain/explanation.ts';
import type { CellMark } from '../../figures/gridGeometry.ts';
import { type Line, lineOf } from '../../formula/arithmetic.ts';
import { type ExpressionLine, expressionLine } from '../../formula/expression.ts';
import type { CellRef } from '../../playback/figureStore.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { PixelModel } from './model.ts';
import {
  addressOf,
  type Moment,
  momentAt,
  nested,
  ORDERS,
  type Order,
  type Place,
  placeAt,
} from './orders.ts';

/** One place of memory. */
export interface MemoryCell {
  readonly address: number;
  readonly place: Place;
  /** As the scale of the figure has it. */
  readonly value: number;
  /** 0 … 255, for the colour. */
  readonly byte: number;
  readonly written: boolean;
  /** The number that is followed. */
  readonly here: boolean;
  /** Another number of the same pixel. */
  readonly beside: boolean;
}

export interface PixelView {
  readonly moment: Moment;
  /** The number that is followed through picture, matrices and memory. */
  readonly place: Place;
  /** The reader asks for one number, or for a whole pixel; null: the step speaks. */
  readonly asked: 'number' | 'pixel' | null;
  /** The numbers as shown: bytes, or divided by 255. */
  readonly shown: Tensor;
  readonly byte: number;
  readonly address: Readonly<Record<Order, number>>;
  readonly marks: readonly ReadonlyMap<string, CellMark>[];
  /** The memory of the picture that is followed, in both orders. */
  readonly memory: Readonly<Record<Order, readonly MemoryCell[]>>;
  readonly scaling: ExpressionLine;
  readonly offsets: Readonly<Record<Order, ExpressionLine>>;
  readonly grey: SumExplanation;
  readonly greyLine: Line;
}

/** The channel that a plane's name says: `x_1` is green. */
export const channelOf = (tensor: string): number | undefined =>
  /^x_[0-2]$/.test(tensor) ? Number(tensor.slice(2)) : undefined;

/** What is on the screen at a position, or for the number or pixel that the reader asks for. */
export function viewAt(
  model: PixelModel,
  position: number,
  asked: CellRef | null = null,
  full = false,
): PixelView {
  const { params, x, unit } = model;
  const moment = momentAt(model, position);
  const question = questionOf(model, asked, moment.place);
  const place = question?.place ?? moment.place;
  const { n, c, h, w } = place;
  const shown = params.scale === 'unit' ? unit : x;
  const byte = x.at(n, c, h, w);
  const grey = explainConv2d({ x: shown, w: model.grey }, {}, [n, 0, h, w]);
  const address = {
    nchw: addressOf(model, 'nchw', place),
    nhwc: addressOf(model, 'nhwc', place),
  };
  return {
    moment,
    place,
    asked: question?.kind ?? null,
    shown,
    byte,
    address,
    marks: marksOf(place, question?.kind ?? null),
    memory: {
      nchw: memoryOf(model, 'nchw', shown, moment, place, question?.kind === 'pixel'),
      nhwc: memoryOf(model, 'nhwc', shown, moment, place, question?.kind === 'pixel'),
    },
    scaling: expressionLine(`${byte} / 255`, unit.at(n, c, h, w), { full }),
    offsets: {
      nchw: expressionLine(offsetText(model, 'nchw', place), address.nchw),
      nhwc: expressionLine(offsetText(model, 'nhwc', place), address.nhwc),
    },
    grey,
    greyLine: lineOf(weighted(grey.terms), grey.terms.length, { full }),
  };
}

function questionOf(
  model: PixelModel,
  asked: CellRef | null,
  { n, c }: Place,
): { kind: 'number' | 'pixel'; place: Place } | null {
  if (!asked || asked.row >= model.params.size || asked.col >= model.params.size) return null;
  const place = { n, h: asked.row, w: asked.col };
  const channel = channelOf(asked.tensor);
  if (channel !== undefined) return { kind: 'number', place: { ...place, c: channel } };
  return asked.tensor === 'pixel' ? { kind: 'pixel', place: { ...place, c } } : null;
}

/** The weights stand in no grid of the figure, so they cannot be pointed at. */
const weighted = (terms: readonly Term[]): Term[] =>
  terms.map(({ factors, value }) => ({
    value,
    factors: factors
      .map((factor) => (factor.tensor === 'w' ? { ...factor, virtual: 'inserted' as const } : factor))
      .reverse(),
  }));

const offsetText = (model: PixelModel, order: Order, place: Place): string => {
  const [, C, H, W] = model.x.shape;
  const sizes: Readonly<Record<string, number | undefined>> = { C, H, W };
  return nested(
    order,
    (axis) => String(place[axis]),
    (letter) => String(sizes[letter]),
  );
};

/** The number that is followed stands out in its matrix, its pixel in the other two. */
function marksOf({ c, h, w }: Place, asked: 'number' | 'pixel' | null): ReadonlyMap<string, CellMark>[] {
  return [0, 1, 2].map(
    (channel) =>
      new Map<string, CellMark>([
        [`${h},${w}`, { kind: channel === c || asked === 'pixel' ? 'target' : 'reached' }],
      ]),
  );
}

function memoryOf(
  model: PixelModel,
  order: Order,
  shown: Tensor,
  moment: Moment,
  followed: Place,
  wholePixel: boolean,
): MemoryCell[] {
  const perImage = model.cells / model.params.batch;
  const from = followed.n * perImage;
  const at = ORDERS.indexOf(order) - ORDERS.indexOf(moment.order);
  const written = at < 0 ? model.cells : at > 0 ? 0 : moment.done;
  return Array.from({ length: perImage }, (_, i) => {
    const address = from + i;
    const place = placeAt(model, order, address);
    const { n, c, h, w } = place;
    const samePixel = h === followed.h && w === followed.w;
    return {
      address,
      place,
      value: shown.at(n, c, h, w),
      byte: model.x.at(n, c, h, w),
      written: address < written,
      here: samePixel && (wholePixel || c === followed.c),
      beside: samePixel && !wholePixel && c !== followed.c,
    };
  });
}
