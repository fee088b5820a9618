import type { VolumeModel } from './model.ts';

/** Where a position stands: so many channel sums of one output cell are done, then the bias. */
export interface Moment {
  readonly filter: number;
  readonly row: number;
  readonly col: number;
  /** 0 … depth: channel sums; depth + 1: the cell is written. */
  readonly done: number;
}

const perCell = ({ depth }: VolumeModel): number => depth + 1;
const perFilter = (model: VolumeModel): number => model.out ** 2 * perCell(model);

/** The steps of one filter's map. */
export const stepsOfFilter = perFilter;

export const totalOf = (model: VolumeModel): number => model.params.filters * perFilter(model);

/** The last step that has happened decides; at position 0 the first cell waits. */
export function momentAt(model: VolumeModel, position: number): Moment {
  const steps = Math.floor(position);
  const last = Math.max(0, steps - 1);
  const filter = Math.floor(last / perFilter(model));
  const cell = Math.floor((last % perFilter(model)) / perCell(model));
  return {
    filter,
    row: Math.floor(cell / model.out),
    col: cell % model.out,
    done: steps - filter * perFilter(model) - cell * perCell(model),
  };
}

/** The position after `done` steps of a cell. */
export const positionOf = (model: VolumeModel, { filter, row, col, done }: Moment): number =>
  filter * perFilter(model) + (row * model.out + col) * perCell(model) + done;
