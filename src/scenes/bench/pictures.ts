import { greyOf } from '../../kit/colour/luma.ts';
import type { Picture } from '../../kit/picture/picture.ts';
import { averagedTo } from '../../kit/samples/averaged.ts';
import { digit, photoCropRgb } from '../../kit/samples/samples.ts';
import type { Shape } from '../../tensor/tensor.ts';
import type { BenchParams } from './parameters.ts';
import { planesOf } from './shapes.ts';

const DIGIT = 3;
const STORED = 28;

/**
 * A picture on the planes of the input: three of them are red, green and blue, any other count is grey; bytes, 0 … 255.
 * null: the input is no picture, or it is not there.
 */
export function pictureNumbers({ source }: BenchParams, shape: Shape, own: Picture | null): number[] | null {
  const { planes, rows, cols } = planesOf(shape);
  const to = [rows, cols] as const;
  const repeat = (plane: number[]): number[] => Array.from({ length: planes }, () => plane).flat();
  if (source === 'digit') return repeat(averagedTo(digit(DIGIT).pixels, [STORED, STORED], to));
  const colour =
    source === 'photo'
      ? { rgb: photoCropRgb.pixels, width: photoCropRgb.width, height: photoCropRgb.height }
      : source === 'own'
        ? own
        : null;
  if (!colour) return null;
  const { rgb, width, height } = colour;
  if (planes !== 3) return repeat(averagedTo(greyOf(rgb), [height, width], to));
  return [0, 1, 2].flatMap((c) =>
    averagedTo(
      Array.from({ length: width * height }, (_, i) => rgb[3 * i + c] as number),
      [height, width],
      to,
    ),
  );
}
