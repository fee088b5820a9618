/**
 * Where one number comes from. Asked for one cell of one result, an explainer answers with the
 * arithmetic that made it: pure, lazy, in the order in which the core's plain loops add.
 */

/** One number that goes into an explanation, and where it stands. */
export interface Factor {
  /** The name of the tensor in its operation: `x`, `w`, `b`, `y`, `dy`, `target` … */
  readonly tensor: string;
  /**
   * Its index in that tensor (NCHW, [co, ci, ky, kx] …). For padding and for inserted zeros the
   * index is that of the place where the cell would stand (it may be negative or past the end).
   */
  readonly index: readonly number[];
  readonly value: number;
  /** `padding`: outside the tensor; `inserted`: a zero that the stride put between two gradients. */
  readonly virtual?: 'padding' | 'inserted';
}

/** One product: `value` = the product of its factors. */
export interface Term {
  readonly factors: readonly Factor[];
  readonly value: number;
}

interface Base {
  /** The cell that is explained. */
  readonly tensor: string;
  readonly index: readonly number[];
  /** The number that the core computes for this cell (the sign of a zero aside). */
  readonly value: number;
  /**
   * Where the intermediate numbers among the factors come from (`max`, `mean`, `p` …): an entry's
   * `tensor` is the name under which its value stands as a factor.
   */
  readonly via?: readonly Explanation[];
}

/** value = Σ terms, left to right. */
export interface SumExplanation extends Base {
  readonly kind: 'sum';
  readonly terms: readonly Term[];
}

/** value = the chosen candidate (max pooling forward). Ties go to the first in scan order. */
export interface ChoiceExplanation extends Base {
  readonly kind: 'choice';
  readonly candidates: readonly Factor[];
  readonly chosen: number;
}

/** value = name(argument), or name'(argument) · upstream (an activation, forward or backward). */
export interface FunctionExplanation extends Base {
  readonly kind: 'function';
  /** The function's name, `relu`, `sigmoid` …; the derivative is written `relu'`. */
  readonly name: string;
  readonly argument: Factor;
  /** name(argument), before the upstream gradient is multiplied on. */
  readonly result: number;
  /** Present in a backward pass: value = result × upstream.value. */
  readonly upstream?: Factor;
}

/** value = numerator / denominator, each a sum of terms (average pooling, softmax, means). */
export interface RatioExplanation extends Base {
  readonly kind: 'ratio';
  readonly numerator: readonly Term[];
  readonly denominator: readonly Term[];
}

export type Explanation = SumExplanation | ChoiceExplanation | FunctionExplanation | RatioExplanation;
