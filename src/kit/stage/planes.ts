import type { GridBox } from './boxes.ts';
import type { GridOptions } from './plan.ts';

interface Planes extends Pick<GridBox, 'offsets' | 'layers' | 'open'> {
  readonly width: number;
  readonly height: number;
}

/**
 * Where the planes of a grid stand from its corner, from the one behind to the one in front, and the size of them all.
 *
 * @param sheet the size of one plane, padding included
 */
export function placePlanes(
  plan: GridOptions,
  count: number,
  sheet: { readonly width: number; readonly height: number },
): Planes {
  const { planes: order = 'row', planeGap = 12, stackGap = 10, front = 0 } = plan;
  const inStack = order === 'stack' ? Math.min(count, plan.stackOf ?? count) : 1;
  const stacks = Math.ceil(count / inStack);
  const inRow = Math.min(stacks, order === 'column' ? 1 : (plan.planesInRow ?? stacks));
  const depth = (inStack - 1) * stackGap;
  const [width, height] = [sheet.width + depth, sheet.height + depth];
  const behind = Array.from({ length: count }, (_, plane) => sheetsBefore(plane % inStack, front, inStack));
  const offsets = behind.map((sheets, plane): readonly [number, number] => {
    const stack = Math.floor(plane / inStack);
    return [
      (stack % inRow) * (width + planeGap) + sheets * stackGap,
      Math.floor(stack / inRow) * (height + planeGap) + depth - sheets * stackGap,
    ];
  });
  const layers = behind.map((_, plane) => plane).sort((a, b) => (behind[b] ?? 0) - (behind[a] ?? 0) || a - b);
  const open = new Set(layers.filter((plane) => (behind[plane] as number) < 0.5));
  const span = (side: number, n: number): number => n * side + (n - 1) * planeGap;
  return {
    offsets,
    layers,
    open,
    width: span(width, inRow),
    height: span(height, Math.ceil(stacks / inRow)),
  };
}

/** How many sheets lie before one: those that follow the sheet in front lie behind it, then the others. */
function sheetsBefore(sheet: number, front: number, count: number): number {
  const first = Math.floor(front);
  const share = front - first;
  const before = (((sheet - first) % count) + count) % count;
  // While the next sheet comes to the front, the one that was there goes behind all others.
  return before === 0 ? share * (count - 1) : before - share;
}
