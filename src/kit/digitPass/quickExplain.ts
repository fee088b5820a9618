import { explainConv2d, explainConv2dInput } from '../../explain/conv2d.ts';
import type { SumExplanation } from '../../explain/explanation.ts';
import { explainLinear } from '../../explain/linear.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';
import { FACTS } from './nodes.ts';
import { quickPass, quickWeights } from './quick.ts';
import { type Goal, goalBack, middleOf, type Unit } from './walk.ts';

const SIDE = FACTS.image.rows;
const MAPS = FACTS.conv1.maps;

const asTensor = (shape: readonly number[], data: Float64Array): Tensor =>
  tensor([...shape], data, 'float64');

/**
 * The gradient of a pixel for what is wanted: what came back to the maps of the first convolution, times its kernels. Products
 * that are 0 are left out; where all are, one stays.
 *
 * @param x 28 × 28 numbers
 */
export function explainPixel(goal: Goal, x: Float64Array, row: number, col: number): SumExplanation {
  const { dconv1 } = goalBack(goal, quickPass(x));
  const explanation = explainConv2dInput(
    {
      w: asTensor([MAPS, 1, 5, 5], quickWeights()[0]),
      dy: asTensor([1, MAPS, SIDE, SIDE], dconv1),
      inputShape: [1, 1, SIDE, SIDE],
    },
    { padding: 2 },
    [0, 0, row, col],
  );
  const terms = explanation.terms.filter(({ factors }) => factors.every(({ value }) => value !== 0));
  return { ...explanation, terms: terms.length > 0 ? terms : explanation.terms.slice(0, 1) };
}

/** A unit's number as the sum that it is. @param x 28 × 28 numbers */
export function explainUnit(unit: Unit, x: Float64Array): SumExplanation {
  const [w1, b1, w2, b2, w3, b3] = quickWeights();
  const pass = quickPass(x);
  const { row, col } = middleOf(unit);
  switch (unit.layer) {
    case 'logits': {
      const size = w3.length / b3.length;
      const tensors = {
        x: asTensor([1, size], pass.pool2()),
        w: asTensor([b3.length, size], w3),
        b: asTensor([b3.length], b3),
      };
      return explainLinear(tensors, [0, unit.k]);
    }
    case 'conv1': {
      const tensors = {
        x: asTensor([1, 1, SIDE, SIDE], x),
        w: asTensor([MAPS, 1, 5, 5], w1),
        b: asTensor([MAPS], b1),
      };
      return explainConv2d(tensors, { padding: 2 }, [0, unit.k, row, col]);
    }
    default: {
      const tensors = {
        x: asTensor([1, MAPS, SIDE / 2, SIDE / 2], pass.pool1),
        w: asTensor([b2.length, MAPS, 5, 5], w2),
        b: asTensor([b2.length], b2),
      };
      return explainConv2d(tensors, { padding: 2 }, [0, unit.k, row, col]);
    }
  }
}
