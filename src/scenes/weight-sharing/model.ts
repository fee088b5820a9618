import { numbers, type ParamSpecs, whole } from '../../playback/params.ts';
import { conv2d, conv2dBackward } from '../../tensor/conv2d.ts';
import { conv2dCounts, linearCounts, locallyConnectedCounts } from '../../tensor/counts.ts';
import { createRandom } from '../../tensor/random.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';

/** The layer that is drawn: six inputs in a row, windows of three, four outputs. */
export const INPUTS = 6;
export const WINDOW = 3;
export const OUTPUTS = INPUTS - WINDOW + 1;

/** The names of the shared weights. Letters, because b is the bias and numbers are everywhere. */
export const LETTERS = ['w₀', 'w₁', 'w₂'] as const;

export interface SharingParams {
  readonly seed: number;
  /** What the reader typed instead of the drawn inputs, and of the gradient that comes back. */
  readonly x: readonly number[] | null;
  readonly dy: readonly number[] | null;
  /** The layer whose numbers are counted: side × side × channels → … × filters. */
  readonly side: number;
  readonly channels: number;
  readonly filters: number;
  readonly kernel: number;
}

const LIMIT = 1e6;
export const RANGES = { side: [4, 224], channels: [1, 64], filters: [1, 64], kernel: [1, 11] } as const;

export const specs: ParamSpecs<SharingParams> = {
  seed: whole(1, 1, 9999),
  x: numbers(INPUTS, LIMIT),
  dy: numbers(OUTPUTS, LIMIT),
  side: whole(32, ...RANGES.side),
  channels: whole(3, ...RANGES.channels),
  filters: whole(6, ...RANGES.filters),
  kernel: whole(5, ...RANGES.kernel),
};

const sized = (values: readonly number[] | null, count: number): readonly number[] | null =>
  values?.length === count ? values : null;

export const constrain = (params: SharingParams): SharingParams => ({
  ...params,
  kernel: Math.min(params.kernel, params.side),
  x: sized(params.x, INPUTS),
  dy: sized(params.dy, OUTPUTS),
});

/** One number given up, or one product added to a shared weight's gradient. */
export type Step =
  | { readonly kind: 'cut'; readonly o: number; readonly i: number }
  | { readonly kind: 'share'; readonly o: number; readonly u: number }
  | { readonly kind: 'shareBias'; readonly o: number }
  | { readonly kind: 'gradient'; readonly u: number; readonly o: number }
  | { readonly kind: 'gradientBias'; readonly o: number };

export const inWindow = (o: number, i: number): boolean => i >= o && i < o + WINDOW;

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

const CUTS: readonly Step[] = range(OUTPUTS).flatMap((o) =>
  range(INPUTS)
    .filter((i) => !inWindow(o, i))
    .map((i) => ({ kind: 'cut' as const, o, i })),
);
const SHARES: readonly Step[] = range(OUTPUTS)
  .slice(1)
  .flatMap((o): Step[] => [
    ...range(WINDOW).map((u) => ({ kind: 'share' as const, o, u })),
    { kind: 'shareBias', o },
  ]);
const GRADIENTS: readonly Step[] = [
  ...range(WINDOW).flatMap((u) => range(OUTPUTS).map((o) => ({ kind: 'gradient' as const, u, o }))),
  ...range(OUTPUTS).map((o) => ({ kind: 'gradientBias' as const, o })),
];

/** Every step of the bar, in order. */
export const STEPS: readonly Step[] = [...CUTS, ...SHARES, ...GRADIENTS];
/** The positions at which the layer is locally connected, and at which it shares. */
export const LOCAL = CUTS.length;
export const SHARED = LOCAL + SHARES.length;

/** The numbers that a dense layer, a locally connected one and a convolution learn. */
export interface Counted {
  /** Numbers that go in and come out. */
  readonly inputs: number;
  readonly outputs: number;
  /** Numbers that one output owns: its weights and its bias. */
  readonly each: number;
  readonly dense: number;
  readonly local: number;
  readonly shared: number;
  readonly outSide: number;
}

function countFor({ side, channels, filters, kernel }: SharingParams): Counted {
  const x = [1, channels, side, side];
  const w = [filters, channels, kernel, kernel];
  const { outputs, parameters: shared } = conv2dCounts(x, w);
  const inputs = channels * side * side;
  return {
    inputs,
    outputs,
    each: channels * kernel * kernel + 1,
    dense: linearCounts(inputs, outputs).parameters,
    local: locallyConnectedCounts(x, w).parameters,
    shared,
    outSide: side - kernel + 1,
  };
}

export interface SharingModel {
  readonly params: SharingParams;
  /** [1, INPUTS] */
  readonly x: Tensor;
  /** [OUTPUTS, INPUTS]: every output has its own weights. */
  readonly w: Tensor;
  /** [OUTPUTS] */
  readonly b: Tensor;
  /** [1, OUTPUTS]: the gradient that comes back. */
  readonly dy: Tensor;
  /** [1, 1, 1, WINDOW] and [1]: what is left when all outputs share the weights of output 0. */
  readonly shared: Tensor;
  readonly sharedBias: Tensor;
  /** The convolution's own answers. */
  readonly y: Tensor;
  readonly dshared: Tensor;
  readonly dsharedBias: Tensor;
  readonly counted: Counted;
}

export function build(params: SharingParams): SharingModel {
  const random = createRandom(params.seed * 977 + 11);
  const draw = (count: number, least: number, most: number, zero = false): number[] =>
    range(count).map(() => {
      const value = least + random.below(most - least + (zero ? 1 : 0));
      return !zero && value >= 0 ? value + 1 : value;
    });
  const x = tensor([1, INPUTS], params.x ?? draw(INPUTS, 0, 4, true), 'float64');
  const w = tensor([OUTPUTS, INPUTS], draw(OUTPUTS * INPUTS, -4, 4), 'float64');
  const b = tensor([OUTPUTS], draw(OUTPUTS, -2, 2), 'float64');
  const dy = tensor([1, OUTPUTS], params.dy ?? draw(OUTPUTS, -2, 3), 'float64');
  // The weights that stay are three different ones, so that they can be told apart by their numbers.
  const kernel: number[] = [];
  while (kernel.length < WINDOW) {
    const [value = 1] = draw(1, -4, 4);
    if (!kernel.includes(value)) kernel.push(value);
  }
  for (const u of range(WINDOW)) w.data[u] = kernel[u] as number;
  const shared = tensor([1, 1, 1, WINDOW], kernel, 'float64');
  const sharedBias = tensor([1], [b.data[0] as number], 'float64');
  const image = x.reshape([1, 1, 1, INPUTS]);
  const gradient = conv2dBackward(image, shared, dy.reshape([1, 1, 1, OUTPUTS]));
  return {
    params,
    x,
    w,
    b,
    dy,
    shared,
    sharedBias,
    y: conv2d(image, shared, sharedBias),
    dshared: gradient.dw,
    dsharedBias: gradient.db,
    counted: countFor(params),
  };
}
