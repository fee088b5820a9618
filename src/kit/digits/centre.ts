/** The side of an MNIST picture, and of the box that its digit fills. */
export const SIDE = 28;
const BOX = 20;
/** Fainter than this is paper. */
const PAPER = 0.05;
/** Places across and down at which a pixel of the result looks at the drawing. */
const SAMPLES = 4;

/**
 * Where the centre of mass comes to lie, across and down: between the 14th and the 15th pixel, as in the digits of MNIST
 * themselves (2,000 of its test set: half a pixel around 14.5).
 */
const CENTRE = 14.5;

/** How a drawing becomes a picture: its point `from` goes to the point `to`, in pixels of each, and all else scaled around it. */
export interface Placing {
  readonly from: readonly [x: number, y: number];
  readonly to: number;
  readonly scale: number;
}

/** A drawing without ink has no place. */
const NOWHERE: Placing = { from: [0, 0], to: 0, scale: 1 };

/**
 * Where MNIST puts a digit: its bounding box is scaled, with its proportions, to 20 pixels, and its centre of mass comes
 * to the middle of 28 × 28 (LeCun, Cortes & Burges, the MNIST database).
 *
 * @param ink side × side numbers from 0 to 1
 */
export function mnistPlacing(ink: ArrayLike<number>, side: number): Placing {
  let [left, right, top, bottom] = [side, -1, side, -1];
  let [mass, x, y] = [0, 0, 0];
  for (let i = 0; i < side * side; i++) {
    const value = ink[i] as number;
    if (value <= PAPER) continue;
    const [row, col] = [Math.floor(i / side), i % side];
    [left, right] = [Math.min(left, col), Math.max(right, col)];
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
    mass += value;
    x += value * (col + 0.5);
    y += value * (row + 0.5);
  }
  if (mass === 0) return NOWHERE;
  return {
    from: [x / mass, y / mass],
    to: CENTRE,
    scale: BOX / Math.max(right - left + 1, bottom - top + 1),
  };
}

/** The drawing as it lies, only made smaller. */
export const plainPlacing = (side: number): Placing => ({
  from: [side / 2, side / 2],
  to: SIDE / 2,
  scale: SIDE / side,
});

/**
 * A drawing as a picture of 28 × 28 bytes, 255 where there is full ink.
 *
 * @param ink side × side numbers from 0 to 1
 */
export function pictureOf(ink: ArrayLike<number>, side: number, { from, to, scale }: Placing): Uint8Array {
  const at = (x: number, y: number): number => {
    const [col, row] = [Math.floor(x), Math.floor(y)];
    return col >= 0 && col < side && row >= 0 && row < side ? (ink[row * side + col] as number) : 0;
  };
  return Uint8Array.from({ length: SIDE * SIDE }, (_, i) => {
    const [row, col] = [Math.floor(i / SIDE), i % SIDE];
    let sum = 0;
    for (let v = 0; v < SAMPLES; v++)
      for (let u = 0; u < SAMPLES; u++) {
        const x = from[0] + (col + (u + 0.5) / SAMPLES - to) / scale;
        const y = from[1] + (row + (v + 0.5) / SAMPLES - to) / scale;
        sum += at(x, y);
      }
    return Math.round((255 * sum) / SAMPLES ** 2);
  });
}
