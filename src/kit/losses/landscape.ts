import type { Domain } from '../plot/frame.ts';

/** One weight, or two: the level one first. */
export type Weights = readonly number[];

/** A loss as a function of its weights, with all that the figure says of it. */
export interface Landscape {
  /** A letter for each weight, plain and in TeX. */
  readonly letters: readonly string[];
  readonly tex: readonly string[];
  /** What the level axis shows; of one weight, how high the plot reaches. */
  readonly across: Domain;
  readonly top: number;
  /** Examples whose mean the loss is; 0: it is a formula. */
  readonly examples: number;
  /** @param example that one alone; default: the mean over all */
  loss(at: Weights, example?: number | null): number;
  /** The partial derivatives of that loss. */
  slope(at: Weights, example?: number | null): number[];
  /** The second derivatives, row by row. */
  hessian(at: Weights): number[];
  /** The place to which a ball from `start` should come to rest; a saddle or a hill top where there is none. */
  bottom(start: Weights): Weights;
  /** Loss and partial derivative as arithmetic with numbers, `print` making an operand of each. */
  lossText(at: Weights, print: Print): string;
  slopeText(at: Weights, axis: number, print: Print, example: number | null): string;
  readonly lossTex: string;
  readonly slopeTex: readonly string[];
  /** The loss in Python, of `w` (and of the examples `x`, `t`); its gradient in NumPy. */
  readonly python: { readonly data?: string; readonly loss: string; readonly gradient: string };
}

export type Print = (value: number) => string;

/** The eigenvalues of a symmetric matrix of one or two rows, the largest first. */
export function curvatures(hessian: readonly number[]): readonly number[] {
  const [a = 0, b, , d] = hessian;
  if (b === undefined || d === undefined) return [a];
  const [middle, radius] = [(a + d) / 2, Math.hypot((a - d) / 2, b)];
  return [middle + radius, middle - radius];
}
