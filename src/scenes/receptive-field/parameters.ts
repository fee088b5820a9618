import { SIZE_WORDS } from '../../kit/convolution/words.ts';
import { cells, choice, whole } from '../../playback/parameters/spec.ts';
import type { NameOf, ParamsOf, Ranges } from '../../playback/parameters/table.ts';
import { outputSize } from '../../tensor/geometry.ts';
import { type ReceptiveField, receptiveFields } from '../../tensor/receptiveField.ts';
import { LARGEST, layersOf, listsOf, MOST_LAYERS, rangesOf, STACKS, type StackLayer } from './stacks.ts';
import { STACK_NAMES, WORDS } from './words.ts';

const MOST_UNITS = 400;
const LARGEST_PADDING = LARGEST.dilation * (LARGEST.kernel - 1);
const list = (label: { en: string; zh: string }, limit: number) => cells({ label, most: MOST_LAYERS, limit });

export const params = {
  /** The unit of the top layer whose paths are counted. */
  unit: whole({ label: WORDS.unit, default: 4, range: [0, MOST_UNITS] }),
  stack: choice({ label: WORDS.stack, options: STACK_NAMES, default: 'three', look: 'menu' }),
  /** The layer whose sizes the sliders show, from 1. */
  layer: whole({ label: WORDS.layer, default: 1, range: [1, 18] }),
  kernel: whole({ label: SIZE_WORDS.kernel, default: 3, range: [1, LARGEST.kernel] }),
  stride: whole({ label: SIZE_WORDS.stride, default: 1, range: [1, LARGEST.stride] }),
  dilation: whole({ label: SIZE_WORDS.dilation, default: 1, range: [1, LARGEST.dilation] }),
  padding: whole({ label: SIZE_WORDS.padding, default: 0, range: [0, LARGEST_PADDING] }),
  /** One number a layer; null: as the known stack has it. */
  kernels: list(SIZE_WORDS.kernel, LARGEST.kernel),
  strides: list(SIZE_WORDS.stride, LARGEST.stride),
  dilations: list(SIZE_WORDS.dilation, LARGEST.dilation),
  paddings: list(SIZE_WORDS.padding, LARGEST_PADDING),
} as const;

export type FieldParams = ParamsOf<typeof params>;

/** The sizes of one layer, each with a slider. */
export const SIZES = ['kernel', 'stride', 'dilation', 'padding'] as const;
export type SizeName = (typeof SIZES)[number];
const isSize = (name: string | undefined): name is SizeName => (SIZES as readonly unknown[]).includes(name);

const isOwn = ({ stack, kernels }: FieldParams): boolean => stack === 'own' && (kernels?.length ?? 0) > 0;
const knownStack = ({ stack }: FieldParams) => (stack === 'own' ? 'three' : stack);

/** The layers that the parameters mean, from the pixels upwards. */
export const stackOf = (of: FieldParams): readonly StackLayer[] =>
  isOwn(of) ? layersOf(of) : STACKS[knownStack(of)].layers;

/** How wide the picture is: as the network has it, or the field and a little around it. */
function pictureSize(of: FieldParams, { size, jump }: ReceptiveField): number {
  const fixed = isOwn(of) ? undefined : STACKS[knownStack(of)].size;
  return fixed ?? size + 2 * Math.max(4, jump);
}

/** Units of every layer along one axis; the first entry is the picture. */
export function unitCounts(of: FieldParams, layers: readonly StackLayer[]): number[] {
  const counts = [pictureSize(of, receptiveFields(layers).at(-1) as ReceptiveField)];
  for (const { kernel, stride, padding, dilation } of layers)
    counts.push(outputSize(counts.at(-1) as number, kernel, stride, padding, padding, dilation));
  return counts;
}

/** A network that is known as it is: its layers are more than a reader could set. */
export const isFixed = (layers: readonly StackLayer[]): boolean => layers.length > MOST_LAYERS;

function chosenOf(of: FieldParams): { layers: readonly StackLayer[]; at: number; chosen: StackLayer } {
  const layers = stackOf(of);
  const at = Math.min(of.layer, layers.length) - 1;
  return { layers, at, chosen: layers[at] as StackLayer };
}

const sizeRange =
  (name: SizeName, least: number) =>
  (of: FieldParams): readonly [number, number] => {
    const { layers, at, chosen } = chosenOf(of);
    if (isFixed(layers)) return [chosen[name], chosen[name]];
    return [least, rangesOf(layers.slice(0, at), chosen)[name]];
  };

export const ranges: Ranges<FieldParams> = {
  unit: (of) => [0, (unitCounts(of, stackOf(of)).at(-1) as number) - 1],
  layer: (of) => [1, stackOf(of).length],
  kernel: sizeRange('kernel', 1),
  stride: sizeRange('stride', 1),
  dilation: sizeRange('dilation', 1),
  padding: sizeRange('padding', 0),
};

const NO_LISTS = { kernels: null, strides: null, dilations: null, paddings: null } as const;

/**
 * Brings the parameters together. A slider of a layer makes the stack the reader's own; otherwise the sliders show what
 * the stack has. The unit stands in the middle of a new stack.
 */
export function constrain(of: FieldParams, changed?: NameOf<FieldParams>): FieldParams {
  const { layers: old, at, chosen } = chosenOf(of);
  const edits = isSize(changed) && !isFixed(old) && of[changed] !== chosen[changed];
  const lists = edits
    ? listsOf(old.map((one, i) => (i === at ? { ...one, [changed]: of[changed] } : one)))
    : isOwn(of)
      ? listsOf(old)
      : NO_LISTS;
  const own = lists.kernels !== null;
  const stacked: FieldParams = { ...of, stack: own ? 'own' : knownStack(of), ...lists };
  const layers = stackOf(stacked);
  const { kernel, stride, dilation, padding } = layers[at] as StackLayer;
  const units = unitCounts(stacked, layers).at(-1) as number;
  const moved = changed !== undefined && changed !== 'unit' && changed !== 'layer';
  return {
    ...stacked,
    ...(own ? listsOf(layers) : NO_LISTS),
    ...{ kernel, stride, dilation, padding },
    layer: at + 1,
    unit: moved ? Math.floor((units - 1) / 2) : Math.min(of.unit, units - 1),
  };
}
