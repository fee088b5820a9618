import { isKink } from '../../kit/activation/functions.ts';
import type { GradientClaim } from '../../kit/check/gradients.ts';
import { square } from '../../kit/convolution/layer.ts';
import { activation, activationBackward, activationOf } from '../../tensor/activations.ts';
import { createRandom } from '../../tensor/random.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { GatesParams } from './parameters.ts';

/** One activation function, forwards and backwards, in float64: all five have one shape. */
export interface Layer {
  readonly z: Tensor;
  readonly a: Tensor;
  /** φ′(z): what a gradient is multiplied by. */
  readonly gate: Tensor;
  readonly da: Tensor;
  readonly dz: Tensor;
}

/** What the figure opens with: both signs, an exact 0, and numbers far out. */
const FIRST_Z = [2, -1, 3, 0, -4, 1, -2, 5, 0.5] as const;
const FIRST_DA = [1, -2, 3, 4, -1, 2, 5, -3, -2] as const;

function given(
  seed: number,
  size: number,
): { readonly z: readonly number[]; readonly da: readonly number[] } {
  if (seed === 1 && size === 3) return { z: FIRST_Z, da: FIRST_DA };
  const random = createRandom(seed * 613 + size);
  const draw = (): number[] => Array.from({ length: size * size }, () => random.below(11) - 5);
  return { z: draw(), da: draw() };
}

export function buildLayer({ name, alpha, size, seed, z: typedZ, da: typedDa }: GatesParams): Layer {
  const first = given(seed, size);
  const z = square(size, typedZ ?? first.z);
  const da = square(size, typedDa ?? first.da);
  const f = activationOf(name, alpha);
  return {
    z,
    da,
    a: activation(name, z, alpha),
    gate: z.map((value) => f.derivative(value, f.alpha)),
    dz: activationBackward(name, z, da, alpha),
  };
}

/** So near to a corner a nudge goes over it: there is no slope to compare with. */
export const NEAR = 1e-4;

/** ∂z is the slope of Σ ∂a · φ(z), the gate that of Σ φ(z). */
export function layerClaims(params: GatesParams, { z, da }: Layer): GradientClaim[] {
  const { name, alpha } = params;
  const f = activationOf(name, alpha);
  const claim = (grid: string, weightOf: (i: number) => number): GradientClaim => ({
    grid,
    values: z.data,
    loss: (values) => values.reduce((sum, value, i) => sum + weightOf(i) * f.forward(value, f.alpha), 0),
    isKink: (i) => isKink(params, z.data[i] as number, NEAR),
  });
  return [claim('dpre', (i) => da.data[i] as number), claim('gate', () => 1)];
}
