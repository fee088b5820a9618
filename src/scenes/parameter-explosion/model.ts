import { PHOTOS } from '../../kit/samples/samples.ts';
import { choice, type ParamSpecs, whole } from '../../playback/params.ts';
import { conv2dCounts, type LayerCounts, linearCounts } from '../../tensor/counts.ts';
import { largestSize } from './shrink.ts';

/** A size of picture that people know: height, width and channels. */
export interface Format {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
}

export const FORMATS: readonly Format[] = [
  { id: 'digit', width: 28, height: 28, channels: 1 },
  { id: 'thumbnail', width: 32, height: 32, channels: 3 },
  { id: 'crop', width: 224, height: 224, channels: 3 },
  { id: 'vga', width: 640, height: 480, channels: 3 },
  { id: 'hd', width: 1920, height: 1080, channels: 3 },
  { id: 'phone', width: 4000, height: 3000, channels: 3 },
];

/** How many weights one can afford: 1, 2, 5, 10 … from a thousand to a billion. */
export const BUDGETS: readonly number[] = Array.from(
  { length: 19 },
  (_, i) => ([1, 2, 5] as const)[(i % 3) as 0 | 1 | 2] * 10 ** (3 + Math.floor(i / 3)),
);

export const MEASURES = ['parameters', 'bytes', 'multiplyAdds'] as const;
export type Measure = (typeof MEASURES)[number];

export const PHOTO_IDS = PHOTOS.map(({ id }) => id);

export interface ExplosionParams {
  /** Place in FORMATS. */
  readonly format: number;
  /** Neurons of the dense layer. */
  readonly neurons: number;
  readonly kernel: number;
  readonly filters: number;
  readonly measure: Measure;
  /** Place in BUDGETS. */
  readonly budget: number;
  readonly photo: string;
}

export const MOST_NEURONS = 4096;
export const LARGEST_KERNEL = 11;
export const MOST_FILTERS = 512;

export const specs: ParamSpecs<ExplosionParams> = {
  format: whole(FORMATS.length - 1, 0, FORMATS.length - 1),
  neurons: whole(1000, 1, MOST_NEURONS),
  kernel: whole(3, 1, LARGEST_KERNEL),
  filters: whole(64, 1, MOST_FILTERS),
  measure: choice<Measure>('parameters', MEASURES),
  budget: whole(9, 0, BUDGETS.length - 1),
  photo: choice('boats', PHOTO_IDS),
};

export interface ExplosionModel {
  readonly params: ExplosionParams;
  readonly format: Format;
  /** The numbers that the picture is made of. */
  readonly inputs: number;
  readonly dense: LayerCounts;
  readonly conv: LayerCounts;
  /** Weights that one can afford, and the grey pixels that a dense layer with them can read. */
  readonly budget: number;
  readonly affordable: number;
  /** The sample photograph, and the size to which it has to shrink; null: not even one pixel. */
  readonly photo: { readonly width: number; readonly height: number };
  readonly shrunk: { readonly rows: number; readonly cols: number } | null;
}

export function build(params: ExplosionParams): ExplosionModel {
  const format = FORMATS[params.format] as Format;
  const { width, height, channels } = format;
  const inputs = width * height * channels;
  const photo = PHOTOS.find(({ id }) => id === params.photo) ?? (PHOTOS[0] as (typeof PHOTOS)[number]);
  const budget = BUDGETS[params.budget] as number;
  const affordable = Math.floor(budget / params.neurons);
  return {
    params,
    format,
    inputs,
    dense: linearCounts(inputs, params.neurons),
    conv: conv2dCounts(
      [1, channels, height, width],
      [params.filters, channels, params.kernel, params.kernel],
      { padding: 'same' },
    ),
    budget,
    affordable,
    photo,
    shrunk: largestSize(photo.height, photo.width, affordable),
  };
}
