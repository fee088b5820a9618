/** Where the focus stands in a grid. */
export interface Focus {
  readonly plane: number;
  readonly row: number;
  readonly col: number;
}

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

interface Shape {
  readonly rows: number;
  readonly cols: number;
  readonly planes: number;
  /** Drawn turned by 180°: an arrow moves the way it points. */
  readonly turned: boolean;
  /** The cells of a row are drawn one below the other. */
  readonly upright?: boolean;
  readonly editable: boolean;
}

/** What a key means in a grid. */
export type GridAction =
  | { readonly kind: 'move'; readonly to: Focus }
  | { readonly kind: 'pin' }
  | { readonly kind: 'unpin' }
  | { readonly kind: 'edit'; readonly text: string | null };

/**
 * Arrows move, Home and End go to the ends of a row (with Ctrl: of the grid), Enter pins, Escape unpins, a digit or F2
 * edits. Down from the last row of a plane goes on in the next plane.
 */
export function actionOf(press: KeyPress, focus: Focus, shape: Shape): GridAction | null {
  if (press.altKey || press.metaKey) return null;
  const { rows, cols, planes, turned, upright = false, editable } = shape;
  const sign = turned ? -1 : 1;
  const within = (n: number, count: number): number => Math.min(count - 1, Math.max(0, n));
  const down = (by: number): GridAction => {
    const row = focus.row + by;
    const next = focus.plane + Math.sign(by) * sign;
    if (row >= 0 && row < rows) return { kind: 'move', to: { ...focus, row } };
    if (next < 0 || next >= planes) return { kind: 'move', to: focus };
    return { kind: 'move', to: { ...focus, plane: next, row: row < 0 ? rows - 1 : 0 } };
  };
  const across = (col: number): GridAction => ({ kind: 'move', to: { ...focus, col: within(col, cols) } });
  switch (press.key) {
    case 'ArrowLeft':
      return across(focus.col - sign);
    case 'ArrowRight':
      return across(focus.col + sign);
    case 'ArrowUp':
      return upright ? across(focus.col - sign) : down(-sign);
    case 'ArrowDown':
      return upright ? across(focus.col + sign) : down(sign);
    case 'Home':
      return press.ctrlKey ? { kind: 'move', to: { plane: 0, row: 0, col: 0 } } : across(0);
    case 'End':
      return press.ctrlKey
        ? { kind: 'move', to: { plane: planes - 1, row: rows - 1, col: cols - 1 } }
        : across(cols - 1);
    case 'Enter':
      return { kind: 'pin' };
    case 'Escape':
      return { kind: 'unpin' };
    case 'F2':
      return editable ? { kind: 'edit', text: null } : null;
    default:
      return editable && !press.ctrlKey && /^[-−+0-9.,]$/.test(press.key)
        ? { kind: 'edit', text: press.key }
        : null;
  }
}
