import type { DigitPass } from '../../kit/digitPass/pass.ts';
import { activation } from '../../tensor/activations.ts';
import { conv2d } from '../../tensor/conv2d.ts';
import { crossEntropy } from '../../tensor/crossEntropy.ts';
import { flatten } from '../../tensor/flatten.ts';
import { linear } from '../../tensor/linear.ts';
import { maxPool2d } from '../../tensor/maxPool2d.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';

const PADDED = { padding: 2 } as const;
const TAPS = 25;
const behind = (z: Tensor): Tensor => maxPool2d(activation('relu', z), { kernel: 2 }).y;

/**
 * The loss of a pass with one weight of the first layer changed. That weight makes one map alone, and the second convolution
 * is linear in its input: so only this map is made anew, and what it adds.
 *
 * @returns a function of the weight's number, 0 to 199, and of the change
 */
export function lossAlone({ weights, values, label }: DigitPass): (i: number, by: number) => number {
  const [w1, b1, w2, , w3, b3] = weights as [Tensor, Tensor, Tensor, Tensor, Tensor, Tensor];
  const { image, pool1, conv2 } = values;
  const [filters, maps, side] = [w2.shape[0] as number, w2.shape[1] as number, pool1.shape[2] as number];
  return (i, by) => {
    const map = Math.floor(i / TAPS);
    const kernel = Array.from(w1.data.subarray(map * TAPS, (map + 1) * TAPS));
    kernel[i % TAPS] = (kernel[i % TAPS] as number) + by;
    const bias = tensor([1], [b1.data[map] as number], 'float64');
    const made = behind(conv2d(image, tensor([1, 1, 5, 5], kernel, 'float64'), bias, PADDED));
    const change = made.map((value, at) => value - (pool1.data[map * side * side + at] as number));
    const reading = Array.from({ length: filters }, (_, f) => [
      ...w2.data.subarray((f * maps + map) * TAPS, (f * maps + map + 1) * TAPS),
    ]);
    const added = conv2d(change, tensor([filters, 1, 5, 5], reading.flat(), 'float64'), null, PADDED);
    const z2 = conv2.map((value, at) => value + (added.data[at] as number));
    return crossEntropy(linear(flatten(behind(z2)), w3, b3), [label]).data[0] as number;
  };
}
