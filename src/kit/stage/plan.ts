import type { Text } from '../../language/language.ts';
import type { GridSpec } from '../scene/defineScene.ts';
import type { TitleSide } from './boxes.ts';

/**
 * The plan of a stage: grids in rows and columns, as a scene wants them. `arrange` finds the cell size and the places.
 */
export type Plan = GridPlan | RoomPlan | GroupPlan;

/** How several planes of a grid stand to each other. */
export type PlaneOrder = 'row' | 'column' | 'stack';

export interface GridPlan extends GridOptions {
  readonly kind: 'grid';
  // biome-ignore lint/suspicious/noExplicitAny: a plan does not know the scene's parameters
  readonly spec: GridSpec<any>;
}

export interface GridOptions {
  /**
   * Grids with the same word have one cell size; default `main`. First all sizes grow together, then each alone as far
   * as it fits: a kernel keeps large cells beside a large picture.
   */
  readonly size?: string;
  /** Cells of this many times that size; default 1. */
  readonly scale?: number;
  /** Cells grow no larger than this. */
  readonly largest?: number;
  /** Default: above. */
  readonly title?: TitleSide;
  /** The words at the side of the grid, when the title stands there: room is kept for them. */
  readonly note?: Text;
  /** Default: side by side. `stack`: one behind the other, each a little to the right and up. */
  readonly planes?: PlaneOrder;
  /** Between planes; default 12 (a stack: 10). */
  readonly planeGap?: number;
  /** Planes in a row before the next row begins; default: all. */
  readonly planesInRow?: number;
}

export interface RoomPlan {
  readonly kind: 'room';
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Takes what width its row, or what height its column, has left. */
  readonly grows: boolean;
}

export interface GroupOptions {
  /** The least distance between two of them, in pixels; default 36 in a row (a phone: 18), 14 in a column. */
  readonly gap?: number;
  /** Where the rest of the room goes; default: between them. */
  readonly justify?: 'between' | 'start' | 'center' | 'end' | 'evenly';
  /** Across; default: start. */
  readonly align?: 'start' | 'center' | 'end';
}

export interface GroupPlan extends GroupOptions {
  readonly kind: 'row' | 'column';
  readonly of: readonly Plan[];
}

type Part = Plan | null | undefined | false;
const present = (parts: readonly Part[]): Plan[] => parts.filter((part): part is Plan => Boolean(part));

/** A grid that the scene declares. */
// biome-ignore lint/suspicious/noExplicitAny: a plan does not know the scene's parameters
export const grid = (spec: GridSpec<any>, options: GridOptions = {}): GridPlan => ({
  kind: 'grid',
  spec,
  ...options,
});

/** Room for anything else: a curve, a strip of windows, a photograph. */
export const room = (
  id: string,
  width: number,
  height: number,
  options: { readonly grows?: boolean } = {},
): RoomPlan => ({ kind: 'room', id, width, height, grows: options.grows ?? false });

/** Side by side. What is null or false is left out. */
export const row = (of: readonly Part[], options: GroupOptions = {}): GroupPlan => ({
  kind: 'row',
  of: present(of),
  ...options,
});

/** One below the other. What is null or false is left out. */
export const column = (of: readonly Part[], options: GroupOptions = {}): GroupPlan => ({
  kind: 'column',
  of: present(of),
  ...options,
});
