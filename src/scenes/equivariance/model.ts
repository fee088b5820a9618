import { digit } from '../../kit/samples/samples.ts';
import { choice, type ParamSpecs, whole } from '../../playback/params.ts';
import { createRandom } from '../../tensor/random.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';
import { type Comparison, compare } from './compare.ts';
import { apply, KERNELS, type KernelName, type LayerSettings, type Operation } from './layers.ts';
import { type Border, shifted } from './shift.ts';

/** Everything that a reader can set. */
export interface ShiftParams {
  readonly source: 'numbers' | 'digit';
  readonly digit: number;
  readonly seed: number;
  readonly operation: Operation;
  readonly kernel: KernelName;
  readonly stride: '1' | '2' | '3';
  readonly border: Border;
  /** How far the picture is moved. */
  readonly down: number;
  readonly right: number;
}

const SIDES = { numbers: 6, digit: 30 } as const;
const FARTHEST = SIDES.digit / 2;

export const specs: ParamSpecs<ShiftParams> = {
  source: choice('numbers', ['numbers', 'digit']),
  digit: whole(3, 0, 9),
  seed: whole(1, 1, 9999),
  operation: choice<Operation>('conv', ['conv', 'max', 'blur']),
  kernel: choice<KernelName>('edgeX', Object.keys(KERNELS) as KernelName[]),
  stride: choice('1', ['1', '2', '3']),
  border: choice<Border>('zeros', ['zeros', 'circular']),
  down: whole(1, -FARTHEST, FARTHEST),
  right: whole(2, -FARTHEST, FARTHEST),
};

export const farthest = ({ source }: Pick<ShiftParams, 'source'>): number => SIDES[source] / 2;

/** A small picture moves by at most half its side. */
export function constrain(params: ShiftParams): ShiftParams {
  const most = farthest(params);
  const within = (by: number): number => Math.min(most, Math.max(-most, by));
  return { ...params, down: within(params.down), right: within(params.right) };
}

export interface ShiftModel {
  readonly params: ShiftParams;
  readonly settings: LayerSettings;
  readonly side: number;
  readonly out: number;
  /** By how many cells the output is moved: the shift over the stride, rounded down. */
  readonly outShift: readonly [number, number];
  /** The stride divides the shift, so a whole number of output cells belongs to it. */
  readonly fits: boolean;
  readonly x: Tensor;
  readonly shifted: Tensor;
  readonly y: Tensor;
  readonly yshifted: Tensor;
  readonly shiftedy: Tensor;
  readonly mismatch: Tensor;
  readonly comparison: Comparison;
}

/** A small shape that can be told from its mirror images. */
const FIRST = [
  [0, 0, 0, 0, 0, 0],
  [0, 2, 2, 2, 0, 0],
  [0, 2, 1, 0, 1, 0],
  [0, 2, 0, 1, 2, 0],
  [1, 2, 1, 0, 0, 3],
  [0, 0, 1, 0, 1, 1],
];

function inputOf({ source, seed, digit: label }: ShiftParams): number[] {
  const side = SIDES[source];
  if (source === 'digit') {
    const stored = 28;
    const { pixels } = digit(label);
    // One row and column of paper around it: 30 is divided by 2 and by 3.
    return Array.from({ length: side * side }, (_, i) => {
      const [row, col] = [Math.floor(i / side) - 1, (i % side) - 1];
      return row >= 0 && col >= 0 && row < stored && col < stored
        ? (pixels[row * stored + col] as number)
        : 0;
    });
  }
  if (seed === 1) return FIRST.flat();
  const random = createRandom(seed * 131);
  return Array.from({ length: side * side }, () => random.below(4));
}

export function build(params: ShiftParams): ShiftModel {
  const { operation, kernel, border, down, right } = params;
  const stride = Number(params.stride);
  const settings: LayerSettings = { operation, kernel, stride, border };
  const side = SIDES[params.source];
  const square = (size: number, values: ArrayLike<number>): Tensor =>
    tensor([1, 1, size, size], values, 'float64');
  const x = square(side, inputOf(params));
  const moved = square(side, shifted(x.data, side, [down, right], border));
  const y = apply(x, settings);
  const yshifted = apply(moved, settings);
  const out = y.shape[2] as number;
  const outShift = [Math.floor(down / stride), Math.floor(right / stride)] as const;
  const shiftedy = square(out, shifted(y.data, out, outShift, border));
  const mismatch = square(
    out,
    yshifted.data.map((value, i) => value - (shiftedy.data[i] as number)),
  );
  return {
    params,
    settings,
    side,
    out,
    outShift,
    fits: down % stride === 0 && right % stride === 0,
    x,
    shifted: moved,
    y,
    yshifted,
    shiftedy,
    mismatch,
    comparison: compare({ settings, side, shift: [down, right] }, { y, yshifted, mismatch }),
  };
}
