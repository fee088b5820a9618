import type { GivenId } from '../../kit/operations/operation.ts';
import { createRandom, mixSeeds } from '../../tensor/random.ts';
import type { Shape } from '../../tensor/tensor.ts';
import type { BenchParams } from './parameters.ts';
import { planesOf } from './shapes.ts';

/** The numbers that a cell of each tensor is drawn from; a place keeps its number when a size changes. */
const DIGITS = [0, 1, 2, 3, 4] as const;
const SIGNED = [-3, -2, -1, 0, 1, 2, 3, 4] as const;
const NOT_ZERO = [-3, -2, -1, 1, 2, 3, 4] as const;
const SMALL = [-2, -1, 0, 1, 2] as const;
const POSITIVE = [1, 2, 3] as const;

const SALT: Readonly<Record<GivenId, number>> = { x: 1, w: 2, b: 3, t: 4, dy: 5 };

/** One period of a tone, eight samples. */
const WAVE = [0, 3, 4, 3, 0, -3, -4, -3] as const;
/** What an edge is high. */
const HIGH = 9;

/** The number that stands at a place before the reader types one. */
export function freshNumber(
  params: BenchParams,
  id: GivenId,
  shape: Shape,
  plane: number,
  row: number,
  col: number,
): number {
  const drawn = (from: readonly number[]): number => {
    const random = createRandom(mixSeeds(params.seed * 8 + SALT[id], (plane * 64 + row) * 64 + col));
    return from[random.below(from.length)] as number;
  };
  const { rows, cols } = planesOf(shape);
  const isMiddle = row === Math.floor((rows - 1) / 2) && col === Math.floor((cols - 1) / 2);
  switch (id) {
    case 'x':
      return inputNumber(params, { rows, cols, row, col, isMiddle }, drawn);
    case 'w':
      return params.op === 'batchNorm'
        ? drawn(POSITIVE)
        : weight(params, shape, plane, { row, col, isMiddle }, drawn);
    case 'b':
      return params.weights === 'random' ? drawn(SMALL) : 0;
    case 't':
      return params.op === 'crossEntropy' ? rightClass(params, row, col, cols) : drawn(SIGNED);
    case 'dy':
      if (shape.length === 0) return 1;
      return params.upstream === 'ones'
        ? 1
        : params.upstream === 'impulse'
          ? Number(isMiddle)
          : drawn(NOT_ZERO);
  }
}

interface Spot {
  readonly row: number;
  readonly col: number;
  /** The cell in the middle, or the last before it. */
  readonly isMiddle: boolean;
}

/** Pixels are counts; what comes out of a layer has signs. */
const isPicture = ({ op }: BenchParams): boolean =>
  op === 'conv' || op === 'transposed' || op === 'maxPool' || op === 'avgPool';

type Drawn = (from: readonly number[]) => number;

function inputNumber(
  params: BenchParams,
  { row, col, cols, isMiddle }: Spot & { readonly rows: number; readonly cols: number },
  drawn: Drawn,
): number {
  switch (params.source) {
    case 'ramp':
      return row + col;
    case 'wave':
      return WAVE[col % WAVE.length] as number;
    case 'impulse':
      return Number(isMiddle);
    case 'edge':
      return col < Math.ceil(cols / 2) ? 0 : HIGH;
    case 'ones':
      return 1;
    case 'photo':
    case 'digit':
    case 'own':
      return 0;
    default:
      return drawn(isPicture(params) ? DIGITS : SIGNED);
  }
}

function weight(
  params: BenchParams,
  shape: Shape,
  plane: number,
  { row, col, isMiddle }: Spot,
  drawn: Drawn,
): number {
  const { rows, cols } = planesOf(shape);
  const depth = shape[1] as number;
  switch (params.weights) {
    case 'ones':
      return 1;
    case 'mean':
      return 1 / (params.op === 'conv' ? depth * rows * cols : rows * cols);
    case 'identity': {
      // A dense layer keeps number i; a filter its own channel, in the middle.
      if (shape.length === 2) return Number(row === col);
      const [outer, inner] = [Math.floor(plane / depth), plane % depth];
      return Number(isMiddle && outer % depth === inner);
    }
    case 'difference':
      return cols > 1
        ? Number(col === cols - 1) - Number(col === 0)
        : Number(row === rows - 1 && rows > 1) - Number(row === 0 && rows > 1);
    default:
      return drawn(NOT_ZERO);
  }
}

/** One class of each sample is right. */
function rightClass({ seed }: BenchParams, row: number, col: number, cols: number): number {
  return Number(createRandom(mixSeeds(seed * 8 + SALT.t, row)).below(cols) === col);
}
