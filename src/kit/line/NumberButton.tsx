import { memo } from 'react';
import { samePlace } from '../../playback/place.ts';
import { useFigure, useFigureState } from '../scene/context.ts';

export interface NumberButtonProps {
  /** The cell in which the number stands; without `grid` in none. */
  readonly grid: string | null;
  readonly plane: number;
  readonly row: number;
  readonly col: number;
  /** The cell's name: `x₁,₂`. */
  readonly name: string;
  /** The number as the line prints it, in parentheses where it needs them. */
  readonly text: string;
  /** Its role in the symbol table; null: none is shown, it has not happened or is no number of a grid. */
  readonly role: string | null;
  /** A zero of the padding or between two gradients, which no cell holds. */
  readonly isVirtual: boolean;
  /** The position of its step, to which a press leads; null: it has none, and a press pins its cell. */
  readonly position: number | null;
}

/**
 * One number of a line, linked with its cell both ways. Its properties are primitive, so that a step draws the numbers
 * that changed and no others.
 */
export const NumberButton = memo(function NumberButton(props: NumberButtonProps) {
  const { grid, plane, row, col, name, text, role, isVirtual, position } = props;
  const { store } = useFigure();
  const place = grid === null || isVirtual ? null : { grid, plane, row, col };
  const isLit = useFigureState(
    ({ lit, pointed, pinned }) =>
      place !== null && [lit, pointed, pinned].some((one) => samePlace(one, place)),
  );
  const classes = [
    'line-number',
    role === null ? '' : `role-${role}`,
    isVirtual ? 'is-virtual' : '',
    isLit ? 'is-lit' : '',
  ];
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.filter(Boolean).join(' ')}
      aria-label={`${name} = ${text}`}
      onPointerEnter={() => place && store.actions.light(place)}
      onPointerLeave={() => store.actions.light(null)}
      onFocus={(event) => {
        if (place && event.target.matches(':focus-visible')) store.actions.light(place);
      }}
      onBlur={() => store.actions.light(null)}
      onClick={() => {
        if (position !== null) {
          store.actions.setPlaying(false);
          store.actions.seek(position);
        } else if (place) store.actions.pin(place);
      }}
    >
      {text}
    </button>
  );
});
