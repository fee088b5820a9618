import type { Explanation, SumExplanation, Term } from '../../explain/explanation.ts';
import { explainPlace } from '../../explain/network.ts';
import { factor, product, sumOf } from '../../explain/terms.ts';
import { type NodeName, nodeAt, numberOf } from '../../kit/digitPass/nodes.ts';
import type { DigitPass } from '../../kit/digitPass/pass.ts';
import type { Subject } from '../../kit/digitPass/subject.ts';
import type { Tile } from '../../kit/number/Tiles.tsx';
import { keepLast } from '../../playback/keepLast.ts';
import type { Place } from '../../playback/place.ts';
import { conv2dBackward } from '../../tensor/conv2d.ts';
import { linearBackward } from '../../tensor/linear.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';

/** Weights and biases of the network in the order of its parameters. Each has a grid; with a d in front it holds the gradient. */
export const WEIGHTS = ['w1', 'b1', 'w2', 'b2', 'w3', 'b3'] as const;
export type WeightName = (typeof WEIGHTS)[number];

interface WeightFacts {
  /** What they make, and its layer in the network. */
  readonly node: NodeName;
  readonly layer: number;
  /** Maps that are read; 0 for biases. */
  readonly reads: number;
  /** A plane for each kernel: filter by filter, map by map. Biases stand in one row. */
  readonly planes: number;
  readonly rows: number;
  readonly cols: number;
}

export const WEIGHT_FACTS: Readonly<Record<WeightName, WeightFacts>> = {
  w1: { node: 'conv1', layer: 0, reads: 1, planes: 8, rows: 5, cols: 5 },
  b1: { node: 'conv1', layer: 0, reads: 0, planes: 1, rows: 1, cols: 8 },
  w2: { node: 'conv2', layer: 3, reads: 8, planes: 128, rows: 5, cols: 5 },
  b2: { node: 'conv2', layer: 3, reads: 0, planes: 1, rows: 1, cols: 16 },
  w3: { node: 'logits', layer: 7, reads: 16, planes: 160, rows: 7, cols: 7 },
  b3: { node: 'logits', layer: 7, reads: 0, planes: 1, rows: 1, cols: 10 },
};

/** A weight that is asked for. */
export interface Weight {
  readonly name: WeightName;
  /** The filter, or the class; and the map that it reads. */
  readonly filter: number;
  readonly map: number;
  readonly row: number;
  readonly col: number;
  /** Its place among the numbers of its tensor. */
  readonly offset: number;
}

/** A number that is taken apart: of a layer, or a weight. */
export interface NetworkSubject extends Subject {
  readonly weight: Weight | null;
}

/** The weight of a grid's cell; null: the grid holds none. */
export function weightAt({ grid, plane, row, col }: Place): Weight | null {
  const name = WEIGHTS.find((one) => grid === one || grid === `d${one}`);
  if (!name) return null;
  const { reads, rows, cols } = WEIGHT_FACTS[name];
  return reads === 0
    ? { name, filter: col, map: 0, row: 0, col: 0, offset: col }
    : {
        ...{ name, row, col },
        filter: Math.floor(plane / reads),
        map: plane % reads,
        offset: (plane * rows + row) * cols + col,
      };
}

/** Where a weight or a bias of a line stands: factors `w` and `b` of the layer that makes `node`. */
export function placeOfWeight(node: NodeName, tensor: string, index: readonly number[]): Place | null {
  const name = WEIGHTS.find((one) => one[0] === tensor && WEIGHT_FACTS[one].node === node);
  if (!name) return null;
  const { reads, rows, cols } = WEIGHT_FACTS[name];
  const [filter = 0, second = 0, row = 0, col = 0] = index;
  if (reads === 0) return { grid: name, plane: 0, row: 0, col: filter };
  if (index.length > 2) return { grid: name, plane: filter * reads + second, row, col };
  const map = Math.floor(second / (rows * cols));
  return {
    grid: name,
    plane: filter * reads + map,
    row: Math.floor(second / cols) % rows,
    col: second % cols,
  };
}

