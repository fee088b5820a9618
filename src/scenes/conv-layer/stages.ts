/**
 * The stretches of the bar: one number of the layer, product by product; the rest of its map, row by row;
 * the other maps, each first as sums and then bent.
 */
export type StageId = 'cell' | 'map' | 'maps';

export interface Stage {
  readonly id: StageId;
  readonly start: number;
  readonly steps: number;
}

/** One number takes its products, the bias and the activation. */
export const cellSteps = (k: number): number => k * k + 2;

export function stagesOf(k: number, out: number, filters: number): Stage[] {
  const lengths: [StageId, number][] = [
    ['cell', cellSteps(k)],
    ['map', out],
    ['maps', 2 * (filters - 1)],
  ];
  let start = 0;
  return lengths
    .filter(([, steps]) => steps > 0)
    .map(([id, steps]) => {
      const stage = { id, start, steps };
      start += steps;
      return stage;
    });
}

export const totalOf = (stages: readonly Stage[]): number =>
  stages.reduce((total, { steps }) => total + steps, 0);

/** Where a position stands: after `done` steps of a stage. */
export interface Moment {
  readonly stage: Stage;
  readonly done: number;
}

/** The last step that has happened decides. */
export function momentAt(stages: readonly Stage[], position: number): Moment {
  const steps = Math.floor(position);
  const stage = stages.findLast(({ start }) => start <= Math.max(0, steps - 1)) as Stage;
  return { stage, done: steps - stage.start };
}

export function positionOf(stages: readonly Stage[], id: StageId, done: number): number {
  const stage = stages.find((candidate) => candidate.id === id) ?? (stages.at(-1) as Stage);
  return stage.start + Math.min(done, stage.steps);
}
