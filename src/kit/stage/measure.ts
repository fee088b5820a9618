import type { Language } from '../../language/language.ts';
import type { GridSpec, StageSize } from '../scene/defineScene.ts';
import { drawnCount, type GridBox, NO_SIDES } from './boxes.ts';
import type { GridPlan, GroupPlan, Plan } from './plan.ts';
import { placePlanes } from './planes.ts';
import { textWidth } from './textWidth.ts';
import { TITLE_HEIGHT, TITLE_SIZE, titleText } from './title.ts';

// biome-ignore lint/suspicious/noExplicitAny: the kit does not know the parameters of the scene that it serves
export type Specs = ReadonlyMap<string, GridSpec<any>>;

/** The cell size of each word that the plan's grids have. */
export type Cells = Readonly<Record<string, number>>;

/** What the sizes of a plan depend on. */
export interface Measure {
  readonly specs: Specs;
  /** The grids of before, while a slider is held: room is kept for them too. */
  readonly old: Specs;
  readonly cells: Cells;
  readonly band: StageSize['band'];
  readonly language: Language;
  /** Whether a grid is named by its letter alone, for want of room. */
  readonly letters: boolean;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface GridSize extends Size {
  readonly cell: number;
  readonly offsets: GridBox['offsets'];
  readonly layers: GridBox['layers'];
  readonly open: GridBox['open'];
}

/** Between a grid and a title at its side. */
export const SIDE_GAP = 10;
const GAPS = { wide: 36, medium: 28, phone: 18 } as const;
const COLUMN_GAP = 14;
/** Between a grid's name and what stands behind it. */
const NOTE_GAP = 12;

/** The word of a grid's cell size. */
export const sizeName = ({ size = 'main' }: GridPlan): string => size;

/** The least distance between two parts of a group. */
export const gapOf = (group: GroupPlan, band: StageSize['band']): number =>
  group.gap ?? (group.kind === 'row' ? GAPS[band] : COLUMN_GAP);

/** @throws Error when the scene has no grid of that name */
export function specOf(plan: GridPlan, specs: Specs) {
  const spec = specs.get(plan.id);
  if (!spec) throw new Error(`the scene has no grid “${plan.id}”`);
  return spec;
}

/** The size of a grid's cells, all planes and their padding included. */
export function gridSize(plan: GridPlan, specs: Specs, cells: Cells): GridSize {
  const { scale = 1, largest = Number.POSITIVE_INFINITY } = plan;
  const { rows, cols, planes: count = 1, padding = NO_SIDES, spread = 1 } = specOf(plan, specs);
  const scaled = Math.min(largest, (cells[sizeName(plan)] as number) * scale);
  const cell = scaled > 12 ? Math.floor(scaled) : Math.floor(scaled * 4) / 4;
  const width = cell * drawnCount(cols, spread, padding[1], padding[3]);
  const height = cell * drawnCount(rows, spread, padding[0], padding[2]);
  return { cell, ...placePlanes(plan, count, { width, height }) };
}

/** The widths of a grid's name with its letter, and of its note. */
function titleWidths(plan: GridPlan, { specs, language, letters }: Measure): { name: number; note: number } {
  const { name, letter } = titleText(specOf(plan, specs), language);
  return {
    name: textWidth((letters || plan.letter) && letter ? letter : `${name} ${letter}`, TITLE_SIZE, true),
    note: plan.note ? textWidth(plan.note[language], TITLE_SIZE - 1) : 0,
  };
}

/** A grid with its title, and with the outline of before. */
function gridOuter(plan: GridPlan, measure: Measure): Size {
  const { specs, old, cells } = measure;
  const now = gridSize(plan, specs, cells);
  const was = old.has(plan.id) ? gridSize(plan, old, cells) : now;
  const width = Math.max(now.width, was.width);
  const height = Math.max(now.height, was.height);
  if (plan.title === 'none') return { width, height };
  const { name, note } = titleWidths(plan, measure);
  return plan.title === 'right' || plan.title === 'left'
    ? { width: width + SIDE_GAP + Math.max(name, note), height: Math.max(height, plan.note ? 36 : 18) }
    : { width: Math.max(width, name + (note && note + NOTE_GAP)), height: height + TITLE_HEIGHT };
}

/** The size of a part of a plan. */
export function outerSize(plan: Plan, measure: Measure): Size {
  if (plan.kind === 'grid') return gridOuter(plan, measure);
  if (plan.kind === 'room') return plan;
  const sizes = plan.of.map((part) => outerSize(part, measure));
  const gaps = gapOf(plan, measure.band) * Math.max(0, plan.of.length - 1);
  const sum = (side: 'width' | 'height'): number => sizes.reduce((total, size) => total + size[side], gaps);
  const most = (side: 'width' | 'height'): number => Math.max(0, ...sizes.map((size) => size[side]));
  return plan.kind === 'row'
    ? { width: sum('width'), height: most('height') }
    : { width: most('width'), height: sum('height') };
}
