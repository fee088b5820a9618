import { FIRST_LAYER, type Filter } from '../../kit/digits/firstLayer.ts';
import { activation } from '../../tensor/activations.ts';
import { conv2d } from '../../tensor/conv2d.ts';
import { tensor } from '../../tensor/tensor.ts';

const made = (weights: readonly number[], bias = 0): Filter => ({ weights, bias });

/** Eight kernels of 3 × 3 that people made: edges four ways, their opposites, a spot and a blur. */
const BY_HAND: readonly Filter[] = [
  made([-1, 0, 1, -2, 0, 2, -1, 0, 1]),
  made([-1, -2, -1, 0, 0, 0, 1, 2, 1]),
  made([-2, -1, 0, -1, 0, 1, 0, 1, 2]),
  made([0, 1, 2, -1, 0, 1, -2, -1, 0]),
  made([1, 0, -1, 2, 0, -2, 1, 0, -1]),
  made([1, 2, 1, 0, 0, 0, -1, -2, -1]),
  made([0, -1, 0, -1, 4, -1, 0, -1, 0]),
  made([1, 1, 1, 1, 1, 1, 1, 1, 1]),
];

/** Ink above paper: the filter that the chapter works out by hand. */
const SMALL: readonly Filter[] = [made([2, 1, -1, -2], -1)];
/** Each pixel against its neighbour on the right, and against the one below. */
const EDGES: readonly Filter[] = [made([-1, 1, 0, 0]), made([-1, 0, 1, 0])];
/** An upright edge at the lower left and a level one at the upper right. */
const CORNER: readonly Filter[] = [made([0, 0, 1, 0, 0, 1, 0, 0], -1)];

/** Dark, except for its lower right quarter. */
const QUARTER = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1] as const;

/** What the first layer finds in the picture with the corner: two maps of 3 × 3. */
function edgeMaps(): number[] {
  const x = tensor([1, 1, 4, 4], QUARTER, 'float64');
  const w = tensor(
    [2, 1, 2, 2],
    EDGES.flatMap(({ weights }) => weights),
    'float64',
  );
  return Array.from(activation('relu', conv2d(x, w)).data);
}

/** A layer that the figure can show. */
export interface Case {
  readonly filters: readonly Filter[];
  /** The side of its kernels and of its input. */
  readonly kernel: number;
  readonly side: number;
  /** Input maps. */
  readonly maps: number;
  readonly padding: number;
  /** The number that is taken apart first. */
  readonly at: { readonly filter: number; readonly row: number; readonly col: number };
  /** Its input; undefined: the digit. */
  readonly input?: readonly number[];
}

const at = (filter: number, row: number, col: number): Case['at'] => ({ filter, row, col });

/** MNIST digits are 28 × 28. */
const DIGIT = { side: 28, maps: 1 } as const;
const TWO_BY_TWO = { kernel: 2, padding: 0 } as const;

const CASES = {
  trained: { ...DIGIT, filters: FIRST_LAYER, kernel: 5, padding: 2, at: at(3, 8, 16) },
  byHand: { ...DIGIT, filters: BY_HAND, kernel: 3, padding: 1, at: at(1, 8, 16) },
  small: { ...TWO_BY_TWO, filters: SMALL, side: 2, maps: 1, at: at(0, 0, 0), input: [1, 1, 0, 0] },
  edges: { ...TWO_BY_TWO, filters: EDGES, side: 4, maps: 1, at: at(0, 2, 1), input: QUARTER },
  corner: { ...TWO_BY_TWO, filters: CORNER, side: 3, maps: 2, at: at(0, 1, 1), input: edgeMaps() },
} as const satisfies Record<string, Case>;

export type CaseName = keyof typeof CASES;

export const caseOf = (name: CaseName): Case => CASES[name];
