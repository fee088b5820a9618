import { digit } from '../../kit/samples/samples.ts';
import { choice, numbers, type ParamSpecs, whole } from '../../playback/params.ts';
import { type Conv2dOptions, conv2dBackwardInput } from '../../tensor/conv2d.ts';
import { outputSize } from '../../tensor/geometry.ts';
import { type ReceptiveField, receptiveFields } from '../../tensor/receptiveField.ts';
import { full, type Tensor, zeros } from '../../tensor/tensor.ts';
import { type Facts, factsOf, type Range } from './facts.ts';
import {
  LARGEST,
  layersOf,
  listsOf,
  MOST_LAYERS,
  PRESETS,
  type Preset,
  STACKS,
  type StackLayer,
} from './stacks.ts';

export const STACK_CHOICES = [...PRESETS, 'own'] as const;
export type StackChoice = (typeof STACK_CHOICES)[number];

/** Everything that a reader can set. The four lists hold one number a layer; null: as the preset has it. */
export interface FieldParams {
  readonly stack: StackChoice;
  readonly kernels: readonly number[] | null;
  readonly strides: readonly number[] | null;
  readonly dilations: readonly number[] | null;
  readonly paddings: readonly number[] | null;
  /** The layer whose sizes the sliders show, from 1. */
  readonly layer: number;
  /** The unit of the top layer whose paths are counted. */
  readonly unit: number;
}

const MOST_UNITS = 400;

export const specs: ParamSpecs<FieldParams> = {
  stack: choice<StackChoice>('three', STACK_CHOICES),
  kernels: numbers(MOST_LAYERS, LARGEST.kernel),
  strides: numbers(MOST_LAYERS, LARGEST.stride),
  dilations: numbers(MOST_LAYERS, LARGEST.dilation),
  paddings: numbers(MOST_LAYERS, LARGEST.dilation * LARGEST.kernel),
  layer: whole(1, 1, 18),
  unit: whole(4, 0, MOST_UNITS),
};

/** The layers that the parameters mean, from the pixels upwards. */
export function stackOf(params: FieldParams): readonly StackLayer[] {
  const { stack, kernels, strides, dilations, paddings } = params;
  if (stack !== 'own') return STACKS[stack].layers;
  return layersOf({
    kernels: kernels ?? [],
    strides: strides ?? [],
    dilations: dilations ?? [],
    paddings: paddings ?? [],
  });
}

/** How wide the picture is: as the network has it, or the field and a little around it. */
function pictureSize(params: FieldParams, { size, jump }: ReceptiveField): number {
  const fixed = params.stack === 'own' ? undefined : STACKS[params.stack].size;
  return fixed ?? size + 2 * Math.max(4, jump);
}

/** Units of every layer along one axis; the first entry is the picture. */
function unitCounts(size: number, layers: readonly StackLayer[]): number[] {
  const counts = [size];
  for (const { kernel, stride, padding, dilation } of layers)
    counts.push(outputSize(counts.at(-1) as number, kernel, stride, padding, padding, dilation));
  return counts;
}

const NO_LISTS = { kernels: null, strides: null, dilations: null, paddings: null } as const;

/** Brings the parameters together: the lists follow the stack, the unit stands in the middle of a new one. */
export function constrain(params: FieldParams, changed?: keyof FieldParams): FieldParams {
  const own = params.stack === 'own' && (params.kernels?.length ?? 0) > 0;
  const stack: Preset | 'own' = own ? 'own' : params.stack === 'own' ? 'three' : params.stack;
  const base: FieldParams = { ...params, stack, ...(own ? {} : NO_LISTS) };
  const layers = stackOf(base);
  const top = receptiveFields(layers).at(-1) as ReceptiveField;
  const units = unitCounts(pictureSize(base, top), layers).at(-1) as number;
  const moved = changed !== undefined && changed !== 'unit' && changed !== 'layer';
  return {
    ...base,
    ...(own ? listsOf(layers) : {}),
    layer: Math.min(params.layer, layers.length),
    unit: moved ? Math.floor((units - 1) / 2) : Math.min(params.unit, units - 1),
  };
}

export interface FieldModel {
  readonly params: FieldParams;
  readonly layers: readonly StackLayer[];
  /** Size, jump and start after each layer; the first entry is a pixel. */
  readonly fields: readonly ReceptiveField[];
  /** Units of every layer; the first entry counts the pixels of one row of the picture. */
  readonly counts: readonly number[];
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
  readonly picture: Float64Array;
}

/** What a unit sees of its own layer and of all below it, down to the pixels. */
export function coneOf(layers: readonly StackLayer[], layer: number, unit: number): Range[] {
  const ranges: Range[] = [[unit, unit]];
  for (let l = layer; l > 0; l--) {
    const { kernel, stride, dilation, padding } = layers[l - 1] as StackLayer;
    const [first, last] = ranges[0] as Range;
    ranges.unshift([first * stride - padding, last * stride - padding + dilation * (kernel - 1)]);
  }
  return ranges;
}

/** The side of a stored digit. */
const STORED = 28;

const pictures = new Map<number, Float64Array>();

/** A handwritten digit, averaged or enlarged to a square of `side` pixels, in whole numbers 0 … 255. */
function pictureOf(side: number): Float64Array {
  const known = pictures.get(side);
  if (known) return known;
  const { pixels } = digit(3);
  const picture = Float64Array.from({ length: side * side }, (_, i) => {
    const [row, col] = [Math.floor(i / side), i % side];
    const ends = (at: number): [number, number] => [
      Math.floor((at * STORED) / side),
      Math.ceil(((at + 1) * STORED) / side),
    ];
    const [top, bottom] = ends(row);
    const [left, right] = ends(col);
    let sum = 0;
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++) sum += pixels[y * STORED + x] as number;
    return Math.round(sum / ((bottom - top) * (right - left)));
  });
  pictures.set(side, picture);
  return picture;
}

/** A path in two dimensions is a path along the rows with one along the columns: the counts multiply. */
function squareOf({ data }: Tensor): Tensor {
  const side = data.length;
  const square = zeros([1, 1, side, side], 'float64');
  for (let row = 0; row < side; row++)
    for (let col = 0; col < side; col++)
      square.data[row * side + col] = (data[row] as number) * (data[col] as number);
  return square;
}

export function build(params: FieldParams): FieldModel {
  const layers = stackOf(params);
  const fields = receptiveFields(layers);
  const size = pictureSize(params, fields.at(-1) as ReceptiveField);
  const counts = unitCounts(size, layers);
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
  return {
    params,
    layers,
    fields,
    counts,
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
    picture: pictureOf(size),
  };
}
