import { kernelExtent } from '../../tensor/geometry.ts';
import { type ReceptiveField, receptiveFields } from '../../tensor/receptiveField.ts';

/** One layer of the stack along one axis. Pooling is a layer like any other: a window and a stride. */
export interface StackLayer {
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly padding: number;
  /** The layer's own name, where a known network gave it one. */
  readonly name?: string;
}

export const PRESETS = ['three', 'dilated', 'pyramid', 'lenet', 'vgg'] as const;
export type Preset = (typeof PRESETS)[number];

const layer = (kernel: number, change: Partial<StackLayer> = {}): StackLayer => ({
  kernel,
  stride: 1,
  dilation: 1,
  padding: 0,
  ...change,
});

/** VGG-16 (Simonyan & Zisserman 2015): 3 × 3 convolutions that keep the size, in five blocks. */
const vgg = (): StackLayer[] =>
  [2, 2, 3, 3, 3].flatMap((count, block) => [
    ...Array.from({ length: count }, (_, i) => layer(3, { padding: 1, name: `conv${block + 1}_${i + 1}` })),
    layer(2, { stride: 2, name: `pool${block + 1}` }),
  ]);

/** The layers of a preset, and the side of the pictures that the network was made for (else: as needed). */
export const STACKS: Readonly<Record<Preset, { readonly layers: readonly StackLayer[]; size?: number }>> = {
  three: { layers: [layer(3), layer(3), layer(3)] },
  dilated: { layers: [1, 2, 4].map((dilation) => layer(3, { dilation })) },
  pyramid: { layers: Array.from({ length: 4 }, () => layer(3, { stride: 2 })) },
  lenet: {
    layers: [
      layer(5, { name: 'C1' }),
      layer(2, { stride: 2, name: 'S2' }),
      layer(5, { name: 'C3' }),
      layer(2, { stride: 2, name: 'S4' }),
      layer(5, { name: 'C5' }),
    ],
    size: 32,
  },
  vgg: { layers: vgg(), size: 224 },
};

export const MOST_LAYERS = 6;
export const LARGEST = { kernel: 7, stride: 3, dilation: 4 } as const;
const LARGEST_FIELD = 127;
const LARGEST_JUMP = 27;

const within = (value: number | undefined, least: number, most: number, initial: number): number =>
  Number.isFinite(value) ? Math.min(most, Math.max(least, Math.round(value as number))) : initial;

/** The range of each size of a layer that stands on the layers below it, so that the field can be drawn. */
export function rangesOf(below: readonly StackLayer[], { kernel, dilation }: StackLayer) {
  const { size, jump } = receptiveFields(below).at(-1) as ReceptiveField;
  const room = Math.floor((LARGEST_FIELD - size) / jump);
  const tap = Math.max(1, kernel - 1);
  return {
    kernel: Math.max(1, Math.min(LARGEST.kernel, room + 1)),
    dilation: Math.max(1, Math.min(LARGEST.dilation, Math.floor(room / tap))),
    stride: Math.max(1, Math.min(LARGEST.stride, Math.floor(LARGEST_JUMP / jump))),
    padding: kernelExtent(kernel, dilation) - 1,
  };
}

type ListName = 'kernels' | 'strides' | 'dilations' | 'paddings';

/** The four lists of numbers of a link as layers that fit together, from the pixels upwards. */
export function layersOf({
  kernels,
  strides,
  dilations,
  paddings,
}: Readonly<Record<ListName, readonly number[] | null>>): StackLayer[] {
  const layers: StackLayer[] = [];
  for (const given of kernels?.slice(0, MOST_LAYERS) ?? []) {
    const i = layers.length;
    const asked = layer(within(given, 1, LARGEST.kernel, 3));
    const kernel = Math.min(asked.kernel, rangesOf(layers, asked).kernel);
    const range = rangesOf(layers, { ...asked, kernel });
    const dilation = within(dilations?.[i], 1, range.dilation, 1);
    const stride = within(strides?.[i], 1, range.stride, 1);
    const padding = within(paddings?.[i], 0, kernelExtent(kernel, dilation) - 1, 0);
    layers.push({ kernel, stride, dilation, padding });
  }
  return layers;
}

/** The layers as the lists of a link. */
export const listsOf = (layers: readonly StackLayer[]) => ({
  kernels: layers.map(({ kernel }) => kernel),
  strides: layers.map(({ stride }) => stride),
  dilations: layers.map(({ dilation }) => dilation),
  paddings: layers.map(({ padding }) => padding),
});
