import type { Text } from '../../language/language.ts';
import type { TitleSide } from './boxes.ts';

/**
 * The plan of a stage: grids in rows and columns, as a scene wants them, by the ids of its grids and rooms. `arrange`
 * finds the cell sizes and the places.
 */
export type Plan<Id extends string = string> = GridPlan<Id> | RoomPlan<Id> | GroupPlan<Id>;

export interface GridPlan<Id extends string = string> extends GridOptions {
  readonly kind: 'grid';
  readonly id: Id;
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
  /** Named by its letter alone, where several stand close together. Its whole name is said. */
  readonly letter?: boolean;
  /** A word or two behind the name, or under it when the title stands at the side: there, room is kept for them. */
  readonly note?: Text;
  /** How several planes stand; default: side by side. `stack`: one behind the other, each a little to the right and up. */
  readonly planes?: 'row' | 'column' | 'stack';
  /** Between planes, and between stacks; default 12. */
  readonly planeGap?: number;
  /** Planes, or stacks, in a row before the next row begins; default: all. */
  readonly planesInRow?: number;
  /** A stack holds so many planes, then the next stack begins; default: all. */
  readonly stackOf?: number;
  /** From one sheet of a stack to the next, to the right and up; default 10. */
  readonly stackGap?: number;
  /** The place in its stack of the sheet in front; a fraction while it gives way to the next one. Default 0. */
  readonly front?: number;
}

export interface RoomPlan<Id extends string = string> {
  readonly kind: 'room';
  readonly id: Id;
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

export interface GroupPlan<Id extends string = string> extends GroupOptions {
  readonly kind: 'row' | 'column';
  readonly of: readonly Plan<Id>[];
}

type Part<Id extends string> = Plan<Id> | null | undefined | false;

const present = <Id extends string>(parts: readonly Part<Id>[]): Plan<Id>[] =>
  parts.filter((part): part is Plan<Id> => Boolean(part));

/** A grid that the scene declares. */
export const grid = <const Id extends string>(id: Id, options: GridOptions = {}): GridPlan<Id> => ({
  kind: 'grid',
  id,
  ...options,
});

/** Room for anything else: a curve, a strip of windows, a photograph. */
export const room = <const Id extends string>(
  id: Id,
  width: number,
  height: number,
  options: { readonly grows?: boolean } = {},
): RoomPlan<Id> => ({ kind: 'room', id, width, height, grows: options.grows ?? false });

/** Side by side. What is null or false is left out. */
export const row = <Id extends string>(
  of: readonly Part<Id>[],
  options: GroupOptions = {},
): GroupPlan<Id> => ({ kind: 'row', of: present(of), ...options });

/** One below the other. What is null or false is left out. */
export const column = <Id extends string>(
  of: readonly Part<Id>[],
  options: GroupOptions = {},
): GroupPlan<Id> => ({ kind: 'column', of: present(of), ...options });

/** All grids of a plan. */
export function gridsIn(plan: Plan): GridPlan[] {
  if (plan.kind === 'grid') return [plan];
  return plan.kind === 'room' ? [] : plan.of.flatMap(gridsIn);
}
