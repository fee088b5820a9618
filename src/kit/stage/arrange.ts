import type { Language } from '../../language/language.ts';
import type { StageSize } from '../scene/defineScene.ts';
import type { Box, Boxes, GridBox } from './boxes.ts';
import { type Cells, type Measure, outerSize, type Specs, sizeName } from './measure.ts';
import { placePart } from './placeParts.ts';
import { gridsIn, type Plan } from './plan.ts';

/** From the edge of the stage to the first cell. */
const MARGIN = 4;
const TOP = 2;
/** Of a picture as wide as a phone is, two cells share a pixel. */
const SMALLEST_CELL = 0.5;

/** The largest cell of a stage: 42 px on a laptop, 52 where the stage is higher, 30 on a phone. */
export function largestCell({ band, height }: StageSize): number {
  if (band === 'phone') return 30;
  return Math.min(52, Math.max(42, Math.floor((42 * height) / 336)));
}

/** The sizes that cells may have: whole pixels, and quarters of one where they are small. */
function cellSizes(most: number): number[] {
  const sizes: number[] = [];
  for (let size = SMALLEST_CELL; size <= most; size += size < 12 ? 0.25 : 1) sizes.push(size);
  return sizes;
}

/** The largest of them with which things fit: what fits with one fits with every smaller one. The smallest if none does. */
function largestThat(sizes: readonly number[], fits: (size: number) => boolean): number {
  let [low, high] = [0, sizes.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(sizes[middle] as number)) low = middle;
    else high = middle - 1;
  }
  return sizes[low] as number;
}

/** A plan with the grids that it names. */
export interface Planned<Id extends string = string> {
  readonly plan: Plan<Id>;
  readonly specs: Specs;
}

const NONE: Specs = new Map();

/**
 * Lays out a stage: the largest cells with which the plan fits, and the place of everything in it. Pure.
 *
 * @param before the plan of the model at the moment when a slider was taken: its cell sizes are kept while they fit, and
 *   the outline of a grid that has another shape now is kept around it
 * @throws Error when the plan names a grid that the scene has not
 */
export function arrange<Id extends string>(
  size: StageSize,
  now: Planned<Id>,
  { before, language = 'en' }: { readonly before?: Planned | null; readonly language?: Language } = {},
): Boxes<Id> {
  const room: Box = {
    x: MARGIN,
    y: TOP,
    width: size.width - 2 * MARGIN,
    height: size.height - TOP - MARGIN,
  };
  const common = { band: size.band, language };
  let letters = false;
  const fits = ({ plan, specs }: Planned, cells: Cells, old = NONE): boolean => {
    const { width, height } = outerSize(plan, { specs, old, cells, letters, ...common });
    return width <= room.width && height <= room.height;
  };
  const names = [
    ...new Set([now, ...(before ? [before] : [])].flatMap(({ plan }) => gridsIn(plan).map(sizeName))),
  ];
  const sizes = cellSizes(largestCell(size));
  const all = (cell: number): Cells => Object.fromEntries(names.map((name) => [name, cell]));
  const largest = (of: Planned): Cells => {
    let cells = all(largestThat(sizes, (cell) => fits(of, all(cell))));
    for (const name of names)
      cells = { ...cells, [name]: largestThat(sizes, (cell) => fits(of, { ...cells, [name]: cell })) };
    return cells;
  };
  // Where the names alone are wider than the stage, no cell would be small enough.
  letters = [now, ...(before ? [before] : [])].some((of) => !fits(of, all(SMALLEST_CELL)));
  const kept = before ? largest(before) : null;
  const old = before?.specs ?? NONE;
  const { specs } = now;
  const measure: Measure =
    kept && fits(now, kept, old)
      ? { specs, old, cells: kept, letters, ...common }
      : { specs, old: NONE, cells: kept && fits(now, kept) ? kept : largest(now), letters, ...common };
  const placed: Record<string, GridBox> = {};
  placePart(now.plan, room, measure, placed);
  return placed as Boxes<Id>;
}
