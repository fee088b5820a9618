import { strength } from '../../figures/valueScale.ts';

type Rgb = readonly [number, number, number];

/** The theme's colours of 0, of positive and of negative values. */
export interface Palette {
  readonly zero: Rgb;
  readonly positive: Rgb;
  readonly negative: Rgb;
}

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const rgb = (name: string): Rgb => {
    const digits = style.getPropertyValue(name).trim().slice(1);
    // The style sheet may have been shortened: #fff.
    const hex = Number.parseInt(digits.length === 3 ? digits.replace(/./g, '$&$&') : digits, 16);
    return [hex >> 16, (hex >> 8) & 255, hex & 255];
  };
  return {
    zero: rgb('--value-zero'),
    positive: rgb('--value-positive'),
    negative: rgb('--value-negative'),
  };
}

/** Paints a plane, one pixel a number; numbers that do not exist yet stay clear. */
export function paintPlane(
  canvas: HTMLCanvasElement,
  values: ArrayLike<number>,
  max: number,
  known: (row: number, col: number) => boolean,
  palette: Palette,
): void {
  const { width, height } = canvas;
  const context = canvas.getContext('2d');
  if (!context) return;
  const image = context.createImageData(width, height);
  for (let i = 0; i < width * height; i++) {
    if (!known(Math.floor(i / width), i % width)) continue;
    const s = strength(values[i] as number, max);
    const end = s < 0 ? palette.negative : palette.positive;
    for (let channel = 0; channel < 3; channel++) {
      const from = palette.zero[channel] as number;
      image.data[i * 4 + channel] = from + ((end[channel] as number) - from) * Math.abs(s);
    }
    image.data[i * 4 + 3] = 255;
  }
  context.putImageData(image, 0, 0);
}
