import { alphaShown, FUNCTION_NAMES } from '../../kit/activation/functions.ts';
import { OPERATIONS } from '../../kit/operations/table.ts';
import { mostCopied } from '../../kit/operations/windowSizes.ts';
import { cells, choice, flag, real, whole, wholeCell } from '../../playback/parameters/spec.ts';
import type { ParamsOf, Ranges, Values } from '../../playback/parameters/table.ts';
import { shapesOf } from './shapes.ts';
import { reshaped } from './typed.ts';
import { FITS, MODES, REDUCTIONS, SOURCES, UPSTREAMS, WEIGHTS, WORDS } from './words.ts';

const LARGEST = { rows: 16, cols: 24, kernel: 7, padding: 6, poolPadding: 3, dilation: 3 } as const;
/** Numbers stay as small as a link and a finger allow. */
const LIMIT = 1e6;
/** A transposed convolution makes more than it reads. */
const STAMPED = { rows: 8, cols: 12 } as const;
/** Rows and columns, and as many numbers as its output can have: four planes of 50 × 66. */
const MOST = 2 + 4 * 50 * 66;

const names = Object.fromEntries(Object.entries(OPERATIONS).map(([name, { words }]) => [name, words]));

const size = (label: (typeof WORDS)[keyof typeof WORDS], value: number, most: number, least = 1) =>
  whole({ label, default: value, range: [least, most] });
const typed = (label: (typeof WORDS)[keyof typeof WORDS]) => cells({ label, most: MOST, limit: LIMIT });

export const params = {
  op: choice({
    label: WORDS.operation,
    options: names as Record<keyof typeof OPERATIONS, (typeof OPERATIONS)['conv']['words']>,
    default: 'conv',
    look: 'menu',
  }),
  rows: size(WORDS.rows, 5, LARGEST.rows),
  cols: size(WORDS.cols, 5, LARGEST.cols),
  channels: size(WORDS.channels, 1, 4),
  samples: size(WORDS.samples, 2, 3),
  filters: size(WORDS.filters, 1, 4),
  groups: size(WORDS.groups, 1, 4),
  outputs: size(WORDS.outputs, 3, 8),
  fit: choice({ label: WORDS.fit, options: FITS, default: 'own', look: 'menu' }),
  padMode: choice({ label: WORDS.padMode, options: MODES, default: 'zeros', look: 'menu' }),
  top: size(WORDS.top, 0, LARGEST.padding, 0),
  left: size(WORDS.left, 0, LARGEST.padding, 0),
  bottom: size(WORDS.bottom, 0, LARGEST.padding, 0),
  right: size(WORDS.right, 0, LARGEST.padding, 0),
  kernelRows: size(WORDS.kernelRows, 3, LARGEST.kernel),
  kernelCols: size(WORDS.kernelCols, 3, LARGEST.kernel),
  dilationRows: size(WORDS.dilationRows, 1, LARGEST.dilation),
  dilationCols: size(WORDS.dilationCols, 1, LARGEST.dilation),
  strideRows: size(WORDS.strideRows, 1, 4),
  strideCols: size(WORDS.strideCols, 1, 4),
  outputRows: size(WORDS.outputRows, 0, 3, 0),
  outputCols: size(WORDS.outputCols, 0, 3, 0),
  ceil: flag({ label: WORDS.ceil, default: false }),
  countPad: flag({ label: WORDS.countPad, default: true }),
  activation: choice({ label: WORDS.activation, options: FUNCTION_NAMES, default: 'relu', look: 'menu' }),
  alpha: real({ label: WORDS.alpha, default: alphaShown('leakyRelu') ?? 0.1, range: [0, 2], step: 0.05 }),
  rate: real({ label: WORDS.rate, default: 0.5, range: [0, 0.9], step: 0.05 }),
  reduction: choice({ label: WORDS.reduction, options: REDUCTIONS, default: 'mean' }),
  training: flag({ label: WORDS.training, default: true }),
  source: choice({ label: WORDS.source, options: SOURCES, default: 'random', look: 'menu' }),
  weights: choice({ label: WORDS.weights, options: WEIGHTS, default: 'random', look: 'menu' }),
  upstream: choice({ label: WORDS.upstream, options: UPSTREAMS, default: 'random', look: 'menu' }),
  seed: wholeCell({ label: WORDS.seed, default: 1, range: [1, 9999] }),
  /** What the reader typed: rows, columns, then the numbers of one plane after the other; null: as the choices above have it. */
  x: typed(WORDS.x),
  w: typed(WORDS.w),
  b: typed(WORDS.b),
  t: typed(WORDS.t),
  dy: typed(WORDS.dy),
} as const;

