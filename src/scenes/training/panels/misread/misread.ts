import type { Readings } from '../../../../worker/readings.ts';
import type { Choice } from '../panel.ts';

/** A test digit that was read as something. */
export interface ReadDigit {
  /** Its place in the test set. */
  readonly place: number;
  readonly label: number;
  readonly read: number;
  /** The probability of what was read. */
  readonly sure: number;
}

/** All that are misread, or those of one cell of the confusion matrix (the right ones too), the surest first. */
export function digitsToShow({ labels, read, sure }: Readings, cell: Choice['cell']): ReadDigit[] {
  const shown: ReadDigit[] = [];
  labels.forEach((label, place) => {
    const is = read[place] as number;
    if (cell ? label === cell.label && is === cell.read : label !== is)
      shown.push({ place, label, read: is, sure: sure[place] as number });
  });
  return shown.sort((a, b) => b.sure - a.sure || a.place - b.place);
}
