import { linear } from '../../tensor/linear.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';
import { changeAt, LOCAL, SHARED, type SharingModel } from './model.ts';
import { INPUTS, OUTPUTS, WINDOW } from './parameters.ts';

/** The drawn layer after some numbers have been given up. */
export interface Layer {
  /** [OUTPUTS, INPUTS]; 0 where the edge is cut. */
  readonly w: Tensor;
  readonly b: Tensor;
  /** [1, OUTPUTS] */
  readonly y: Tensor;
  /** Whether the edge from input i to output o is there. */
  connected(o: number, i: number): boolean;
  /** The shared weight that the edge uses: 0 … WINDOW − 1; −1: its own. */
  letter(o: number, i: number): number;
  /** The outputs whose edges use shared weight u. */
  users(u: number): number[];
  /** The outputs that use the shared bias; empty before sharing begins. */
  biasUsers(): number[];
  /** Numbers that the layer still has to learn. */
  readonly left: number;
}

/** The layer at a position: each step before `SHARED` gives up one number. */
export function layerAt(model: SharingModel, position: number): Layer {
  const steps = Math.min(Math.floor(position), SHARED);
  const w = Array.from(model.w.data);
  const b = Array.from(model.b.data);
  const cut = new Set<number>();
  const shares = steps > LOCAL;
  const letters = new Map<number, number>();
  const biases = new Set<number>(shares ? [0] : []);
  if (shares) for (let u = 0; u < WINDOW; u++) letters.set(u, u);
  for (let index = 0; index < steps; index++) {
    const step = changeAt(index);
    if (step.kind === 'cut') {
      cut.add(step.o * INPUTS + step.i);
      w[step.o * INPUTS + step.i] = 0;
    } else if (step.kind === 'share') {
      const edge = step.o * INPUTS + step.o + step.u;
      letters.set(edge, step.u);
      w[edge] = model.shared.data[step.u] as number;
    } else if (step.kind === 'shareBias') {
      biases.add(step.o);
      b[step.o] = model.sharedBias.data[0] as number;
    }
  }
  const weights = tensor([OUTPUTS, INPUTS], w, 'float64');
  const bias = tensor([OUTPUTS], b, 'float64');
  return {
    w: weights,
    b: bias,
    y: linear(model.x, weights, bias),
    connected: (o, i) => !cut.has(o * INPUTS + i),
    letter: (o, i) => letters.get(o * INPUTS + i) ?? -1,
    users: (u) => Array.from({ length: OUTPUTS }, (_, o) => o).filter((o) => letters.has(o * INPUTS + o + u)),
    biasUsers: () => [...biases].sort((a, c) => a - c),
    left: OUTPUTS * (INPUTS + 1) - steps,
  };
}
