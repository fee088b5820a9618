/** Typed numbers on a square of another size: rows and columns keep their places, new cells are 0. */
export function resizeSquare(values: readonly number[], side: number): number[] {
  const from = Math.round(Math.sqrt(values.length));
  return Array.from({ length: side * side }, (_, i) => {
    const row = Math.floor(i / side);
    const col = i % side;
    return row < from && col < from ? (values[row * from + col] ?? 0) : 0;
  });
}

/** The numbers with one of them changed. */
export function edited(values: ArrayLike<number>, index: number, value: number): number[] {
  const changed = Array.from(values);
  changed[index] = value;
  return changed;
}

/** Planes of side × side numbers, counted by two axes, the inner one fastest. */
export interface Planes {
  readonly outer: number;
  readonly inner: number;
  readonly side: number;
}

interface PlaneChange {
  /** The outer axis is what changed; default: the inner one. */
  readonly isOuter?: boolean;
  /** A plane on another side. */
  resize(values: readonly number[], side: number): readonly number[];
  /** The numbers of a plane that is new. */
  fresh(outer: number, inner: number): readonly number[];
}

/**
 * Typed numbers on planes of other sizes, of which at most one has changed. What they were follows from how many there
 * are: 1, 2 or 3 planes never have as many numbers as another count of planes of another side.
 */
export function resizePlanes(values: readonly number[], to: Planes, change: PlaneChange): number[] {
  const { outer, inner, side } = to;
  const count = values.length;
  if (count === outer * inner * side * side) return [...values];
  const from = planesOf(count, to, change.isOuter ?? false);
  const area = from.side * from.side;
  return Array.from({ length: outer * inner }, (_, plane) => {
    const [o, i] = [Math.floor(plane / inner), plane % inner];
    if (o >= from.outer || i >= from.inner) return change.fresh(o, i);
    const first = (o * from.inner + i) * area;
    return change.resize(values.slice(first, first + area), side);
  }).flat();
}

function planesOf(count: number, { outer, inner, side }: Planes, isOuter: boolean): Planes {
  const sideBefore = Math.sqrt(count / (outer * inner));
  if (Number.isInteger(sideBefore)) return { outer, inner, side: sideBefore };
  const planes = count / (side * side * (isOuter ? inner : outer));
  if (Number.isInteger(planes))
    return isOuter ? { outer: planes, inner, side } : { outer, inner: planes, side };
  // A list of no such shape, as a link may bring it: as much of one plane as there is.
  return { outer: 1, inner: 1, side: Math.max(1, Math.round(Math.sqrt(count))) };
}
