import { strength } from '../../../../kit/colour/valueScale.ts';

/** All cells of one tint, as the path of an SVG in which a cell is a unit wide. */
export interface Tint {
  /** −1 … 1, never 0. */
  readonly strength: number;
  readonly path: string;
}

/** Tints from zero to the strongest. */
const LEVELS = 24;

/** Numbers as tinted cells, row by row: cells of the same tint are one path, neighbours one piece of it. Zero is not drawn. */
export function tintsOf(values: ArrayLike<number>, cols: number, max: number): Tint[] {
  const paths = new Map<number, string>();
  const levelAt = (i: number): number => Math.round(strength(values[i] as number, max) * LEVELS);
  const rows = Math.floor(values.length / cols);
  for (let row = 0; row < rows; row++)
    for (let col = 0, end = 0; col < cols; col = end) {
      const level = levelAt(row * cols + col);
      end = col + 1;
      while (end < cols && levelAt(row * cols + end) === level) end++;
      if (level === 0) continue;
      paths.set(level, `${paths.get(level) ?? ''}M${col} ${row}h${end - col}v1h${col - end}z`);
    }
  return [...paths].map(([level, path]) => ({ strength: level / LEVELS, path }));
}
