import { paintGrey, paintRgb } from '../../kit/colour/photo.ts';
import { paintValues, valuePalette } from '../../kit/colour/valuePalette.ts';
import { valueColor } from '../../kit/colour/valueScale.ts';
import { planeOf } from '../../tensor/channels.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { KernelPhotoModel } from './model.ts';
import { BRIGHTEST, type KernelPhotoParams } from './parameters.ts';
import type { Planes } from './pictures.ts';

type Painter = (rgba: Uint8ClampedArray, host: Element) => void;

/** Numbers as light, cut to 0 … 255: one plane in grey, or three in their colours. */
function paintLight(values: ArrayLike<number>, colour: boolean): Painter {
  const scale = { black: 0, white: BRIGHTEST };
  return (rgba) => (colour ? paintRgb : paintGrey)(rgba, values, scale);
}

/** The input, as the kernel reads it. */
export const inputPainter = ({ exact }: Planes, colour: KernelPhotoParams['colour']): Painter =>
  paintLight(exact.data, colour === 'colour');

/** The output: signed on the diverging scale, or as light. */
export function outputPainter(
  y: Tensor,
  plane: number,
  scale: number,
  display: KernelPhotoParams['display'],
  colour: KernelPhotoParams['colour'],
): Painter {
  if (display === 'picture') return paintLight(y.data, colour === 'colour');
  return (rgba, host) => paintValues(rgba, planeOf(y, plane), scale, valuePalette(host));
}

/** The colour of one pixel of the input. */
export function lightOf({ planes: { exact }, picture }: KernelPhotoModel, index: number): string {
  const area = picture.width * picture.height;
  const planes = (exact.shape[0] ?? 1) === 3 ? [0, 1, 2] : [0, 0, 0];
  return `rgb(${planes.map((plane) => exact.data[plane * area + index]).join(' ')})`;
}

/** The colour of one pixel of the output. */
export function outputColour({ params, y, plane, scale }: KernelPhotoModel, index: number): string {
  const value = planeOf(y, plane)[index] as number;
  if (params.display === 'signed') return valueColor(value, scale);
  const light = Math.min(BRIGHTEST, Math.max(0, Math.round(value)));
  return `rgb(${light} ${light} ${light})`;
}
