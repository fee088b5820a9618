import { crossEntropyFit, squaredErrorFit } from './fits.ts';
import type { Landscape } from './landscape.ts';

const ONE = { letters: ['w'], tex: ['w'], examples: 0 } as const;
const TWO = { letters: ['w₁', 'w₂'], tex: ['w_1', 'w_2'], across: [-6, 6], top: 2, examples: 0 } as const;

/** (w − 3)² */
const parabola: Landscape = {
  ...ONE,
  across: [-4, 10],
  top: 40,
  loss: ([w = 0]) => (w - 3) ** 2,
  slope: ([w = 0]) => [2 * (w - 3)],
  hessian: () => [2],
  bottom: () => [3],
  lossText: ([w = 0], p) => `(${p(w)} − 3)^2`,
  slopeText: ([w = 0], _, p) => `2 × (${p(w)} − 3)`,
  lossTex: '(w-3)^2',
  slopeTex: ['2\\,(w-3)'],
  python: { loss: '(w[0] - 3) ** 2', gradient: '2 * (w - 3)' },
};

/** A valley at −2, a deeper one at 3, and a hill between them: the slope is (w + 2)·w·(w − 3) / 5. */
const valleys: Landscape = {
  ...ONE,
  across: [-4, 5],
  top: 12,
  loss: ([w = 0]) => w ** 4 / 20 - w ** 3 / 15 - (3 * w ** 2) / 5 + 4,
  slope: ([w = 0]) => [((w + 2) * w * (w - 3)) / 5],
  hessian: ([w = 0]) => [(3 * w ** 2 - 2 * w - 6) / 5],
  bottom: ([w = 0]) => [w < 0 ? -2 : w > 0 ? 3 : 0],
  lossText: ([w = 0], p) => `${p(w)}^4 / 20 − ${p(w)}^3 / 15 − 3 × ${p(w)}^2 / 5 + 4`,
  slopeText: ([w = 0], _, p) => `(${p(w)} + 2) × ${p(w)} × (${p(w)} − 3) / 5`,
  lossTex: '\\tfrac{1}{20}w^4-\\tfrac{1}{15}w^3-\\tfrac35w^2+4',
  slopeTex: ['\\tfrac15\\,(w+2)\\,w\\,(w-3)'],
  python: {
    loss: 'w[0] ** 4 / 20 - w[0] ** 3 / 15 - 3 * w[0] ** 2 / 5 + 4',
    gradient: '(w + 2) * w * (w - 3) / 5',
  },
};

/** ½ (a·w₁² + c·w₂²): the axes are its principal directions, a and c its curvatures. */
function quadratic(a: number, c: number): Landscape {
  const factor = c === 1 || c === -1 ? '' : `${Math.abs(c)}`;
  const sign = c < 0 ? '−' : '+';
  return {
    ...TWO,
    loss: ([p = 0, q = 0]) => (a * p ** 2 + c * q ** 2) / 2,
    slope: ([p = 0, q = 0]) => [a * p, c * q],
    hessian: () => [a, 0, 0, c],
    bottom: () => [0, 0],
    lossText: ([p = 0, q = 0], print) =>
      `(${print(p)}^2 ${sign} ${factor && `${factor} × `}${print(q)}^2) / 2`,
    slopeText: (at, axis, print) => `${print(axis === 0 ? a : c)} × ${print(at[axis] as number)}`,
    lossTex: `\\tfrac12\\left(w_1^2${c < 0 ? '-' : '+'}${factor}w_2^2\\right)`,
    slopeTex: ['w_1', `${c < 0 ? '-' : ''}${factor}w_2`],
    python: {
      loss: `(${a === 1 ? '' : `${a} * `}w[0] ** 2 + ${c} * w[1] ** 2) / 2`,
      gradient: `np.array([${a}, ${c}]) * w`,
    },
  };
}

/** Four examples of a line: its input as it is, and moved and scaled so that it lies around 0. */
const TARGETS = [1, 4, 3, 6] as const;
const RAW = [1, 3, 5, 7] as const;
const SCALED = RAW.map((x) => (x - 4) / 2);

export const LANDSCAPES = {
  parabola,
  fit: squaredErrorFit({ inputs: [1, 2, 2], targets: [4, 3, 4], across: [-4, 8], top: 120 }),
  entropy: crossEntropyFit({ inputs: [1, 1, 2], classes: [0, 1, 1], across: [-6, 6], top: 6 }),
  valleys,
  bowl: quadratic(1, 1),
  ravine: quadratic(1, 25),
  saddle: quadratic(1, -1),
  unscaled: squaredErrorFit({ inputs: RAW, targets: TARGETS, bias: true, across: [-6, 6], top: 2 }),
  scaled: squaredErrorFit({ inputs: SCALED, targets: TARGETS, bias: true, across: [-6, 6], top: 2 }),
} as const satisfies Record<string, Landscape>;
