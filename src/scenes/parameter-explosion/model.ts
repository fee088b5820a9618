import { greyOf } from '../../kit/colour/luma.ts';
import type { Picture } from '../../kit/picture/picture.ts';
import { PHOTOS } from '../../kit/samples/samples.ts';
import { keepLast } from '../../playback/keepLast.ts';
import type { Resources } from '../../playback/resources.ts';
import { createTrack, type Track } from '../../playback/track.ts';
import { conv2dCounts, type LayerCounts, linearCounts, locallyConnectedCounts } from '../../tensor/counts.ts';
import { type CountRow, countRows } from './count.ts';
import { BUDGETS, type ExplosionParams, FORMATS, type Format } from './parameters.ts';
import { largestSize, type Plane, shrink } from './shrink.ts';
import { WORDS } from './words.ts';

export type StretchId = 'dense' | 'local' | 'conv';

/** What arrives late. */
export interface ExplosionResources {
  readonly photo: Picture;
}

/** The layers of the comparison, as the core counts them. */
export interface Counted {
  readonly params: ExplosionParams;
  readonly format: Format;
  /** The numbers that the picture is made of. */
  readonly inputs: number;
  /** Neurons of the dense layer. */
  readonly neurons: number;
  /** Places at which the convolution looks. */
  readonly places: number;
  readonly dense: LayerCounts;
  /** Wired like the convolution, with weights of its own at every place; only among three. */
  readonly local: LayerCounts | null;
  readonly conv: LayerCounts;
}

export interface ExplosionModel extends Counted {
  readonly rows: readonly CountRow[];
  readonly track: Track<StretchId>;
  /** Weights that one can afford, and the grey pixels that a dense layer with them can read. */
  readonly budget: number;
  readonly affordable: number;
  /** The sample photograph, and the size to which it has to shrink; null: not even one pixel. */
  readonly photo: { readonly width: number; readonly height: number };
  readonly shrunk: { readonly rows: number; readonly cols: number } | null;
  /** null until the photograph is here. */
  readonly picture: Picture | null;
  /** Its grey values, and the same shrunk. */
  readonly grey: Plane | null;
  readonly failed: boolean;
  readonly small: Plane | null;
}

const greyOnce = keepLast(
  ({ width, height, rgb }: Picture): Plane => ({ rows: height, cols: width, data: greyOf(rgb) }),
);
const shrinkOnce = keepLast(shrink);

function count(params: ExplosionParams): Counted {
  const format = FORMATS[params.format] as Format;
  const { width, height, channels } = format;
  const inputs = width * height * channels;
  const x = [1, channels, height, width];
  const w = [params.filters, channels, params.kernel, params.kernel];
  const three = params.layers === 'three';
  // A dense layer does not pad: among three, the windows stay inside.
  const options = { padding: three ? 0 : 'same' } as const;
  const conv = conv2dCounts(x, w, options);
  const neurons = three ? conv.outputs : params.neurons;
  return {
    ...{ params, format, inputs, neurons, conv },
    places: conv.outputs / params.filters,
    dense: linearCounts(inputs, neurons),
    local: three ? locallyConnectedCounts(x, w, options) : null,
  };
}

export function build(params: ExplosionParams, resources: Resources<ExplosionResources>): ExplosionModel {
  const counted = count(params);
  const rows = countRows(counted);
  const steps = (id: StretchId): number => rows.filter(({ bar }) => bar === id).length;
  const photo = PHOTOS.find(({ id }) => id === params.photo) ?? (PHOTOS[0] as (typeof PHOTOS)[number]);
  const budget = BUDGETS[params.budget] as number;
  const affordable = Math.floor(budget / params.neurons);
  const shrunk = largestSize(photo.height, photo.width, affordable);
  const { photo: resource } = resources;
  const picture = resource.state === 'there' ? resource.value : null;
  const grey = picture && greyOnce(picture);
  return {
    ...counted,
    ...{ rows, budget, affordable, photo, shrunk, picture, grey },
    failed: resource.state === 'failed',
    small: grey && shrunk ? shrinkOnce(grey, shrunk.rows, shrunk.cols) : null,
    track: createTrack([
      { id: 'dense', cells: steps('dense'), terms: 1, name: WORDS.dense, role: 'weight' },
      { id: 'local', cells: steps('local'), terms: 1, name: WORDS.local, role: 'weight' },
      { id: 'conv', cells: steps('conv'), terms: 1, name: WORDS.conv, role: 'output' },
    ]),
  };
}
