import type { Explanation, SumExplanation, Term } from '../../explain/explanation.ts';
import { explainPlace } from '../../explain/network.ts';
import { factor, product, sumOf } from '../../explain/terms.ts';
import { keepLast } from '../../playback/keepLast.ts';
import type { Place } from '../../playback/place.ts';
import { conv2dBackward } from '../../tensor/conv2d.ts';
import { linearBackward } from '../../tensor/linear.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';
import type { Tile } from '../number/Tiles.tsx';
import { numberOf } from './nodes.ts';
import type { DigitPass } from './pass.ts';
import type { Subject } from './subject.ts';
import { WEIGHT_FACTS, WEIGHTS, type Weight, type WeightName, weightAt } from './weights.ts';

/** A number that is taken apart: of a layer, or a weight. */
export interface SubjectOrWeight extends Subject {
  readonly weight: Weight | null;
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
  ): SubjectOrWeight => {
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
