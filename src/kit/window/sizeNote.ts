import type { Text } from '../../language/language.ts';
import type { Sides } from '../../tensor/geometry.ts';

/** “5 × 5, padded to 7 × 7”: the size of a square grid, and with its padding, if it has any. */
export function sizeNote(size: number, [top, , bottom]: Sides): Text {
  const shape = (n: number): string => `${n} × ${n}`;
  const padded = shape(size + top + bottom);
  if (top + bottom === 0) return { en: shape(size), zh: shape(size) };
  return { en: `${shape(size)}, padded to ${padded}`, zh: `${shape(size)}，填充后 ${padded}` };
}
