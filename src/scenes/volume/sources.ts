import { photoCropRgb } from '../../kit/samples/samples.ts';
import { createRandom } from '../../tensor/random.ts';

/** Where the input comes from. */
export const SOURCES = ['photo', 'numbers'] as const;
export type Source = (typeof SOURCES)[number];

interface Sizes {
  readonly source: Source;
  readonly seed: number;
  readonly channels: number;
  readonly filters: number;
  readonly kernel: number;
  readonly groups: number;
  readonly input: number;
}

/** Every number has a stream of its own, so that no slider changes the numbers that stay. */
const drawn = (seed: number, ...place: number[]) =>
  createRandom(place.reduce((key, n) => key * 31 + n + 7, seed * 1009));

/** Brightness in ten levels: small numbers, so that every sum can be done in the head. */
const LEVEL = 28;
const COLOURS = 3;

/** The photograph's crop, averaged to `side` × `side` and cut into levels 0 … 9. */
function photoLevel(channel: number, row: number, col: number, side: number): number {
  const { width, pixels } = photoCropRgb;
  const [top, bottom] = [Math.floor((row * width) / side), Math.ceil(((row + 1) * width) / side)];
  const [left, right] = [Math.floor((col * width) / side), Math.ceil(((col + 1) * width) / side)];
  let sum = 0;
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) sum += pixels[(y * width + x) * COLOURS + channel] as number;
  return Math.min(9, Math.round(sum / ((bottom - top) * (right - left)) / LEVEL));
}

/** The first channels of a photograph are red, green and blue; a fourth one is drawn. */
export function firstInput({ source, seed, channels, input }: Sizes): number[] {
  const values: number[] = [];
  for (let c = 0; c < channels; c++)
    for (let row = 0; row < input; row++)
      for (let col = 0; col < input; col++)
        values.push(
          source === 'photo' && c < COLOURS
            ? photoLevel(c, row, col, input)
            : drawn(seed, 1, c, row, col).below(5),
        );
  return values;
}

/** Small whole weights, about as many below 0 as above. */
export function firstWeights({ seed, channels, filters, kernel, groups }: Sizes): number[] {
  const values: number[] = [];
  for (let f = 0; f < filters; f++)
    for (let c = 0; c < channels / groups; c++)
      for (let ky = 0; ky < kernel; ky++)
        for (let kx = 0; kx < kernel; kx++) values.push(drawn(seed, 2, f, c, ky, kx).below(5) - 2);
  return values;
}

export const firstBiases = ({ seed, filters }: Sizes): number[] =>
  Array.from({ length: filters }, (_, f) => drawn(seed, 3, f).below(5) - 2);
