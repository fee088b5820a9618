import type { KeyboardEvent } from 'react';

/** Enter and the space bar press what has the focus in a drawing, as they press a button; the figure does not hear of it. */
export const pressKey =
  (press: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    press();
  };
