import { choice, numbers, type ParamSpecs, whole } from '../../playback/params.ts';
import { Tensor, tensor } from '../../tensor/tensor.ts';
import { type Bytes, OWN_SIDE, patchAt, pictureOf, SOURCES, type Source } from './sources.ts';

export const LARGEST_PATCH = 4;

/** What the photograph is painted with: its colours, one channel alone, or their weighted sum. */
export const SEEN = ['colour', 'red', 'green', 'blue', 'grey'] as const;
export type Seen = (typeof SEEN)[number];

/** Everything that a reader can set. */
export interface PixelParams {
  readonly source: Source;
  /** The pixel at the loupe's top left. */
  readonly row: number;
  readonly col: number;
  /** The loupe covers size × size pixels. */
  readonly size: number;
  /** Pictures in the batch; the second is the patch mirrored. */
  readonly batch: number;
  /** Whole numbers 0–255, or the same divided by 255. */
  readonly scale: 'bytes' | 'unit';
  /** How far the three planes stand apart, in percent. */
  readonly apart: number;
  readonly seen: Seen;
  /** Bytes of the patch that were typed or that come from the reader's picture; null: as the photograph has them. */
  readonly x: readonly number[] | null;
}

export const specs: ParamSpecs<PixelParams> = {
  source: choice<Source>('nile', SOURCES),
  row: whole(23, 0, OWN_SIDE - 2),
  col: whole(4, 0, OWN_SIDE - 2),
  size: whole(LARGEST_PATCH, 2, LARGEST_PATCH),
  batch: whole(1, 1, 2),
  scale: choice('bytes', ['bytes', 'unit']),
  apart: whole(100, 0, 100),
  seen: choice<Seen>('colour', SEEN),
  x: numbers(3 * LARGEST_PATCH ** 2, 255),
};

/** Typed bytes on a patch of another size: pixels keep their places, new ones are black. */
function resized(x: readonly number[], size: number): number[] {
  const from = Math.max(1, Math.floor(Math.sqrt(x.length / 3)));
  return Array.from({ length: 3 * size * size }, (_, i) => {
    const c = Math.floor(i / size ** 2);
    const h = Math.floor(i / size) % size;
    const w = i % size;
    return h < from && w < from ? (x[(c * from + h) * from + w] ?? 0) : 0;
  });
}

/** What makes typed bytes of a photograph stale: the loupe covers other pixels. */
const MOVES: ReadonlySet<keyof PixelParams> = new Set(['source', 'row', 'col', 'size']);

/** The loupe stays on the picture; typed bytes are whole numbers from 0 to 255, and as many as the patch has. */
export function constrain(params: PixelParams, changed?: keyof PixelParams): PixelParams {
  const source = params.source === 'own' && !params.x ? 'nile' : params.source;
  const picture = pictureOf(source);
  const last = (side: number): number => side - params.size;
  const stale = source !== 'own' && changed !== undefined && MOVES.has(changed);
  const x = params.x && !stale ? resized(params.x, params.size) : null;
  return {
    ...params,
    source,
    row: Math.min(params.row, last(picture?.height ?? OWN_SIDE)),
    col: Math.min(params.col, last(picture?.width ?? OWN_SIDE)),
    x: x?.map((value) => Math.min(255, Math.max(0, Math.round(value)))) ?? null,
  };
}

/** The tensors of the figure, in float64. */
export interface PixelModel {
  readonly params: PixelParams;
  /** The photograph; null when it is the reader's own. */
  readonly picture: Bytes | null;
  /** Bytes as numbers, N × 3 × size × size: channels first. */
  readonly x: Tensor;
  /** The same, divided by 255. */
  readonly unit: Tensor;
  /** The same numbers as `x`, N × size × size × 3: channels last. */
  readonly last: Tensor;
  /** The three weights of the grey value, as a 1 × 1 kernel. */
  readonly grey: Tensor;
  /** Numbers in memory; each order is walked once. */
  readonly cells: number;
}

/** Weights of red, green and blue in the grey value (ITU-R BT.601). */
export const LUMA = [0.299, 0.587, 0.114] as const;

export function build(params: PixelParams): PixelModel {
  const { size, batch, row, col } = params;
  const picture = pictureOf(params.source);
  const patch = params.x ?? (picture ? patchAt(picture, row, col, size) : []);
  const images = [patch, patch.map((_, i) => patch[i - (i % size) + size - 1 - (i % size)] as number)];
  const x = tensor([batch, 3, size, size], images.slice(0, batch).flat(), 'float64');
  return {
    params,
    picture,
    x,
    unit: new Tensor(
      x.shape,
      x.data.map((value) => value / 255),
    ),
    last: channelsLast(x),
    grey: tensor([1, 3, 1, 1], LUMA, 'float64'),
    cells: x.size,
  };
}

/** NCHW → NHWC: the same numbers in another order. */
function channelsLast(x: Tensor): Tensor {
  const [batch = 1, channels = 3, height = 1, width = 1] = x.shape;
  const last = new Tensor([batch, height, width, channels], new Float64Array(x.size));
  for (let n = 0; n < batch; n++)
    for (let c = 0; c < channels; c++)
      for (let h = 0; h < height; h++)
        for (let w = 0; w < width; w++) last.data[last.offset([n, h, w, c])] = x.at(n, c, h, w);
  return last;
}