export type BenchParams = ParamsOf<typeof params>;

const isPool = ({ op }: BenchParams): boolean => op === 'maxPool' || op === 'avgPool';
const isTransposed = ({ op }: BenchParams): boolean => op === 'transposed';

const AXES = [
  {
    size: 'rows',
    before: 'top',
    after: 'bottom',
    kernel: 'kernelRows',
    dilation: 'dilationRows',
    stride: 'strideRows',
  },
  {
    size: 'cols',
    before: 'left',
    after: 'right',
    kernel: 'kernelCols',
    dilation: 'dilationCols',
    stride: 'strideCols',
  },
] as const;
type Axis = (typeof AXES)[number];

/** The cells that a window may span at most, holes included. */
function roomOf(of: BenchParams, { size: side, before, after }: Axis): number {
  if (isTransposed(of)) return Number.POSITIVE_INFINITY;
  if (isPool(of)) return of[side] + 2 * of[before];
  if (of.fit === 'own') return of[side] + of[before] + of[after];
  // A mirror, or a picture laid beside itself, is no larger than the picture.
  return of.padMode === 'zeros' || of.padMode === 'replicate' ? Number.POSITIVE_INFINITY : of[side];
}

const paddingRange =
  ({ size: side }: Axis) =>
  (of: BenchParams): readonly [number, number] =>
    isPool(of) || isTransposed(of)
      ? [0, LARGEST.poolPadding]
      : [0, Math.min(LARGEST.padding, mostCopied(of.padMode, of[side]))];

/** A window of a pooling is at least twice as wide as the padding; a transposed convolution leaves at least one cell. */
const kernelRange =
  (axis: Axis) =>
  (of: BenchParams): readonly [number, number] => {
    const pads = of[axis.before] + of[axis.after];
    const least = isPool(of) ? 2 * of[axis.before] : isTransposed(of) ? 1 + pads - (of[axis.size] - 1) : 1;
    const most = Math.min(LARGEST.kernel, roomOf(of, axis));
    return [Math.min(most, Math.max(1, least)), most];
  };

const dilationRange =
  (axis: Axis) =>
  (of: BenchParams): readonly [number, number] => {
    const kernel = of[axis.kernel];
    const room = roomOf(of, axis);
    return [
      1,
      kernel > 1 && room !== Number.POSITIVE_INFINITY
        ? Math.floor((room - 1) / (kernel - 1))
        : LARGEST.dilation,
    ];
  };

const outputPadding =
  ({ stride, dilation }: Axis) =>
  (of: BenchParams): readonly [number, number] => [0, Math.max(of[stride], of[dilation]) - 1];

const [ROWS, COLS] = AXES;

export const ranges: Ranges<BenchParams> = {
  rows: (of) => [1, isTransposed(of) ? STAMPED.rows : LARGEST.rows],
  cols: (of) => [1, isTransposed(of) ? STAMPED.cols : LARGEST.cols],
  // One number has no spread.
  samples: ({ op, rows, cols }) => [op === 'batchNorm' && rows * cols === 1 ? 2 : 1, 3],
  top: paddingRange(ROWS),
  bottom: paddingRange(ROWS),
  left: paddingRange(COLS),
  right: paddingRange(COLS),
  kernelRows: kernelRange(ROWS),
  kernelCols: kernelRange(COLS),
  dilationRows: dilationRange(ROWS),
  dilationCols: dilationRange(COLS),
  outputRows: outputPadding(ROWS),
  outputCols: outputPadding(COLS),
};

const divides = (whole: number, part: number): boolean => whole % part === 0;

/** Groups share input channels and filters evenly. */
export const values: Values<BenchParams> = {
  groups: ({ channels, filters }) =>
    [1, 2, 3, 4].filter((groups) => divides(channels, groups) && divides(filters, groups)),
};

/** Typed numbers follow the sizes. */
export function constrain(of: BenchParams): BenchParams {
  const shapes = shapesOf(of);
  const settled = { ...of };
  for (const id of ['x', 'w', 'b', 't', 'dy'] as const) settled[id] = reshaped(of, id, shapes[id]);
  return settled;
}
