import { oncePerPlace } from './pageTheme.ts';
import { strength } from './valueScale.ts';

type Triple = readonly [number, number, number];

const linear = (channel: number): number => {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};
const gamma = (c: number): number =>
  255 * Math.min(1, Math.max(0, c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055));

/** sRGB (0–255) to Oklab and back. Matrices: Björn Ottosson, “A perceptual color space for image processing” (2020). */
function oklabOf(rgb: Triple): Triple {
  const [r, g, b] = rgb.map(linear) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
function rgbOf([L, a, b]: Triple): Triple {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** The same mixture as CSS makes of `color-mix(in oklab, to share, from)`, 0 ≤ share ≤ 1. */
export function mixOklab(from: Triple, to: Triple, share: number): Triple {
  const [a, b] = [oklabOf(from), oklabOf(to)];
  return rgbOf([0, 1, 2].map((i) => a[i as 0] + (b[i as 0] - a[i as 0]) * share) as unknown as Triple);
}

/** Levels of colour from zero to a full one. */
export const LEVELS = 255;

/** The value scale of an element in numbers, for painting: see `valueColor`, which writes the same as CSS. */
export interface ValuePalette {
  /** The pixels of all levels, from full negative over zero to full positive: four bytes as a canvas keeps them. */
  readonly pixels: Uint32Array;
  /** Where the colour of a value stands among `pixels`. */
  level(value: number, max: number): number;
  /** The colour of a value as CSS. */
  of(value: number, max: number): string;
}

/** The value scale that holds at an element. */
export const valuePalette = oncePerPlace((element): ValuePalette => {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const style = getComputedStyle(element);
  const read = (name: string): Triple => {
    if (!context) return [128, 128, 128];
    context.fillStyle = style.getPropertyValue(`--value-${name}`).trim() || '#808080';
    context.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
    return [r, g, b];
  };
  const [zero, negative, positive] = [read('zero'), read('negative'), read('positive')];
  const rgba = new Uint8ClampedArray((2 * LEVELS + 1) * 4).fill(255);
  for (let level = -LEVELS; level <= LEVELS; level++)
    rgba.set(mixOklab(zero, level < 0 ? negative : positive, Math.abs(level) / LEVELS), (level + LEVELS) * 4);
  const levelOf = (value: number, max: number): number => Math.round(strength(value, max) * LEVELS) + LEVELS;
  return {
    pixels: new Uint32Array(rgba.buffer),
    level: levelOf,
    of: (value, max) => {
      const at = levelOf(value, max) * 4;
      return `rgb(${rgba.subarray(at, at + 3).join(' ')})`;
    },
  };
});

interface PaintOptions {
  /** Numbers whose pixels stay clear; default: none. */
  readonly empty?: ((index: number) => boolean) | undefined;
  /** Where the plane begins among the numbers. */
  readonly first?: number;
}

/** Writes the pixels of a plane as RGBA, one for each number. */
export function paintValues(
  rgba: Uint8ClampedArray,
  values: ArrayLike<number>,
  max: number,
  palette: ValuePalette,
  { empty, first = 0 }: PaintOptions = {},
): void {
  const { pixels, level } = palette;
  const painted = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length / 4);
  for (let i = 0; i < painted.length; i++)
    if (!empty?.(i)) painted[i] = pixels[level(values[first + i] as number, max)] as number;
}
