import { type AvgPool2dOptions, avgPool2d } from '../../tensor/avgPool2d.ts';
import type { Sides } from '../../tensor/geometry.ts';
import { maxPool2d } from '../../tensor/maxPool2d.ts';
import { pooledSize } from '../../tensor/pool2dGeometry.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { evenSides } from '../convolution/layer.ts';

export type PoolKind = 'max' | 'average';

/** The settings of a pooling whose rows and columns are treated alike. */
export interface PoolSettings {
  readonly kind: PoolKind;
  readonly global: boolean;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
  readonly ceil: boolean;
  readonly countPad: boolean;
}

/** A pooling forwards, in float64. A global one has the settings of its window over the whole map. */
export interface PoolLayer {
  readonly kind: PoolKind;
  /** As the core takes them; a maximum passes over `countIncludePad`. */
  readonly options: AvgPool2dOptions;
  /** The side of the map, of the window, and from one window to the next. */
  readonly side: number;
  readonly extent: number;
  readonly stride: number;
  /** Padding: top, left, bottom, right. */
  readonly sides: Sides;
  /** The same, and at the far sides what the last windows hang over: what has to be drawn around the map. */
  readonly drawn: Sides;
  /** The side of the output. */
  readonly out: number;
  /** Trailing rows of the padded map that no window reads. */
  readonly unread: number;
  /** Rows beyond the padding that the last window covers. */
  readonly over: number;
  /** Rounding up asked for a window more, which would have begun in the far padding. */
  readonly dropped: boolean;
  readonly x: Tensor;
  readonly y: Tensor;
  /** Of a maximum: for each cell of y its place in `x.data`, −1 where only padding was there. */
  readonly argMax: Int32Array | null;
}

/** Pools square maps. @param x [n, c, side, side] */
export function poolLayer(settings: PoolSettings, x: Tensor): PoolLayer {
  const { kind, global, countPad } = settings;
  const side = x.shape[2] as number;
  const [kernel, stride, padding, ceil] = global
    ? [side, side, 0, false]
    : [settings.kernel, settings.stride, settings.padding, settings.ceil];
  const options: AvgPool2dOptions = { kernel, stride, padding, ceilMode: ceil, countIncludePad: countPad };
  const max = kind === 'max' ? maxPool2d(x, options) : null;
  const y = max?.y ?? avgPool2d(x, options);
  const out = pooledSize(side, kernel, stride, padding, padding, 1, ceil);
  const end = (out - 1) * stride + kernel;
  const over = Math.max(0, end - (side + 2 * padding));
  const asked = Math.ceil((side + 2 * padding - kernel) / stride) + 1;
  return {
    ...{ kind, options, side, extent: kernel, stride, out, over, x, y },
    sides: evenSides(padding),
    drawn: [padding, padding, padding + over, padding + over],
    unread: Math.max(0, side + 2 * padding - end),
    dropped: ceil && asked > out,
    argMax: max?.argMax ?? null,
  };
}
