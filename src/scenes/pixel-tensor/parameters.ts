import { cells, choice, type ParamSpec, whole } from '../../playback/parameters/spec.ts';
import type { NameOf, ParamsOf } from '../../playback/parameters/table.ts';
import { OWN_SIDE, pictureOf } from './sources.ts';

export const LARGEST_PATCH = 4;

/** A place of the loupe, which is dragged and has no slider. */
const place = (of: Parameters<typeof whole>[0]): ParamSpec<number> => ({ ...whole(of), control: 'cells' });
const LAST = OWN_SIDE - 2;

export const SOURCES = {
  nile: { en: 'The Nile, from space', zh: '从太空看尼罗河与红海' },
  flower: { en: 'Bloom, print of 1928', zh: '花，1928 年的褐色照片' },
  own: { en: 'Your own', zh: '你自己的' },
} as const;

export const params = {
  /** How far the three planes lie apart, in percent. */
  apart: whole({ label: { en: 'Pull apart', zh: '拉开' }, default: 100, range: [0, 100] }),
  /** The loupe covers size × size pixels. */
  size: whole({
    label: { en: 'Loupe size', zh: '放大镜大小' },
    default: LARGEST_PATCH,
    range: [2, LARGEST_PATCH],
  }),
  /** Pictures in the batch; the second is the patch mirrored. */
  batch: whole({ label: { en: 'Batch size', zh: '批大小' }, default: 1, range: [1, 2] }),
  scale: choice({
    label: { en: 'Numbers', zh: '数值' },
    options: { bytes: { en: '0–255', zh: '0–255' }, unit: { en: '0–1', zh: '0–1' } },
    default: 'bytes',
  }),
  source: choice({
    label: { en: 'Picture', zh: '图像' },
    options: SOURCES,
    default: 'nile',
  }),
  /** What the photograph is painted with: its colours, one channel alone, or their weighted sum. */
  seen: choice({
    label: { en: 'The photo shows', zh: '照片显示' },
    options: {
      colour: { en: 'all three channels', zh: '全部三个通道' },
      red: { en: 'red only', zh: '只有红' },
      green: { en: 'green only', zh: '只有绿' },
      blue: { en: 'blue only', zh: '只有蓝' },
      grey: { en: 'grey value', zh: '灰度' },
    },
    default: 'colour',
  }),
  /** The pixel at the loupe's top left. */
  row: place({ label: { en: 'Loupe row', zh: '放大镜所在行' }, default: 23, range: [0, LAST] }),
  col: place({ label: { en: 'Loupe column', zh: '放大镜所在列' }, default: 4, range: [0, LAST] }),
  /** Bytes of the patch that were typed or that come from the reader's picture; null: as the photograph has them. */
  x: cells({ label: { en: 'Pixels', zh: '像素' }, most: 3 * LARGEST_PATCH ** 2, limit: 255 }),
} as const;

export type PixelParams = ParamsOf<typeof params>;

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
const MOVES: ReadonlySet<NameOf<PixelParams>> = new Set(['source', 'row', 'col', 'size']);

/** The loupe stays on the picture; typed bytes are whole numbers from 0 to 255, and as many as the patch has. */
export function constrain(of: PixelParams, changed?: NameOf<PixelParams>): PixelParams {
  const source = of.source === 'own' && !of.x ? 'nile' : of.source;
  const picture = pictureOf(source);
  const last = (side: number): number => side - of.size;
  const stale = source !== 'own' && changed !== undefined && MOVES.has(changed);
  const x = of.x && !stale ? resized(of.x, of.size) : null;
  return {
    ...of,
    source,
    row: Math.min(of.row, last(picture?.height ?? OWN_SIDE)),
    col: Math.min(of.col, last(picture?.width ?? OWN_SIDE)),
    x: x?.map((value) => Math.min(255, Math.max(0, Math.round(value)))) ?? null,
  };
}
