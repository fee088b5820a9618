import { choice, numbers, type ParamSpecs, whole } from '../../playback/params.ts';
import { type Conv2dOptions, conv2d } from '../../tensor/conv2d.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';
import { firstBiases, firstInput, firstWeights, SOURCES, type Source } from './sources.ts';

/** Everything that a reader can set. */
export interface VolumeParams {
  readonly source: Source;
  readonly seed: number;
  /** C and F: input channels and filters. */
  readonly channels: number;
  readonly filters: number;
  readonly kernel: number;
  readonly groups: number;
  readonly input: number;
  /** Typed numbers with their places: channel, row, column, value; and so on. */
  readonly x: readonly number[] | null;
  /** filter, channel within the group, row, column, value. */
  readonly w: readonly number[] | null;
  /** filter, value. */
  readonly b: readonly number[] | null;
  /** Which layer the costs are counted for: the one in the figure, or 64 channels to 128. */
  readonly cost: 'figure' | 'layer';
}

const MOST_CHANNELS = 4;
const MOST_FILTERS = 4;
const LARGEST_KERNEL = 3;
export const INPUT_RANGE = [4, 7] as const;
const LIMIT = 1e6;
const MOST_TYPED = 2000;

export const specs: ParamSpecs<VolumeParams> = {
  source: choice<Source>('photo', SOURCES),
  seed: whole(1, 1, 9999),
  channels: whole(3, 1, MOST_CHANNELS),
  filters: whole(2, 1, MOST_FILTERS),
  kernel: whole(3, 1, LARGEST_KERNEL),
  groups: whole(1, 1, Math.min(MOST_CHANNELS, MOST_FILTERS)),
  input: whole(5, ...INPUT_RANGE),
  x: numbers(MOST_TYPED, LIMIT),
  w: numbers(MOST_TYPED, LIMIT),
  b: numbers(MOST_TYPED, LIMIT),
  cost: choice('figure', ['figure', 'layer']),
};

/** The group counts that split both the channels and the filters evenly. */
export const groupCounts = ({ channels, filters }: Pick<VolumeParams, 'channels' | 'filters'>): number[] =>
  Array.from({ length: Math.min(channels, filters) }, (_, i) => i + 1).filter(
    (groups) => channels % groups === 0 && filters % groups === 0,
  );

/** From one valid group count to the next one on the way to what was asked for. */
export function groupsTowards(params: VolumeParams, asked: number): number {
  const counts = groupCounts(params);
  const up = counts.find((groups) => groups >= asked);
  const down = counts.findLast((groups) => groups <= asked);
  return (asked > params.groups ? (up ?? down) : (down ?? up)) ?? 1;
}

/** Typed numbers as [place …, value] of `width` numbers each; the last one typed at a place counts. */
function cleaned(typed: readonly number[] | null, width: number): readonly number[] | null {
  if (!typed) return null;
  const kept = new Map<string, number[]>();
  for (let i = 0; i + width <= typed.length; i += width) {
    const entry = typed.slice(i, i + width);
    const place = entry.slice(0, -1).map((n) => Math.max(0, Math.round(n)));
    kept.set(place.join(), [...place, entry[width - 1] as number]);
  }
  return kept.size > 0 ? [...kept.values()].flat() : null;
}

/** Groups divide both channel counts; typed numbers are whole entries. */
export function constrain(params: VolumeParams): VolumeParams {
  const counts = groupCounts(params);
  return {
    ...params,
    groups: counts.findLast((groups) => groups <= params.groups) ?? 1,
    x: cleaned(params.x, 4),
    w: cleaned(params.w, 5),
    b: cleaned(params.b, 2),
  };
}

/** Everything that is computed from the parameters, in float64. */
export interface VolumeModel {
  readonly params: VolumeParams;
  readonly options: Conv2dOptions;
  /** Channels that one filter reads: C / groups. */
  readonly depth: number;
  /** The side of the output. */
  readonly out: number;
  readonly x: Tensor;
  readonly w: Tensor;
  readonly b: Tensor;
  readonly y: Tensor;
}

/** Writes the typed numbers over the first ones; what stands outside this shape waits for a larger one. */
function withTyped(first: Tensor, typed: readonly number[] | null, lead: readonly number[] = []): Tensor {
  if (!typed) return first;
  const data = first.data.slice();
  const width = first.shape.length - lead.length + 1;
  for (let i = 0; i + width <= typed.length; i += width) {
    const index = [...lead, ...typed.slice(i, i + width - 1)];
    const inside = index.every((place, axis) => place < (first.shape[axis] as number));
    if (inside) data[first.offset(index)] = typed[i + width - 1] as number;
  }
  return tensor(first.shape, data, 'float64');
}

export function build(params: VolumeParams): VolumeModel {
  const { channels, filters, kernel, groups, input } = params;
  const depth = channels / groups;
  const x = withTyped(tensor([1, channels, input, input], firstInput(params), 'float64'), params.x, [0]);
  const w = withTyped(tensor([filters, depth, kernel, kernel], firstWeights(params), 'float64'), params.w);
  const b = withTyped(tensor([filters], firstBiases(params), 'float64'), params.b);
  const options: Conv2dOptions = { groups };
  const y = conv2d(x, w, b, options);
  return { params, options, depth, out: y.shape[2] as number, x, w, b, y };
}

/** The input channels that a filter reads: from the first of its group on. */
export const firstChannelOf = ({ params, depth }: VolumeModel, filter: number): number =>
  Math.floor(filter / (params.filters / params.groups)) * depth;
