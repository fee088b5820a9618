import { createTrack, type Track } from '../../playback/track.ts';
import { type ActivationName, activation } from '../../tensor/activations.ts';
import { linearCounts } from '../../tensor/counts.ts';
import { linear } from '../../tensor/linear.ts';
import { createRandom } from '../../tensor/random.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';
import { BIAS_PARAMS, type DenseParams, LARGEST, WEIGHT_PARAMS } from './parameters.ts';
import { columnName } from './words.ts';

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
  /** A stretch a layer: neuron by neuron the products, the bias, and the activation where there is one. */
  readonly track: Track<LayerId>;
}

/** The id of a layer's stretch, counted from 0. */
export type LayerId = `layer${number}`;

/** The terms of one neuron's sum: its products and the bias. */
export const termsOf = (layer: DenseLayer): number => layer.ins + 1;

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
    const from = params[WEIGHT_PARAMS[at] as 'w1'] ?? drawn.w;
    const column = at === 0 ? order : Array.from({ length: ins }, (_, i) => i);
    const weights = Array.from(
      { length: outs * ins },
      (_, i) => from[Math.floor(i / ins) * LARGEST + (column[i % ins] as number)] as number,
    );
    const w = tensor([outs, ins], weights, 'float64');
    const b = tensor([outs], (params[BIAS_PARAMS[at] as 'b1'] ?? drawn.b).slice(0, outs), 'float64');
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
  const track = createTrack(
    layers.map((layer, at) => ({
      id: `layer${at}` as const,
      cells: layer.outs,
      terms: termsOf(layer) + (layer.activation ? 1 : 0),
      name: columnName(layers.length, at + 1),
    })),
  );
  return { params, sizes, order, layers, parameters, track };
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
    const key = BIAS_PARAMS[layer] as 'b1';
    return { [key]: put(params[key] ?? drawn.b, row) };
  }
  const key = WEIGHT_PARAMS[layer] as 'w1';
  const from = layer === 0 ? (order[col] as number) : col;
  return { [key]: put(params[key] ?? drawn.w, row * LARGEST + from) };
}
