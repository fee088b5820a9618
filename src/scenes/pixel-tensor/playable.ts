import type { Beat, CellRef, Playable } from '../../playback/figureStore.ts';
import { build, constrain, type PixelModel, type PixelParams, specs } from './model.ts';
import { momentAt, type Order, type Place, positionOf } from './orders.ts';

interface BeatRecipe {
  readonly params?: Partial<PixelParams>;
  readonly order: Order;
  readonly place: Place;
  readonly pin?: CellRef;
}

const NILE = { source: 'nile', x: null, size: 4, batch: 1, scale: 'bytes', seen: 'colour' } as const;
const SHORE = { ...NILE, row: 23, col: 4 } as const;
const at = (c: number, h: number, w: number, n = 0): Place => ({ n, c, h, w });

/** Named positions: parameters, an order, and the number that was written last. */
const BEATS: Readonly<Record<string, BeatRecipe>> = {
  'one-pixel': {
    params: { ...SHORE, apart: 0 },
    order: 'nhwc',
    place: at(2, 0, 0),
    pin: { tensor: 'pixel', row: 0, col: 0 },
  },
  'sand-pixel': {
    params: { ...SHORE, apart: 0 },
    order: 'nhwc',
    place: at(2, 3, 0),
    pin: { tensor: 'pixel', row: 3, col: 0 },
  },
  together: { params: { ...SHORE, apart: 0 }, order: 'nchw', place: at(2, 3, 3) },
  'half-apart': { params: { ...SHORE, apart: 45 }, order: 'nchw', place: at(2, 3, 3) },
  apart: { params: { ...SHORE, apart: 100 }, order: 'nchw', place: at(2, 3, 3) },
  sea: { params: { ...NILE, row: 17, col: 6, apart: 100 }, order: 'nchw', place: at(2, 3, 3) },
  desert: { params: { ...NILE, row: 56, col: 10, apart: 100 }, order: 'nchw', place: at(2, 3, 3) },
  'blue-channel': {
    params: { ...NILE, row: 17, col: 6, apart: 100, seen: 'blue' },
    order: 'nchw',
    place: at(2, 0, 0),
  },
  'red-channel': {
    params: { ...NILE, row: 17, col: 6, apart: 100, seen: 'red' },
    order: 'nchw',
    place: at(0, 0, 0),
  },
  grey: {
    params: { ...SHORE, apart: 100, seen: 'grey' },
    order: 'nchw',
    place: at(1, 1, 1),
    pin: { tensor: 'pixel', row: 1, col: 1 },
  },
  flower: {
    params: { ...NILE, source: 'flower', row: 6, col: 5, apart: 100 },
    order: 'nchw',
    place: at(2, 3, 3),
  },
  unit: { params: { ...SHORE, scale: 'unit', apart: 100 }, order: 'nchw', place: at(0, 3, 3) },
  bytes: { params: { ...SHORE, apart: 100 }, order: 'nchw', place: at(0, 3, 3) },
  'first-number': { params: SHORE, order: 'nchw', place: at(0, 0, 0) },
  'channels-first': { params: SHORE, order: 'nchw', place: at(1, 0, 0) },
  'channels-last': { params: SHORE, order: 'nhwc', place: at(2, 0, 0) },
  'next-pixel': { params: SHORE, order: 'nhwc', place: at(0, 0, 1) },
  'same-number': {
    params: SHORE,
    order: 'nhwc',
    place: at(2, 3, 3),
    pin: { tensor: 'x_1', row: 2, col: 1 },
  },
  answer: {
    params: SHORE,
    order: 'nhwc',
    place: at(1, 1, 2),
    pin: { tensor: 'x_1', row: 1, col: 2 },
  },
  batch: { params: { ...SHORE, batch: 2, apart: 100 }, order: 'nchw', place: at(0, 0, 0, 1) },
};

/** The names that the prose can point at. */
export const BEAT_NAMES = Object.keys(BEATS);

function beatNamed(name: string, current: PixelParams): Beat<PixelParams> | undefined {
  const recipe = Object.hasOwn(BEATS, name) ? BEATS[name] : undefined;
  if (!recipe) return undefined;
  const params = constrain({ ...current, ...recipe.params });
  return {
    params,
    position: positionOf(build(params), recipe.order, recipe.place),
    ...(recipe.pin ? { pin: recipe.pin } : {}),
  };
}

/** The reader stays at the same number of the same order, as far as it exists. */
function carry(position: number, from: PixelModel, to: PixelModel): number {
  if (from.params.size === to.params.size && from.params.batch === to.params.batch) return position;
  const { order, done, place } = momentAt(from, position);
  if (done === 0) return order === 'nchw' ? 0 : to.cells;
  if (done === from.cells) return order === 'nchw' ? to.cells : 2 * to.cells;
  const last = to.params.size - 1;
  return positionOf(to, order, {
    n: Math.min(place.n, to.params.batch - 1),
    c: place.c,
    h: Math.min(place.h, last),
    w: Math.min(place.w, last),
  });
}

/** Both orders can be seen: one is written, the other as far as the first number of the last row. */
const rest = (model: PixelModel): number =>
  positionOf(model, 'nhwc', { n: 0, c: 0, h: model.params.size - 1, w: 0 });

export const pixelTensor: Playable<PixelParams, PixelModel> = {
  name: 'pixel-tensor',
  specs,
  constrain,
  build,
  total: (model) => 2 * model.cells,
  rest,
  carry,
  beats: beatNamed,
};
