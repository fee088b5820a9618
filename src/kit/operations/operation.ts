import type { Explanation, Factor, Term } from '../../explain/explanation.ts';
import type { Text } from '../../language/language.ts';
import type { ActivationName } from '../../tensor/activations.ts';
import type { PadMode } from '../../tensor/geometry.ts';
import type { Shape, Tensor } from '../../tensor/tensor.ts';

/**
 * The grids of one operation: what goes in (`x`, `w`, `b`, `t`: a second input or a target), what comes out (`y`), what it
 * meets on the way (`p`: probabilities, `mask`), and the gradients.
 */
export type GridId = 'x' | 'w' | 'b' | 't' | 'y' | 'p' | 'mask' | 'dy' | 'dx' | 'dw' | 'db' | 'dt';
/** What a reader gives: numbers of these grids can be typed. */
export type GivenId = 'x' | 'w' | 'b' | 't' | 'dy';
/** What an operation makes, there and back: a pass each. */
export type PassId = 'y' | 'dx' | 'dw' | 'db' | 'dt';

export type Tensors = Readonly<Partial<Record<GridId, Tensor>>>;

/** Every setting that some operation has. Sizes in cells; padding top, left, bottom, right. */
export interface Settings {
  readonly rows: number;
  readonly cols: number;
  readonly channels: number;
  readonly samples: number;
  readonly filters: number;
  readonly groups: number;
  readonly outputs: number;
  readonly kernelRows: number;
  readonly kernelCols: number;
  readonly strideRows: number;
  readonly strideCols: number;
  readonly dilationRows: number;
  readonly dilationCols: number;
  readonly fit: 'own' | 'same' | 'full' | 'causal';
  readonly padMode: PadMode;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly outputRows: number;
  readonly outputCols: number;
  readonly ceil: boolean;
  readonly countPad: boolean;
  readonly activation: ActivationName;
  readonly alpha: number;
  readonly rate: number;
  readonly reduction: 'mean' | 'sum' | 'none';
  readonly training: boolean;
  readonly seed: number;
}

/** One way through an operation: the grid that is made, and what stands on the stage while it is. */
export interface Pass {
  readonly id: PassId;
  /** From left to right; those of one column below each other. A gradient stands in the place of its tensor. */
  readonly columns: readonly (readonly GridId[])[];
  /** Terms of each cell, where every product is a step; `whole`: a cell is one step. */
  readonly terms: number | readonly number[] | 'whole';
  /** The rule with symbols, in TeX. */
  readonly tex: string;
}

/** A block of one plane of x that a cell of y was made from. */
export interface Window {
  readonly plane: number;
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
}

/** One operation run forwards and backwards, with an answer for every cell of what it made. */
export interface Operation {
  readonly tensors: Tensors;
  readonly passes: readonly Pass[];
  /** Where a cell of a grid that is made comes from; its tensors are called by the ids of the grids. */
  explain(id: GridId, index: readonly number[]): Explanation;
  /** The same gradient in its other form, where it has one. */
  otherWay?(id: GridId, index: readonly number[]): Explanation | null;
  /** y with some of the given numbers replaced; nothing else is computed. */
  forward(given: Tensors): Tensor;
  /** Cells of an input at which the operation has a kink: there is no slope. */
  isKink?(id: GivenId, index: number): boolean;
  /** Padding that is drawn around x: top, left, bottom, right; and the number that it counts as. */
  readonly padding?: readonly [number, number, number, number];
  readonly paddingValue?: number | null;
  windowsOf?(index: readonly number[]): readonly Window[];
  /** How many windows read each cell of x. */
  readonly reads?: ArrayLike<number>;
  /** Parameters to learn, and multiply-adds of one pass forwards. */
  readonly counts?: { readonly parameters: number; readonly multiplyAdds: number };
  /** How the sizes along rows and columns come about, in TeX. */
  readonly sizes?: readonly [rows: string, cols: string];
  /** Trailing rows and columns that no window reads. */
  readonly unread?: readonly [number, number];
}

/** The shapes of what is given, and of y. */
export type Shapes = Readonly<Record<'x' | 'y', Shape> & Partial<Record<'w' | 'b' | 't', Shape>>>;

/** Code that prints y and the gradients; what is given stands before it under the names of the grids. */
export interface OperationCode {
  /** An expression of y in PyTorch. */
  torch(settings: Settings, tensors: Tensors): string;
  /** Lines that bring y, dx, dw, … about in NumPy. */
  numpy(settings: Settings, tensors: Tensors): string;
}

/** What an operation is, before it has numbers. */
export interface OperationSpec extends OperationCode {
  readonly words: Text;
  /** Letters of its grids in the table of symbols, where they are not those of the ids. */
  readonly symbols?: Readonly<Partial<Record<GridId, string>>>;
  readonly names?: Readonly<Partial<Record<GridId, Text>>>;
  /** The input is a matrix of samples × numbers, not planes. */
  readonly isMatrix?: boolean;
  shapes(settings: Settings): Shapes;
  /** @param given of the shapes above @param upstream the gradient of y */
  build(settings: Settings, given: Tensors, upstream: Tensor): Operation;
}

/** A tensor that the operation is sure to have. */
export function need(tensors: Tensors, id: GridId): Tensor {
  const found = tensors[id];
  if (!found) throw new Error(`the operation has no tensor “${id}”`);
  return found;
}

/** The same explanation with its tensors called by the ids of the grids. */
export function renamed<E extends Explanation>(of: E, names: Readonly<Record<string, GridId>>): E {
  const name = (tensor: string): string =>
    Object.hasOwn(names, tensor) ? (names[tensor] as string) : tensor;
  const factor = (one: Factor): Factor => ({ ...one, tensor: name(one.tensor) });
  const terms = (all: readonly Term[]): Term[] =>
    all.map(({ factors, value }) => ({ factors: factors.map(factor), value }));
  const common = {
    tensor: name(of.tensor),
    ...(of.via && { via: of.via.map((one) => renamed(one, names)) }),
  };
  switch (of.kind) {
    case 'sum':
      return { ...of, ...common, terms: terms(of.terms) };
    case 'choice':
      return { ...of, ...common, candidates: of.candidates.map(factor) };
    case 'function':
      return {
        ...of,
        ...common,
        argument: factor(of.argument),
        ...(of.upstream && { upstream: factor(of.upstream) }),
      };
    default:
      return { ...of, ...common, numerator: terms(of.numerator), denominator: terms(of.denominator) };
  }
}
