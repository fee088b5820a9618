import { paintValues, type ValuePalette } from '../../figures/valuePalette.ts';
import { strength, valueColor } from '../../figures/valueScale.ts';

/** How a picture's numbers become colours: signed on the diverging scale, or as light, cut to 0 … 255. */
export interface Paint {
  readonly kind: 'signed' | 'light';
  /** Plane after plane. */
  readonly values: ArrayLike<number>;
  /** Which planes: one, or red, green and blue. */
  readonly planes: readonly number[];
  /** For `signed`: the magnitude at which the colour is full. */
  readonly max: number;
}

/** Writes the picture's pixels as RGBA. */
export function paintInto(rgba: Uint8ClampedArray, paint: Paint, palette: ValuePalette): void {
  const { values, planes, max } = paint;
  const area = rgba.length / 4;
  const first = (planes[0] ?? 0) * area;
  if (paint.kind === 'signed') {
    paintValues(rgba, values, max, palette, { first });
    return;
  }
  const second = (planes[1] ?? planes[0] ?? 0) * area;
  const third = (planes[2] ?? planes[0] ?? 0) * area;
  for (let i = 0; i < area; i++) {
    // A clamped array cuts what is below 0 or above 255, and rounds.
    rgba[i * 4] = values[first + i] as number;
    rgba[i * 4 + 1] = values[second + i] as number;
    rgba[i * 4 + 2] = values[third + i] as number;
    rgba[i * 4 + 3] = 255;
  }
}

const LEVELS = 16;

/** The colour of one pixel as CSS, in few steps, for a picture that is drawn without a canvas. */
export function colourOf(paint: Paint, i: number, area: number): string {
  const value = (plane: number): number => paint.values[plane * area + i] as number;
  const [first = 0, second = first, third = first] = paint.planes;
  if (paint.kind === 'signed')
    return valueColor(Math.round(strength(value(first), paint.max) * LEVELS) / LEVELS, 1);
  const light = [first, second, third].map((plane) => {
    const cut = Math.min(255, Math.max(0, value(plane)));
    return paint.planes.length === 1
      ? Math.round(Math.round((cut / 255) * 31) * (255 / 31))
      : Math.round(cut);
  });
  return `rgb(${light.join(' ')})`;
}
