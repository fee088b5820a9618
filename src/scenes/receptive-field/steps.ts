import type { Range } from './facts.ts';
import type { FieldModel } from './model.ts';

/** Up to this many numbers of paths are counted one a step; more: one layer a step. */
const MOST_CELLS = 170;

/** Where a position stands: going up, the sizes of one layer a step; going down, the paths. */
export interface Moment {
  readonly stage: 'up' | 'down';
  /** Going up: the layer whose sizes were worked out last. Going down: the layer whose paths are counted. */
  readonly layer: number;
  /** Going down: the unit that was counted last. */
  readonly cell: number;
}

/** The units of a layer that the cone holds and that exist. */
export function inside({ cone, counts }: FieldModel, layer: number): Range {
  const [first, last] = cone[layer] as Range;
  return [Math.max(0, first), Math.min((counts[layer] as number) - 1, last)];
}

const widthOf = ([first, last]: Range): number => Math.max(0, last - first + 1);

/** Steps of every layer on the way down, from the one below the top to the pixels. */
function downSteps(model: FieldModel): number[] {
  const widths = model.layers.map((_, i) => widthOf(inside(model, model.layers.length - 1 - i)));
  const all = widths.reduce((sum, width) => sum + width, 0);
  return all <= MOST_CELLS ? widths : widths.map(() => 1);
}

export function stretchesOf(model: FieldModel): { up: number; down: number } {
  return { up: model.layers.length, down: downSteps(model).reduce((sum, steps) => sum + steps, 0) };
}

export const totalOf = (model: FieldModel): number => {
  const { up, down } = stretchesOf(model);
  return up + down;
};

export function momentAt(model: FieldModel, position: number): Moment {
  const step = Math.floor(position);
  const top = model.layers.length;
  if (step <= top) return { stage: 'up', layer: step, cell: 0 };
  let left = step - top;
  const steps = downSteps(model);
  for (const [i, count] of steps.entries()) {
    const layer = top - 1 - i;
    const [first, last] = inside(model, layer);
    if (left <= count) return { stage: 'down', layer, cell: count === 1 ? last : first + left - 1 };
    left -= count;
  }
  return { stage: 'down', layer: 0, cell: inside(model, 0)[1] };
}

/** The position at which all paths of a layer are counted. */
export function positionAfter(model: FieldModel, layer: number): number {
  const top = model.layers.length;
  return downSteps(model)
    .slice(0, top - layer)
    .reduce((sum, steps) => sum + steps, top);
}
