import type { Tensor } from '../../tensor/tensor.ts';
import { type LayerSettings, reachOf } from './layers.ts';

/** First and last row (or column) of the output; empty when first > last. */
type Span = readonly [first: number, last: number];

/** How far the two ways round the square agree. */
export interface Comparison {
  /** The cell of the largest absolute difference, and that difference. */
  readonly largest: { readonly at: number; readonly size: number };
  /** The same among the cells that no border has touched; null where there are none. */
  readonly inside: { readonly at: number; readonly size: number } | null;
  /** The cells whose windows met no border before or after the shift. */
  readonly rows: Span;
  readonly cols: Span;
  /** Cells of the output that the shift left as they were: invariance, not equivariance. */
  readonly unchanged: number;
  /** The largest absolute output, to compare with. */
  readonly scale: number;
}

interface Setting {
  readonly settings: LayerSettings;
  readonly side: number;
  readonly shift: readonly [number, number];
}

/** The places whose windows lie inside the picture, and inside what the shift has kept of it. */
function untouched({ settings, side }: Setting, by: number, out: number): Span {
  if (settings.border === 'circular') return [0, out - 1];
  const places = Array.from({ length: out }, (_, place) => place).filter((place) => {
    const [first, last] = reachOf(settings, place);
    return first >= Math.max(0, by) && last <= side - 1 + Math.min(0, by);
  });
  return [places[0] ?? 0, places.at(-1) ?? -1];
}

export function compare(
  setting: Setting,
  { y, yshifted, mismatch }: { y: Tensor; yshifted: Tensor; mismatch: Tensor },
): Comparison {
  const out = y.shape[2] as number;
  const [rows, cols] = setting.shift.map((by) => untouched(setting, by, out)) as [Span, Span];
  let largest = { at: 0, size: -1 };
  let inside: Comparison['inside'] = null;
  let unchanged = 0;
  let scale = 0;
  for (const [at, value] of mismatch.data.entries()) {
    const size = Math.abs(value);
    const [row, col] = [Math.floor(at / out), at % out];
    if (size > largest.size) largest = { at, size };
    const within = row >= rows[0] && row <= rows[1] && col >= cols[0] && col <= cols[1];
    if (within && size > (inside?.size ?? -1)) inside = { at, size };
    if (y.data[at] === yshifted.data[at]) unchanged++;
    scale = Math.max(scale, Math.abs(yshifted.data[at] as number), Math.abs(y.data[at] as number));
  }
  return { largest, inside, rows, cols, unchanged, scale };
}
