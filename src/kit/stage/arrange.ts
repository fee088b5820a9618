import type { Language } from '../../language/language.ts';
import type { StageSize } from '../scene/defineScene.ts';
import { type Box, type Boxes, drawnCount, type GridBox, NO_SIDES } from './boxes.ts';
import type { GridPlan, GroupPlan, Plan } from './plan.ts';
import { textWidth } from './textWidth.ts';
import { TITLE_HEIGHT, TITLE_SIZE, titleText } from './title.ts';

/** From the edge of the stage to the first cell. */
const MARGIN = 4;
/** Between a grid and a title at its side. */
const SIDE_GAP = 10;
/** Two neighbours in a row stand no further apart, however wide the stage. */
const WIDEST_GAP = 220;
const SMALLEST_CELL = 1;
/** Between neighbours in a row, where the plan says nothing, and below one another. */
const GAPS = { wide: 36, medium: 28, phone: 18 } as const;
const COLUMN_GAP = 14;

/** The largest cell of a stage: 42 px on a laptop, 52 where the stage is higher, 30 on a phone. */
export function largestCell({ band, height }: StageSize): number {
  if (band === 'phone') return 30;
  return Math.min(52, Math.max(42, Math.floor((42 * height) / 336)));
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface GridSize extends Size {
  readonly cell: number;
  readonly offsets: GridBox['offsets'];
}

/** The cell size of each word that the plan's grids have. */
type Cells = Readonly<Record<string, number>>;

/** What the measures of a plan depend on. */
interface Measure {
  readonly cells: Cells;
  /** How wide the words of each grid's title are. */
  readonly words: ReadonlyMap<string, { readonly name: number; readonly note: number }>;
  readonly band: StageSize['band'];
  /** The shapes of before, by id: room is kept for them too. */
  readonly before: ReadonlyMap<string, GridPlan>;
}

const MAIN = 'main';

function gridSize(plan: GridPlan, cells: Cells): GridSize {
  const { spec, size = MAIN, scale = 1, largest = Number.POSITIVE_INFINITY, planes: order = 'row' } = plan;
  const padding = spec.padding ?? NO_SIDES;
  const spread = spec.spread ?? 1;
  const scaled = Math.min(largest, (cells[size] as number) * scale);
  const cell = scaled > 12 ? Math.floor(scaled) : Math.floor(scaled * 4) / 4;
  const count = spec.planes ?? 1;
  const width = cell * drawnCount(spec.cols, spread, padding[1], padding[3]);
  const height = cell * drawnCount(spec.rows, spread, padding[0], padding[2]);
  const gap = plan.planeGap ?? (order === 'stack' ? 10 : 12);
  const inRow = order === 'column' ? 1 : (plan.planesInRow ?? count);
  const offsets = Array.from({ length: count }, (_, plane): readonly [number, number] =>
    order === 'stack'
      ? [plane * gap, (count - 1 - plane) * gap]
      : [(plane % inRow) * (width + gap), Math.floor(plane / inRow) * (height + gap)],
  );
  const far = (axis: 0 | 1): number => Math.max(...offsets.map((offset) => offset[axis]));
  return { cell, offsets, width: far(0) + width, height: far(1) + height };
}

/** A grid with its title, and with the outline of before. */
function gridOuter(plan: GridPlan, { cells, words, before }: Measure): Size {
  const now = gridSize(plan, cells);
  const old = before.get(plan.spec.id);
  const was = old ? gridSize({ ...old, size: plan.size ?? MAIN }, cells) : now;
  const width = Math.max(now.width, was.width);
  const height = Math.max(now.height, was.height);
  const { title = 'above' } = plan;
  if (title === 'none') return { width, height };
  const { name, note } = words.get(plan.spec.id) ?? { name: 0, note: 0 };
  return title === 'above'
    ? { width: Math.max(width, name), height: height + TITLE_HEIGHT }
    : { width: width + SIDE_GAP + Math.max(name, note), height };
}

/** The widths of a grid's name with its letter, and of its note. */
function titleWidths({ spec, note }: GridPlan, language: Language): { name: number; note: number } {
  const { name, letter } = titleText(spec, language);
  return {
    name: textWidth(`${name} ${letter}`, TITLE_SIZE, true),
    note: note ? textWidth(note[language], TITLE_SIZE - 1) : 0,
  };
}

const gapOf = (group: GroupPlan, { band }: Measure): number =>
  group.gap ?? (group.kind === 'row' ? GAPS[band] : COLUMN_GAP);

function outer(plan: Plan, measure: Measure): Size {
  if (plan.kind === 'grid') return gridOuter(plan, measure);
  if (plan.kind === 'room') return plan;
  const sizes = plan.of.map((part) => outer(part, measure));
  const gaps = gapOf(plan, measure) * Math.max(0, plan.of.length - 1);
  const sum = (side: 'width' | 'height'): number => sizes.reduce((total, size) => total + size[side], gaps);
  const most = (side: 'width' | 'height'): number => Math.max(0, ...sizes.map((size) => size[side]));
  return plan.kind === 'row'
    ? { width: sum('width'), height: most('height') }
    : { width: most('width'), height: sum('height') };
}

type Placed = Record<string, GridBox>;

function placeGrid(plan: GridPlan, at: Box, measure: Measure, placed: Placed): void {
  const { spec, title = 'above' } = plan;
  const { cell, offsets, width, height } = gridSize(plan, measure.cells);
  const old = measure.before.get(spec.id);
  const was =
    old && (old.spec.rows !== spec.rows || old.spec.cols !== spec.cols) ? gridSize(old, measure.cells) : null;
  const aside = title === 'left' ? outer(plan, measure).width - width : 0;
  placed[spec.id] = {
    ...{ id: spec.id, cell, offsets, width, height, title },
    x: at.x + aside,
    y: at.y + (title === 'above' ? TITLE_HEIGHT : 0),
    rows: spec.rows,
    cols: spec.cols,
    planes: spec.planes ?? 1,
    padding: spec.padding ?? NO_SIDES,
    spread: spec.spread ?? 1,
    turned: spec.turned ?? false,
    titleWidth: title === 'above' ? at.width : Math.max(0, at.width - width - SIDE_GAP),
    was:
      was && old ? { rows: old.spec.rows, cols: old.spec.cols, width: was.width, height: was.height } : null,
  };
}

function placeGroup(group: GroupPlan, at: Box, measure: Measure, placed: Placed): void {
  const isRow = group.kind === 'row';
  const along = isRow ? 'width' : 'height';
  const across = isRow ? 'height' : 'width';
  const { justify = 'between', align = 'start' } = group;
  const count = group.of.length;
  const sizes = group.of.map((part) => outer(part, measure));
  const least = gapOf(group, measure);
  let free = at[along] - sizes.reduce((sum, size) => sum + size[along], least * Math.max(0, count - 1));
  const growing = group.of.filter((part) => part.kind === 'room' && part.grows).length;
  const growth = growing > 0 ? Math.max(0, free) / growing : 0;
  if (growing > 0) free = 0;
  free = Math.max(0, free);
  const shares = justify === 'between' ? count - 1 : count + 1;
  const spreads = justify === 'between' || justify === 'evenly';
  const extra = spreads && shares > 0 ? Math.min(WIDEST_GAP, free / shares) : 0;
  const rest = free - extra * shares;
  const lead = {
    between: count === 1 ? 0 : rest / 2,
    evenly: extra + rest / 2,
    start: 0,
    center: free / 2,
    end: free,
  }[justify];
  let next = lead;
  group.of.forEach((part, i) => {
    const size = sizes[i] as Size;
    const grown = part.kind === 'room' && part.grows ? growth : 0;
    const length = size[along] + grown;
    // A title may use the gap up to the next neighbour.
    const reach = part.kind === 'grid' && isRow ? length + Math.max(0, least + extra - 8) : length;
    const slack = at[across] - size[across];
    const stretches = part.kind === 'row' || part.kind === 'column' || (part.kind === 'room' && part.grows);
    const shift = stretches ? 0 : { start: 0, center: slack / 2, end: slack }[align];
    const width = isRow ? reach : stretches ? at.width : size.width;
    const height = isRow ? (stretches ? at.height : size.height) : length;
    const box = {
      x: Math.round(at.x + (isRow ? next : shift)),
      y: Math.round(at.y + (isRow ? shift : next)),
      width: part.kind === 'grid' && !isRow ? at.width - shift : width,
      height,
    };
    place(part, box, measure, placed);
    next += length + least + extra;
  });
}

function place(plan: Plan, at: Box, measure: Measure, placed: Placed): void {
  if (plan.kind === 'grid') placeGrid(plan, at, measure, placed);
  else if (plan.kind === 'room') placed[plan.id] = roomBox(plan.id, at);
  else placeGroup(plan, at, measure, placed);
}

/** A room is one large cell, so that everything that points at boxes can point at it. */
const roomBox = (id: string, at: Box): GridBox => ({
  ...at,
  ...{ id, cell: Math.min(at.width, at.height), rows: 1, cols: 1, planes: 1, spread: 1, turned: false },
  padding: NO_SIDES,
  offsets: [[0, 0]],
  title: 'none',
  titleWidth: at.width,
  was: null,
});

function gridsIn(plan: Plan): GridPlan[] {
  if (plan.kind === 'grid') return [plan];
  return plan.kind === 'room' ? [] : plan.of.flatMap(gridsIn);
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

const sizeName = ({ size = MAIN }: GridPlan): string => size;

const NONE: ReadonlyMap<string, GridPlan> = new Map();

/**
 * Lays out a stage: the largest common cell with which the plan fits, and the place of everything in it. Pure.
 *
 * @param before the plan of the model at the moment when a slider was taken: its cell size is kept while it fits, and
 *   the outline of a grid that has another shape now is kept beside it
 */
export function arrange(
  size: StageSize,
  plan: Plan,
  { before, language = 'en' }: { readonly before?: Plan | null; readonly language?: Language } = {},
): Boxes {
  const within: Box = { x: MARGIN, y: 2, width: size.width - 2 * MARGIN, height: size.height - 2 - MARGIN };
  const grids = gridsIn(plan);
  const words = new Map(grids.map((one) => [one.spec.id, titleWidths(one, language)]));
  const common = { words, band: size.band };
  const fits = (of: Plan, cells: Cells, shapes = NONE): boolean => {
    const { width, height } = outer(of, { cells, before: shapes, ...common });
    return width <= within.width && height <= within.height;
  };
  const shapes = new Map(before ? gridsIn(before).map((one) => [one.spec.id, one]) : []);
  const names = [...new Set([MAIN, ...grids.map(sizeName), ...[...shapes.values()].map(sizeName)])];
  const sizes = cellSizes(largestCell(size));
  const largest = (of: Plan): Cells => {
    const all = (cell: number): Cells => Object.fromEntries(names.map((name) => [name, cell]));
    let cells = all(largestThat(sizes, (cell) => fits(of, all(cell))));
    for (const name of names)
      cells = { ...cells, [name]: largestThat(sizes, (cell) => fits(of, { ...cells, [name]: cell })) };
    return cells;
  };
  const kept = before ? largest(before) : null;
  const measure: Measure =
    kept && fits(plan, kept, shapes)
      ? { cells: kept, before: shapes, ...common }
      : { cells: kept && fits(plan, kept) ? kept : largest(plan), before: NONE, ...common };
  const placed: Placed = {};
  place(plan, within, measure, placed);
  return placed;
}
