import { LUMA } from '../../kit/colour/luma.ts';
import type { Picture } from '../../kit/picture/picture.ts';
import type { Resource } from '../../playback/resources.ts';
import { createTrack, type Track } from '../../playback/track.ts';
import { channelsLast } from '../../tensor/channelsLast.ts';
import { conv2d } from '../../tensor/conv2d.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';
import { type BothOrders, ORDER_NAMES, type Order } from './orders.ts';
import type { PixelParams } from './parameters.ts';
import { type Bytes, patchAt, pictureOf } from './sources.ts';

/** What a reader's own picture is, as long as this page is open. */
export interface PixelResources {
  readonly own: Picture;
}

/** The tensors of the figure, in float64. */
export interface PixelModel extends BothOrders {
  readonly params: PixelParams;
  /** The picture under the loupe; null when a link brought only the patch of one. */
  readonly picture: Bytes | null;
  /** Bytes as numbers, N × 3 × size × size; `last` has the same numbers, N × size × size × 3. */
  readonly x: Tensor;
  /** As the scale of the figure has them: bytes, or divided by 255. */
  readonly shown: Tensor;
  /** The three weights of the grey value, as a 1 × 1 kernel, and the grey values. */
  readonly luma: Tensor;
  readonly grey: Tensor;
  readonly track: Track<Order>;
}

export function build(params: PixelParams, { own }: { readonly own: Resource<Picture> }): PixelModel {
  const { size, batch, row, col, scale, source } = params;
  const picture = source === 'own' ? (own.state === 'there' ? own.value : null) : pictureOf(source);
  const patch = params.x ?? (picture ? patchAt(picture, row, col, size) : []);
  const mirrored = patch.map((_, i) => patch[mirrorOf(i, size)] as number);
  const x = tensor([batch, 3, size, size], [patch, mirrored].slice(0, batch).flat(), 'float64');
  const shown = scale === 'unit' ? x.map((value) => value / 255) : x;
  const luma = tensor([1, 3, 1, 1], LUMA, 'float64');
  const written = (id: Order) => ({ id, cells: x.size, terms: 1, name: orderName(id), role: 'input' });
  return {
    params,
    picture,
    x,
    last: channelsLast(x),
    shown,
    luma,
    grey: conv2d(shown, luma, null, {}),
    track: createTrack([written('nchw'), written('nhwc')]),
  };
}

const orderName = (order: Order) => ({
  en: `${order.toUpperCase()}, ${ORDER_NAMES[order].en}`,
  zh: `${order.toUpperCase()}，${ORDER_NAMES[order].zh}`,
});

/** The number that stands at this place in the mirrored patch. */
export const mirrorOf = (index: number, size: number): number => index - 2 * (index % size) + size - 1;
