import { activation } from '../../tensor/activations.ts';
import { conv2d } from '../../tensor/conv2d.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';
import { digit } from '../samples/samples.ts';
import { FIRST_LAYER, type Filter } from './firstLayer.ts';

/** Rows of a digit, and of its feature maps: the first layer keeps the size. */
export const DIGIT_SIDE = 28;

/** Rows of a kernel of the first layer, and of its padding. */
const KERNEL = 5;
const PADDING = 2;

/** Numbers of a square moved down and to the right; zeros come in from outside. */
export function shiftedSquare(
  values: ArrayLike<number>,
  side: number,
  down: number,
  right: number,
): number[] {
  return Array.from({ length: side * side }, (_, i) => {
    const [row, col] = [Math.floor(i / side) - down, (i % side) - right];
    const inside = row >= 0 && row < side && col >= 0 && col < side;
    return inside ? (values[row * side + col] as number) : 0;
  });
}

/**
 * What the first layer of the digit network makes of a digit, after ReLU: one map a filter. The digit itself is
 * moved, not its maps.
 *
 * @param filters numbers of the filters, 0 to 7
 * @returns [1, filters, 28, 28], in float64
 */
export function digitMaps(
  label: number,
  filters: readonly number[],
  { down = 0, right = 0 }: { readonly down?: number; readonly right?: number } = {},
): Tensor {
  const ink = Array.from(digit(label).pixels, (value) => value / 255);
  const x = tensor([1, 1, DIGIT_SIDE, DIGIT_SIDE], shiftedSquare(ink, DIGIT_SIDE, down, right), 'float64');
  const chosen = filters.map((f) => FIRST_LAYER[f] as Filter);
  const w = tensor(
    [chosen.length, 1, KERNEL, KERNEL],
    chosen.flatMap(({ weights }) => weights),
    'float64',
  );
  const b = tensor(
    [chosen.length],
    chosen.map(({ bias }) => bias),
    'float64',
  );
  return activation('relu', conv2d(x, w, b, { padding: PADDING }));
}
