import { WINDOW } from './model.ts';

/** Where things stand in the two drawings: units of a phone's pixels. */
export const WIDTH = 328;
export const HEIGHT = 326;

const NODE = { width: 40, height: 32 } as const;
const PITCH = 50;
const TOP = 28;

const box = (x: number, centre: number) => ({ x, y: centre - NODE.height / 2, ...NODE });

/** A node of the inputs (left), of the outputs (right), of their gradients (far right). */
export const inputBox = (i: number) => box(4, TOP + 14 + i * PITCH);
const outputCentre = (o: number): number => TOP + 14 + (o + (WINDOW - 1) / 2) * PITCH;
export const outputBox = (o: number) => box(228, outputCentre(o));
export const gradientBox = (o: number) => box(284, outputCentre(o));

/** An edge, and the place of its letter: near the output, where no two edges cross. */
export function edgeLine(o: number, i: number) {
  const from = inputBox(i);
  const to = outputBox(o);
  const [x1, y1] = [from.x + from.width, from.y + from.height / 2];
  const [x2, y2] = [to.x, to.y + to.height / 2];
  const near = 1 / WINDOW;
  return { x1, y1, x2, y2, letterX: x2 + (x1 - x2) * near, letterY: y2 + (y1 - y2) * near };
}

const CELL = { width: 37, height: 34 } as const;

/** A cell of the matrix of weights, of the biases beside it, of the rows below. */
export const weightBox = (o: number, i: number) => ({ x: 4 + i * 38, y: TOP + o * 35, ...CELL });
export const biasBox = (o: number) => ({ x: 4 + 6 * 38 + 16, y: TOP + o * 35, ...CELL });
export const SHARED_Y = TOP + 4 * 35 + 38;
export const GRADIENT_Y = SHARED_Y + CELL.height + 34;
export const sharedBox = (u: number, y: number) => ({ x: 4 + u * 38, y, ...CELL });
export const sharedBiasBox = (y: number) => ({ x: 4 + 6 * 38 + 16, y, ...CELL });
