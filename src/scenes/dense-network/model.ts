import { choice, numbers, type ParamSpecs, whole } from '../../playback/params.ts';
import { type ActivationName, activation } from '../../tensor/activations.ts';
import { linearCounts } from '../../tensor/counts.ts';
import { linear } from '../../tensor/linear.ts';
import { createRandom } from '../../tensor/random.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';

/** Neurons in the largest layer, inputs included: more could not be drawn and read. */
export const LARGEST = 5;
const LARGEST_OUTPUT = 4;
const LIMIT = 100;

export const ACTIVATIONS = ['relu', 'sigmoid', 'tanh', 'none'] as const satisfies readonly (
  | ActivationName
  | 'none'
)[];
export type ActivationChoice = (typeof ACTIVATIONS)[number];

/** Numbers that the reader typed, on the full raster of `LARGEST` columns; null: as the seed has them. */
type Typed = readonly number[] | null;

export interface DenseParams {
  readonly inputs: number;
  /** How many hidden layers. */
  readonly hidden: number;
  readonly hidden1: number;
  readonly hidden2: number;
  readonly outputs: number;
  readonly activation: ActivationChoice;
  readonly seed: number;
  /** Which shuffle of the inputs; 0: none. Their weights move along. */
  readonly shuffle: number;
  readonly x: Typed;
  readonly w1: Typed;
  readonly w2: Typed;
  readonly w3: Typed;
  readonly b1: Typed;
  readonly b2: Typed;
  readonly b3: Typed;
}

const WEIGHTS = ['w1', 'w2', 'w3'] as const;
const BIASES = ['b1', 'b2', 'b3'] as const;
const raster = () => numbers(LARGEST * LARGEST, LIMIT);
const row = () => numbers(LARGEST, LIMIT);

export const specs: ParamSpecs<DenseParams> = {
  inputs: whole(4, 1, LARGEST),
  hidden: whole(2, 0, 2),
  hidden1: whole(3, 1, LARGEST),
  hidden2: whole(3, 1, LARGEST),
  outputs: whole(2, 1, LARGEST_OUTPUT),
  activation: choice<ActivationChoice>('relu', ACTIVATIONS),
  seed: whole(27, 1, 9999),
  shuffle: whole(0, 0, 99),
  x: row(),
  w1: raster(),
  w2: raster(),
  w3: raster(),
  b1: row(),
  b2: row(),
  b3: row(),
};

const filled = (values: Typed, count: number): Typed =>
  values && Array.from({ length: count }, (_, i) => values[i] ?? 0);

/** Typed numbers cover the whole raster, so that a layer can grow and shrink under them. */
export function constrain(params: DenseParams): DenseParams {
  const next = { ...params, x: filled(params.x, LARGEST) };
  for (const key of WEIGHTS) next[key] = filled(params[key], LARGEST * LARGEST);
  for (const key of BIASES) next[key] = filled(params[key], LARGEST);
  return next;
}

/** One layer: y = φ(z), z = x wᵀ + b. */
export interface DenseLayer {
  /** [1, in] */
  readonly x: Tensor;
  /** [out, in]: a row for each neuron. */
  readonly w: Tensor;
  /** [out] */
  readonly b: Tensor;
  /** [1, out] */
  readonly z: Tensor;
  /** [1, out]; the same as z where there is no activation. */
  readonly y: Tensor;
  readonly activation: ActivationName | null;
  readonly ins: number;
  readonly outs: number;
  readonly parameters: number;
}

export interface DenseModel {
  readonly params: DenseParams;
  /** Neurons in each column of the drawing, the inputs first. */
  readonly sizes: readonly number[];
  /** Which input stands in which place. */
  readonly order: readonly number[];
  readonly layers: readonly DenseLayer[];
  readonly parameters: number;
}

/** Weights without 0, so that every line of the drawing says something. */
const DRAWN = [-2, -1, 1, 2] as const;

/** The numbers of the seed on the full raster: a layer that grows keeps those that it had. */
function seeded(seed: number, layer: number): { w: number[]; b: number[] } {
  const random = createRandom(seed * 31 + layer);
  const w = Array.from({ length: LARGEST * LARGEST }, () => DRAWN[random.below(DRAWN.length)] as number);
  return { w, b: Array.from({ length: LARGEST }, () => random.below(5) - 2) };
}

const seededInput = (seed: number): number[] => {
  const random = createRandom(seed * 31);
  return Array.from({ length: LARGEST }, () => random.below(5));
};

/** A shuffle of 0 … n − 1 that moves something, if there is something to move. */
export function shuffled(n: number, shuffle: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  if (shuffle === 0) return order;
  const random = createRandom(shuffle * 977);
  for (let i = n - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order.every((from, i) => from === i) ? [...order.slice(1), ...order.slice(0, 1)] : order;
}

function sizesOf({ inputs, hidden, hidden1, hidden2, outputs }: DenseParams): number[] {
  return [inputs, ...[hidden1, hidden2].slice(0, hidden), outputs];
}

export function build(params: DenseParams): DenseModel {
  const sizes = sizesOf(params);
  const order = shuffled(params.inputs, params.shuffle);
  const inputs = params.x ?? seededInput(params.seed);
  let x = tensor(
    [1, params.inputs],
    order.map((from) => inputs[from] as number),
    'float64',
  );
  const layers: DenseLayer[] = [];
  for (let at = 0; at + 1 < sizes.length; at++) {
    const [ins, outs] = [sizes[at] as number, sizes[at + 1] as number];
    const drawn = seeded(params.seed, at + 1);
    const from = params[WEIGHTS[at] as 'w1'] ?? drawn.w;
    const column = at === 0 ? order : Array.from({ length: ins }, (_, i) => i);
    const weights = Array.from(
      { length: outs * ins },
      (_, i) => from[Math.floor(i / ins) * LARGEST + (column[i % ins] as number)] as number,
    );
    const w = tensor([outs, ins], weights, 'float64');
    const b = tensor([outs], (params[BIASES[at] as 'b1'] ?? drawn.b).slice(0, outs), 'float64');
    const z = linear(x, w, b);
    const name = at + 2 === sizes.length || params.activation === 'none' ? null : params.activation;
    const y = name ? activation(name, z) : z;
    layers.push({
      x,
      w,
      b,
      z,
      y,
      activation: name,
      ins,
      outs,
      parameters: linearCounts(ins, outs).parameters,
    });
    x = y;
  }
  const parameters = layers.reduce((sum, layer) => sum + layer.parameters, 0);
  return { params, sizes, order, layers, parameters };
}

/** What to set so that one number of the figure becomes `value`. `letter` x, w or b; `layer` from 0. */
export function edited(
  model: DenseModel,
  letter: 'x' | 'w' | 'b',
  layer: number,
  [row, col]: readonly [row: number, col: number],
  value: number,
): Partial<DenseParams> {
  const { params, order } = model;
  const drawn = seeded(params.seed, layer + 1);
  const put = (values: readonly number[], at: number): number[] =>
    values.map((old, i) => (i === at ? value : old));
  if (letter === 'x') return { x: put(params.x ?? seededInput(params.seed), order[row + col] as number) };
  if (letter === 'b') {
    const key = BIASES[layer] as 'b1';
    return { [key]: put(params[key] ?? drawn.b, row) };
  }
  const key = WEIGHTS[layer] as 'w1';
  const from = layer === 0 ? (order[col] as number) : col;
  return { [key]: put(params[key] ?? drawn.w, row * LARGEST + from) };
}
