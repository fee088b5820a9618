import { isKink } from '../../kit/activation/functions.ts';
import type { GradientClaim } from '../../kit/check/gradients.ts';
import { activation, activationBackward, activationOf } from '../../tensor/activations.ts';
import { type Conv2dOptions, conv2d, conv2dBackward } from '../../tensor/conv2d.ts';
import { createRandom } from '../../tensor/random.ts';
import { full, type Tensor, tensor } from '../../tensor/tensor.ts';
import { NEAR } from './layer.ts';
import type { GatesParams } from './parameters.ts';

/** Chains that stand one below the other and never meet. */
export const CHAINS = 4;

/**
 * Chains of neurons, each of which reads only the one before it: zₗ = w aₗ₋₁ + bₗ, aₗ = φ(zₗ), the same w in all of them and a bias
 * of its own in each. To the core, a layer is a convolution of one pixel with as many channels as chains, channel by channel.
 */
export interface Chains {
  readonly depth: number;
  readonly weight: number;
  /** a₀ … a_D, each [1, CHAINS, 1, 1]. */
  readonly a: readonly Tensor[];
  /** z₁ … z_D, and the biases [CHAINS] that are in them. */
  readonly z: readonly Tensor[];
  readonly b: readonly Tensor[];
  /** φ′(zₗ): a row a chain, a column a layer. */
  readonly gates: Float64Array;
  /** ∂aₗ₋₁: what is left of a gradient of 1 on the way back through the layers D … l, in the same order. */
  readonly left: Float64Array;
}

const SHAPE = [1, CHAINS, 1, 1] as const;
const OPTIONS: Conv2dOptions = { groups: CHAINS };

/** With these biases ReLU leaves two of four chains open, and shuts the others in one and in two of ten layers. */
const FIRST_CHAINS = 30_623;

/** Two decimals, so that they can be read. */
const twoDecimals = (value: number): number => Math.round(value * 100) / 100 + 0;

function draw({ seed, depth }: GatesParams): { readonly a0: Tensor; readonly b: readonly Tensor[] } {
  const random = createRandom(FIRST_CHAINS + (seed - 1) * 271);
  const numbers = (mean: number, deviation: number): number[] =>
    Array.from({ length: CHAINS }, () => twoDecimals(mean + deviation * random.normal()));
  const a0 = tensor(SHAPE, numbers(1, 0.5), 'float64');
  return { a0, b: Array.from({ length: depth }, () => tensor([CHAINS], numbers(0, 0.4), 'float64')) };
}

const weights = (weight: number): Tensor => full([CHAINS, 1, 1, 1], weight, 'float64');

export function buildChains(params: GatesParams): Chains {
  const { name, alpha, depth, weight } = params;
  const { a0, b } = draw(params);
  const w = weights(weight);
  const f = activationOf(name, alpha);
  const a = [a0];
  const z = b.map((bias) => {
    const sum = conv2d(a.at(-1) as Tensor, w, bias, OPTIONS);
    a.push(activation(name, sum, alpha));
    return sum;
  });
  const at = (values: Float64Array, layer: number, of: Tensor): void =>
    of.data.forEach((value, chain) => {
      values[chain * depth + layer] = value;
    });
  const [gates, left] = [new Float64Array(CHAINS * depth), new Float64Array(CHAINS * depth)];
  let da = full(SHAPE, 1, 'float64');
  for (let layer = depth - 1; layer >= 0; layer--) {
    const sum = z[layer] as Tensor;
    at(
      gates,
      layer,
      sum.map((value) => f.derivative(value, f.alpha)),
    );
    da = conv2dBackward(a[layer] as Tensor, w, activationBackward(name, sum, da, alpha), OPTIONS).dx;
    at(left, layer, da);
  }
  return { depth, weight, a, z, b, gates, left };
}

/** The gradient before it has gone back through any layer: 1. */
export const START = 1;

/** What reaches the layer from behind: ∂aₗ, for l counted from 0. */
export const arriving = ({ left, depth }: Chains, chain: number, layer: number): number =>
  layer === depth - 1 ? START : (left[chain * depth + layer + 1] as number);

/**
 * ∂aₗ₋₁ is the slope of the sum of all a_D, when aₗ₋₁ is moved and everything behind it computed again. A gate is the
 * slope of φ.
 */
export function chainClaims(params: GatesParams, { depth, weight, a, z, b, left }: Chains): GradientClaim[] {
  const { name, alpha } = params;
  const f = activationOf(name, alpha);
  const w = weights(weight);
  const flat = (of: readonly Tensor[]): Float64Array =>
    Float64Array.from({ length: left.length }, (_, i) => {
      const layer = of[i % depth] as Tensor;
      return layer.data[Math.floor(i / depth)] as number;
    });
  const [before, sums] = [flat(a), flat(z)];
  /** How far a nudge of aₗ₋₁ can move a sum behind it: slopes are at most 1. */
  const reach = (i: number, later: number): number =>
    2e-5 * Math.max(1, Math.abs(before[i] as number)) * Math.max(1, weight) ** (later + 1);
  return [
    {
      grid: 'left',
      values: before,
      loss: (values) => {
        let now = a[0] as Tensor;
        for (let layer = 0; layer < depth; layer++) {
          const nudge = (i: number): number => (values[i] as number) - (before[i] as number);
          const nudged = now.map((value, chain) => value + nudge(chain * depth + layer));
          now = activation(name, conv2d(nudged, w, b[layer] as Tensor, OPTIONS), alpha);
        }
        return Array.from(now.data).reduce((sum, value) => sum + value, 0);
      },
      isKink: (i) => {
        const layer = i % depth;
        return Array.from({ length: depth - layer }, (_, later) => later).some((later) =>
          isKink(params, sums[i + later] as number, reach(i, later)),
        );
      },
    },
    {
      grid: 'gates',
      values: sums,
      loss: (values) => values.reduce((sum, value) => sum + f.forward(value, f.alpha), 0),
      isKink: (i) => isKink(params, sums[i] as number, NEAR),
    },
  ];
}
