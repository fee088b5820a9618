import type { ShiftModel } from './model.ts';

export const GRIDS = ['x', 'shifted', 'y', 'yshifted', 'shiftedy', 'mismatch'] as const;
export type GridId = (typeof GRIDS)[number];

/** The corners of the square in the order of the walk; the difference comes after them, bit by bit. */
const CORNERS = ['shifted', 'y', 'yshifted', 'shiftedy'] as const;
export const WALK = CORNERS.length;

/** Up to this many cells are compared one a step; more: a row a step. */
const MOST_CELLS = 100;

export const compareSteps = ({ out }: ShiftModel): number => (out * out <= MOST_CELLS ? out * out : out);

export const totalOf = (model: ShiftModel): number => WALK + compareSteps(model);

/** Where a position stands. */
export interface Moment {
  /** The grid that the last step made. */
  readonly grid: GridId;
  /** Cells of the difference that are known. */
  readonly compared: number;
  readonly corners: number;
}

export function momentAt(model: ShiftModel, position: number): Moment {
  const step = Math.floor(position);
  if (step <= WALK) return { grid: CORNERS[step - 1] ?? 'x', compared: 0, corners: step };
  const steps = compareSteps(model);
  const cells = model.out * model.out;
  const compared = Math.min(cells, Math.round(((step - WALK) * cells) / steps));
  return { grid: 'mismatch', compared, corners: WALK };
}

/** Whether a grid's numbers are there. */
export function isKnown({ corners, compared }: Moment, grid: GridId, index: number): boolean {
  if (grid === 'x') return true;
  if (grid === 'mismatch') return index < compared;
  return CORNERS.indexOf(grid) < corners;
}
