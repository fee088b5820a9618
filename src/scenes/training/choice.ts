import type { Choice } from './panels/panel.ts';
import type { TrainingParams } from './parameters.ts';

const CLASSES = 10;

/** What was pressed in the panels, from the parameters that a link holds. */
export const choiceOf = ({
  weight,
  digit,
  cell,
}: Pick<TrainingParams, 'weight' | 'digit' | 'cell'>): Choice => ({
  weight: { param: 0, at: weight },
  cell: cell < 0 ? null : { label: Math.floor(cell / CLASSES), read: cell % CLASSES },
  digit,
});

/** And back. */
export const choiceParams = ({ weight, cell, digit }: Partial<Choice>): Partial<TrainingParams> => ({
  ...(weight && { weight: weight.at }),
  ...(digit !== undefined && { digit }),
  ...(cell !== undefined && { cell: cell ? cell.label * CLASSES + cell.read : -1 }),
});
