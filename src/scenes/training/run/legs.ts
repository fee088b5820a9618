/** Test digits that are read on the way; at the end of a run it is all of them. */
export const READ_ON_THE_WAY = 1000;

const FIRST = [0, 20, 50, 100, 200, 300, 400, 500];
const THEN = 250;

/** The next step after `step` at which the test digits are read: close together while much changes, so that it takes little of the time. */
export const nextDue = (step: number): number =>
  FIRST.find((due) => due > step) ?? (Math.floor(step / THEN) + 1) * THEN;

/** Whether the test digits are read there. */
export const isDue = (step: number): boolean => step === 0 || nextDue(step - 1) === step;
