import { type Preset, presetKernel } from '../../kit/samples/kernelPresets.ts';
import { conv2d } from '../../tensor/conv2d.ts';
import { maxPool2d } from '../../tensor/maxPool2d.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';
import { KERNEL, type LearnParams, OWN_KERNEL } from './parameters.ts';

/** The kernel behind the target, [1, 1, 3, 3]; null where there is none. */
export function goalOf({ target, goal }: LearnParams): Tensor | null {
  if (target === 'largest' || target === 'mirrored' || target === 'painted') return null;
  const values = target === 'own' ? (goal ?? OWN_KERNEL) : presetKernel(target as Preset, KERNEL);
  return tensor([1, 1, KERNEL, KERNEL], values, 'float64');
}

/** What the output shall become, [pictures, 1, out, out]. */
export function targetOf(params: LearnParams, x: Tensor, goal: Tensor | null): Tensor {
  if (goal) return conv2d(x, goal);
  if (params.target === 'largest') return maxPool2d(x, { kernel: KERNEL, stride: 1 }).y;
  const [count = 1, , side = 1] = x.shape;
  const out = side - KERNEL + 1;
  const mirrored = (i: number): number => {
    const [n, row, col] = [Math.floor(i / out ** 2), Math.floor(i / out) % out, i % out];
    return x.at(n, 0, row + 1, side - 2 - col);
  };
  const own = params.target === 'painted' ? params.t : null;
  return tensor(
    [count, 1, out, out],
    Array.from({ length: count * out * out }, (_, i) => own?.[i] ?? mirrored(i)),
    'float64',
  );
}
