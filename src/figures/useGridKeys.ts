import type { KeyboardEvent } from 'react';
import { opensNumber } from '../formula/typed/plainText.ts';

interface GridKeys {
  readonly rows: number;
  readonly cols: number;
  /** The grid is drawn turned by 180°: an arrow moves the way it points. */
  readonly turned: boolean;
  readonly editable: boolean;
  readonly focus: { readonly row: number; readonly col: number };
  move(row: number, col: number): void;
  /** `text`: the digit that was typed. */
  edit(text?: string): void;
  pin(): void;
}

/** The keys of a grid: arrows, Home, End (with Ctrl: the corners), Enter pins, a digit or F2 edits. */
export function useGridKeys(grid: GridKeys): (event: KeyboardEvent<Element>) => void {
  return (event) => {
    const { rows, cols, focus, turned } = grid;
    const sign = turned ? -1 : 1;
    const go = (row: number, col: number): void => {
      event.preventDefault();
      event.stopPropagation();
      grid.move(Math.min(rows - 1, Math.max(0, row)), Math.min(cols - 1, Math.max(0, col)));
    };
    if (event.altKey || event.metaKey) return;
    switch (event.key) {
      case 'ArrowLeft':
        return go(focus.row, focus.col - sign);
      case 'ArrowRight':
        return go(focus.row, focus.col + sign);
      case 'ArrowUp':
        return go(focus.row - sign, focus.col);
      case 'ArrowDown':
        return go(focus.row + sign, focus.col);
      case 'Home':
        return go(event.ctrlKey ? 0 : focus.row, 0);
      case 'End':
        return go(event.ctrlKey ? rows - 1 : focus.row, cols - 1);
      case 'Enter':
        event.preventDefault();
        event.stopPropagation();
        return grid.pin();
      case 'F2':
        if (grid.editable) grid.edit();
        return;
      default:
        if (grid.editable && !event.ctrlKey && opensNumber(event.key)) {
          event.preventDefault();
          grid.edit(event.key);
        }
    }
  };
}
