import { createTrack, type Track } from '../../playback/track.ts';
import { type Conv2dOptions, conv2d } from '../../tensor/conv2d.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';
import type { VolumeParams } from './parameters.ts';
import { firstBiases, firstInput, firstWeights } from './sources.ts';
import { COST_STEPS, filterName } from './words.ts';

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
  readonly track: Track;
}

export function build(params: VolumeParams): VolumeModel {
  const { channels, filters, kernel, groups, input } = params;
  const depth = channels / groups;
  const x = withTyped(tensor([1, channels, input, input], firstInput(params), 'float64'), params.x, [0]);
  const w = withTyped(tensor([filters, depth, kernel, kernel], firstWeights(params), 'float64'), params.w);
  const b = withTyped(tensor([filters], firstBiases(params), 'float64'), params.b);
  const options: Conv2dOptions = { groups };
  const y = conv2d(x, w, b, options);
  const out = y.shape[2] as number;
  return { params, options, depth, out, x, w, b, y, track: trackOf(params, depth, out) };
}

/** A stretch for each filter: its numbers one by one, each a sum for every channel that it reads, then the bias. */
function trackOf({ cost, filters }: VolumeParams, depth: number, out: number): Track {
  if (cost === 'layer')
    return createTrack(COST_STEPS.map(({ id, name }) => ({ id, name, cells: 1, terms: 1, role: 'weight' })));
  return createTrack(
    Array.from({ length: filters }, (_, f) => ({
      id: String(f),
      cells: out * out,
      terms: depth + 1,
      name: filterName(f),
    })),
  );
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

/** The input channels that a filter reads: from the first of its group on. */
export const firstChannelOf = ({ params, depth }: VolumeModel, filter: number): number =>
  Math.floor(filter / (params.filters / params.groups)) * depth;
