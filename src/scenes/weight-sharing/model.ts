import { type GradientClaim, lossGiving } from '../../kit/check/gradients.ts';
import { createTrack, type Step, stepAt, type Track } from '../../playback/track.ts';
import { conv2d, conv2dBackward } from '../../tensor/conv2d.ts';
import { conv2dCounts, linearCounts, locallyConnectedCounts } from '../../tensor/counts.ts';
import { createRandom } from '../../tensor/random.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';
import { INPUTS, OUTPUTS, type SharingParams, WINDOW } from './parameters.ts';
import { STRETCHES } from './words.ts';

export type Part = 'cut' | 'share' | 'gradient' | 'biasGradient';

export const inWindow = (o: number, i: number): boolean => i >= o && i < o + WINDOW;

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** The edges that are cut, in order: those outside of their output's window. */
export const CUTS: readonly { readonly o: number; readonly i: number }[] = range(OUTPUTS).flatMap((o) =>
  range(INPUTS)
    .filter((i) => !inWindow(o, i))
    .map((i) => ({ o, i })),
);

/** Edge by edge cut; output by output its weights and its bias given up; weight by weight its gradient added up. */
export const TRACK: Track<Part> = createTrack<Part>([
  { id: 'cut', cells: CUTS.length, terms: 1, name: STRETCHES.cut, role: 'weight' },
  { id: 'share', cells: OUTPUTS - 1, terms: WINDOW + 1, name: STRETCHES.share },
  { id: 'gradient', cells: WINDOW, terms: OUTPUTS, name: STRETCHES.gradient, role: 'gradient' },
  { id: 'biasGradient', cells: 1, terms: OUTPUTS, name: STRETCHES.biasGradient, role: 'gradient' },
]);

const startOf = (part: Part): number => TRACK.stretches.find(({ id }) => id === part)?.start ?? 0;

/** The positions at which the layer is locally connected, and at which it shares. */
export const LOCAL = startOf('share');
export const SHARED = startOf('gradient');

/** One number given up, or one product added to a shared weight's gradient. */
export type Change =
  | { readonly kind: 'cut'; readonly o: number; readonly i: number }
  | { readonly kind: 'share'; readonly o: number; readonly u: number }
  | { readonly kind: 'shareBias'; readonly o: number }
  | { readonly kind: 'gradient'; readonly u: number; readonly o: number }
  | { readonly kind: 'gradientBias'; readonly o: number };

/** What a step does. */
export function changeOf({ stretch, cell, term }: Step<Part>): Change {
  switch (stretch.id) {
    case 'cut':
      return { kind: 'cut', ...(CUTS[cell] as (typeof CUTS)[number]) };
    case 'share':
      return term < WINDOW ? { kind: 'share', o: cell + 1, u: term } : { kind: 'shareBias', o: cell + 1 };
    case 'gradient':
      return { kind: 'gradient', u: cell, o: term };
    case 'biasGradient':
      return { kind: 'gradientBias', o: term };
  }
}

/** The change of the step with that number. */
export const changeAt = (index: number): Change => changeOf(stepAt(TRACK, index));

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

/** The gradients of the shared weights and of their bias, for the loss Σ ∂y · y. */
export function gradientsOf({ x, dy, shared, sharedBias }: SharingModel): GradientClaim[] {
  const image = x.reshape([1, 1, 1, INPUTS]);
  const of = (t: Tensor, values: Float64Array): Tensor => tensor(t.shape, values, 'float64');
  const loss = (w: Tensor, b: Tensor): number => lossGiving(dy.data, conv2d(image, w, b).data);
  return [
    { grid: 'dshared', values: shared.data, loss: (values) => loss(of(shared, values), sharedBias) },
    { grid: 'db', values: sharedBias.data, loss: (values) => loss(shared, of(sharedBias, values)) },
  ];
}
