import { square } from '../../kit/convolution/layer.ts';
import { digit } from '../../kit/samples/samples.ts';
import { createTrack, type Track } from '../../playback/track.ts';
import { createRandom } from '../../tensor/random.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { type Comparison, compare } from './compare.ts';
import { apply, type LayerSettings, weightsOf } from './layers.ts';
import { type ShiftParams, SIDES } from './parameters.ts';
import { shifted } from './shift.ts';
import { STRETCHES } from './words.ts';

export type GridId = 'x' | 'shifted' | 'y' | 'yshifted' | 'shiftedy' | 'mismatch';
export type StretchId = 'walk' | 'compare';

/** The corners of the square in the order of the walk; the difference comes after them, bit by bit. */
export const CORNERS = ['shifted', 'y', 'yshifted', 'shiftedy'] as const;

/** Up to this many cells are compared one a step; more: a row a step. */
const MOST_CELLS = 100;

/** All tensors of the figure, [1, 1, side, side] in float64: what the core computes for the parameters. */
export interface ShiftModel extends Readonly<Record<GridId, Tensor>> {
  readonly params: ShiftParams;
  readonly settings: LayerSettings;
  /** The kernel of the layer; a maximum has none. */
  readonly w: Tensor | null;
  readonly side: number;
  readonly out: number;
  /** By how many cells the output is moved: the shift over the stride, rounded down. */
  readonly outShift: readonly [number, number];
  /** The stride divides the shift, so a whole number of output cells belongs to it. */
  readonly fits: boolean;
  readonly comparison: Comparison;
  readonly track: Track<StretchId>;
}

/** A small shape that can be told from its mirror images. */
// biome-ignore format: six rows
const FIRST = [
  0, 0, 0, 0, 0, 0,
  0, 2, 2, 2, 0, 0,
  0, 2, 1, 0, 1, 0,
  0, 2, 0, 1, 2, 0,
  1, 2, 1, 0, 0, 3,
  0, 0, 1, 0, 1, 1,
] as const;

function inputOf({ source, seed, digit: label }: ShiftParams): readonly number[] {
  const side = SIDES[source];
  if (source === 'digit') {
    const stored = 28;
    const { pixels } = digit(label);
    // One row and column of paper around it.
    return Array.from({ length: side * side }, (_, i) => {
      const [row, col] = [Math.floor(i / side) - 1, (i % side) - 1];
      const inside = row >= 0 && col >= 0 && row < stored && col < stored;
      return inside ? (pixels[row * stored + col] as number) : 0;
    });
  }
  if (seed === 1) return FIRST;
  const random = createRandom(seed * 131);
  return Array.from({ length: side * side }, () => random.below(4));
}

/** The layer and the shift in both orders, and how far the results agree. */
export function build(params: ShiftParams): ShiftModel {
  const { operation, kernel, border, down, right } = params;
  const stride = Number(params.stride);
  const settings: LayerSettings = { operation, kernel, stride, border };
  const side = SIDES[params.source];
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
    ...{ params, settings, side, out, outShift, x, y, yshifted, shiftedy, mismatch },
    w: weightsOf(settings),
    shifted: moved,
    fits: down % stride === 0 && right % stride === 0,
    comparison: compare({ settings, side, shift: [down, right] }, { y, yshifted, mismatch }),
    track: createTrack([
      { id: 'walk', cells: CORNERS.length, terms: 1, name: STRETCHES.walk, role: 'input' },
      { id: 'compare', cells: out * out <= MOST_CELLS ? out * out : out, terms: 1, name: STRETCHES.compare },
    ]),
  };
}

/** The side of a grid of the square. */
export const sideOf = ({ side, out }: ShiftModel, grid: GridId): number =>
  grid === 'x' || grid === 'shifted' ? side : out;
