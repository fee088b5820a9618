import { averaged } from '../../kit/samples/averaged.ts';
import { digit } from '../../kit/samples/samples.ts';
import { STORED_SIDE } from '../../kit/samples/sources.ts';
import { keepLast } from '../../playback/keepLast.ts';
import { createTrack, type Track } from '../../playback/track.ts';
import { type Conv2dOptions, conv2dBackwardInput } from '../../tensor/conv2d.ts';
import { type ReceptiveField, receptiveFields } from '../../tensor/receptiveField.ts';
import { full, type Tensor, zeros } from '../../tensor/tensor.ts';
import { coneOf } from './cone.ts';
import { type Facts, factsOf, type Range } from './facts.ts';
import { type FieldParams, stackOf, unitCounts } from './parameters.ts';
import type { StackLayer } from './stacks.ts';
import { PASSES } from './words.ts';

export type Pass = 'up' | 'down';

/** A unit of the drawn stack: layer 0 holds the pixels. */
export interface Unit {
  readonly layer: number;
  readonly unit: number;
}

export interface FieldModel {
  readonly params: FieldParams;
  readonly layers: readonly StackLayer[];
  /** Size, jump and start after each layer; the first entry is a pixel. */
  readonly fields: readonly ReceptiveField[];
  /** Units of every layer; the first entry counts the pixels of one row of the picture. */
  readonly counts: readonly number[];
  /** The most of them: the length of a row of `paths` in a grid. */
  readonly cols: number;
  /** One layer along one axis, as the core takes it: a row of ones. */
  readonly rows: readonly { readonly w: Tensor; readonly options: Conv2dOptions }[];
  /** How many paths lead from each unit of each layer to the unit: its gradient, all weights being 1. */
  readonly paths: readonly Tensor[];
  /** The same in two dimensions, for the picture and for the first layer above it. */
  readonly dx: Tensor;
  readonly dFirst: Tensor;
  /** The first layer in two dimensions. */
  readonly plane: { readonly w: Tensor; readonly options: Conv2dOptions };
  /** What the unit can see of every layer. */
  readonly cone: readonly Range[];
  readonly facts: Facts;
  /** A picture to look at, with the field drawn on it. */
  readonly picture: readonly number[];
  /** The unit that each step of the way down counts last. */
  readonly counted: readonly Unit[];
  /** Each of these steps counts one unit; else a whole layer. */
  readonly byUnit: boolean;
  readonly track: Track<Pass>;
}

/** A handwritten digit as a square of `side` pixels. */
const pictureOf = keepLast((side: number) => averaged(digit(3).pixels, STORED_SIDE, side));

/** A path in two dimensions is a path along the rows with one along the columns: the counts multiply. */
function squareOf({ data }: Tensor): Tensor {
  const side = data.length;
  const square = zeros([1, 1, side, side], 'float64');
  for (let row = 0; row < side; row++)
    for (let col = 0; col < side; col++)
      square.data[row * side + col] = (data[row] as number) * (data[col] as number);
  return square;
}

/** Up to this many numbers of paths are counted one a step; more: one layer a step. */
const MOST_CELLS = 170;

/** The units of a layer that the cone holds and that exist. */
export function inside({ cone, counts }: Pick<FieldModel, 'cone' | 'counts'>, layer: number): Range {
  const [first, last] = cone[layer] as Range;
  return [Math.max(0, first), Math.min((counts[layer] as number) - 1, last)];
}

/** What is counted on the way down, from the layer below the top to the pixels. */
function countedUnits(of: Pick<FieldModel, 'cone' | 'counts' | 'layers'>): {
  counted: Unit[];
  byUnit: boolean;
} {
  const rows = of.layers.map((_, i) => {
    const layer = of.layers.length - 1 - i;
    const [first, last] = inside(of, layer);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => ({ layer, unit: first + at }));
  });
  const all = rows.flat();
  if (all.length <= MOST_CELLS) return { counted: all, byUnit: true };
  return { counted: rows.flatMap((row) => row.slice(-1)), byUnit: false };
}

export function build(params: FieldParams): FieldModel {
  const layers = stackOf(params);
  const fields = receptiveFields(layers);
  const counts = unitCounts(params, layers);
  const rows = layers.map(({ kernel, stride, dilation, padding }) => ({
    w: full([1, 1, 1, kernel], 1, 'float64'),
    options: { stride: [1, stride], dilation: [1, dilation], padding: [0, padding] } as const,
  }));
  const top = counts.at(-1) as number;
  const seed = zeros([1, 1, 1, top], 'float64');
  seed.data[params.unit] = 1;
  const paths = [seed];
  for (let l = layers.length - 1; l >= 0; l--) {
    const units = counts[l] as number;
    const row = rows[l] as (typeof rows)[number];
    paths.unshift(conv2dBackwardInput(row.w, paths[0] as Tensor, [1, 1, 1, units], row.options));
  }
  const first = layers[0] as StackLayer;
  const cone = coneOf(layers, layers.length, params.unit);
  const { counted, byUnit } = countedUnits({ cone, counts, layers });
  return {
    params,
    layers,
    fields,
    counts,
    cols: Math.max(...counts),
    rows,
    paths,
    dx: squareOf(paths[0] as Tensor),
    dFirst: squareOf(paths[1] as Tensor),
    plane: {
      w: full([1, 1, first.kernel, first.kernel], 1, 'float64'),
      options: { stride: first.stride, dilation: first.dilation, padding: first.padding },
    },
    cone,
    facts: factsOf(paths[0] as Tensor, cone[0] as Range),
    picture: pictureOf(counts[0] as number),
    counted,
    byUnit,
    track: createTrack<Pass>([
      { id: 'up', cells: layers.length, terms: 1, name: PASSES.up },
      {
        id: 'down',
        cells: counted.length,
        terms: 1,
        name: PASSES.down,
        role: 'gradient',
        direction: 'backward',
      },
    ]),
  };
}
