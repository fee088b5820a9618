/** One cell of one grid of a figure. Planes (channels, filters × channels) are counted from 0. */
export interface Place<Grid extends string = string> {
  readonly grid: Grid;
  readonly plane: number;
  readonly row: number;
  readonly col: number;
}

/** A cell of a grid; of one with a single row or plane, by the rest. */
export const placeAt = (grid: string, row = 0, col = 0, plane = 0): Place => ({ grid, plane, row, col });

/** The shape of a grid, as far as a place in it has to be checked. */
export interface GridShape {
  readonly id: string;
  readonly rows: number;
  readonly cols: number;
  /** Cells of each row, where rows differ; default: `cols`, which is the most that one has. */
  readonly widths?: readonly number[] | undefined;
  /** Default: 1. */
  readonly planes?: number | undefined;
  /** False: its cells are only looked at. */
  readonly pinnable?: boolean | undefined;
}

export const samePlace = (a: Place | null, b: Place | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.grid === b.grid &&
    a.plane === b.plane &&
    a.row === b.row &&
    a.col === b.col);

/** Whether one of the grids has that place, and it can be pinned. */
export function isPlaceOf(grids: readonly GridShape[], place: Place): boolean {
  const grid = grids.find(({ id }) => id === place.grid);
  const within = (n: number, count: number): boolean => Number.isInteger(n) && n >= 0 && n < count;
  return (
    grid !== undefined &&
    grid.pinnable !== false &&
    within(place.plane, grid.planes ?? 1) &&
    within(place.row, grid.rows) &&
    within(place.col, grid.widths?.[place.row] ?? grid.cols)
  );
}

/** A place in a link: `x,2,3`, with its plane where there are several: `w,5,0,1`. */
export function formatPlace(grids: readonly GridShape[], place: Place): string {
  const several = (grids.find(({ id }) => id === place.grid)?.planes ?? 1) > 1;
  return [place.grid, ...(several ? [place.plane] : []), place.row, place.col].join(',');
}

/** Reads a place of a link, whether or not there is one of that name; undefined when it is none. Never throws. */
export function readPlace(text: string): Place | undefined {
  const match = /^(\w{1,20})((?:,\d{1,4}){2,3})$/.exec(text);
  if (!match) return undefined;
  const numbers = (match[2] as string).slice(1).split(',').map(Number);
  const [plane, row, col] = (numbers.length === 3 ? numbers : [0, ...numbers]) as [number, number, number];
  return { grid: match[1] as string, plane, row, col };
}

/** Reads a place of a link; undefined when it names no cell of these grids. Never throws. */
export function parsePlace(grids: readonly GridShape[], text: string): Place | undefined {
  const place = readPlace(text);
  return place && isPlaceOf(grids, place) ? place : undefined;
}