/** ∂loss/∂ each parameter, in their order. */
export const weightGradients = keepLast(({ values, gradients, weights }: DigitPass): Tensor[] => {
  const [w1, , w2, , w3] = weights as [Tensor, Tensor, Tensor, Tensor, Tensor];
  const first = conv2dBackward(values.image, w1, gradients.conv1, { padding: 2 });
  const second = conv2dBackward(values.pool1, w2, gradients.conv2, { padding: 2 });
  const flat = tensor([1, values.pool2.size], values.pool2.data, 'float64');
  const dense = linearBackward(flat, w3, gradients.logits);
  return [first, second, dense].flatMap(({ dw, db }) => [dw, db as Tensor]);
});

/** A weight taken apart: backwards its gradient, a product for each use; forwards what it adds to its map in all. */
export const weightSubject = keepLast(
  (
    pass: DigitPass,
    isBack: boolean,
    name: WeightName,
    plane: number,
    row: number,
    col: number,
  ): NetworkSubject => {
    const place: Place = { grid: isBack ? `d${name}` : name, plane, row, col };
    const weight = weightAt(place) as Weight;
    const { node, reads } = WEIGHT_FACTS[name];
    const at = WEIGHTS.indexOf(name);
    const value = pass.weights[at]?.data[weight.offset] as number;
    const back = explainWeight(pass, weight);
    const explanation = isBack ? back : forwards(back, pass, weight, value);
    return {
      ...{ isBack, node, weight, place, value, explanation },
      layer: numberOf(node),
      spot: {
        plane: node === 'logits' ? 0 : weight.filter,
        row: node === 'logits' ? weight.filter : 0,
        col: 0,
      },
      gradient: back.value,
      tiles: reads > 0 && node !== 'logits' ? [tileOf(explanation, weight.map)] : [],
      bias: null,
    };
  },
);

const indexOf = ({ name, filter, map, row, col }: Weight): number[] => {
  const { reads, rows, cols, node } = WEIGHT_FACTS[name];
  if (reads === 0) return [filter];
  return node === 'logits' ? [filter, map * rows * cols + row * cols + col] : [filter, map, row, col];
};

function explainWeight({ pass }: DigitPass, weight: Weight): SumExplanation {
  const place = {
    of: 'parameterGradient',
    layer: [WEIGHT_FACTS[weight.name].layer],
    parameter: WEIGHT_FACTS[weight.name].reads > 0 ? 0 : 1,
    index: indexOf(weight),
  } as const;
  return explainPlace(pass, place) as Explanation & SumExplanation;
}

/** The products in which a weight stands, one for each use; of a bias, itself as often. */
function forwards(
  back: SumExplanation,
  { weights }: DigitPass,
  weight: Weight,
  value: number,
): SumExplanation {
  const own = factor(
    weight.name[0] as string,
    weights[WEIGHTS.indexOf(weight.name)] as Tensor,
    ...indexOf(weight),
  );
  const terms = back.terms.map(({ factors }): Term => {
    const read = factors.find(({ tensor: name }) => name === 'x');
    return read ? product(own, read) : { factors: [own], value };
  });
  return sumOf('s', [0, 0], terms);
}

/** What the weight reads, place by place, and beside it what that is multiplied with. */
function tileOf({ terms, value }: Explanation & SumExplanation, map: number): Tile {
  return {
    map,
    cols: Math.round(Math.sqrt(terms.length)),
    sum: value,
    terms: terms.map(({ factors, value: own }) => ({
      value: own,
      factors: [...factors]
        .sort((a, b) => Number(b.tensor === 'x') - Number(a.tensor === 'x'))
        // A tile has the weights of its products at the right.
        .map((one) => (one.tensor === 'x' ? one : { ...one, tensor: 'w' })),
    })),
  };
}

/** The node that the weights of a layer read. */
export const readNode = (name: WeightName): NodeName => nodeAt(numberOf(WEIGHT_FACTS[name].node) - 1);
