import { magnitude } from '../../kit/colour/valueScale.ts';
import { edited } from '../../kit/convolution/resize.ts';
import { SIZE_WORDS } from '../../kit/convolution/words.ts';
import type { GridSpec } from '../../kit/scene/defineScene.ts';
import type { BackwardModel } from './model.ts';
import { type BackwardParams, hasPlanes } from './parameters.ts';
import { WORDS } from './words.ts';

/**
 * Two lanes of grids. The bench of a pass has copies of its own: `spread` is ∂y with its inserted zeros, `turned` the
 * kernel after its half turn, `padded` the input with its border, `shares` the products of one weight's gradient. Of
 * several planes, a copy shows the one at work.
 */
export type GridId =
  | 'x'
  | 'w'
  | 'b'
  | 'y'
  | 'dy'
  | 'spread'
  | 'turned'
  | 'products'
  | 'padded'
  | 'shares'
  | 'dx'
  | 'dw'
  | 'db';

export function gridsOf(model: BackwardModel): GridSpec<BackwardParams>[] {
  const { x, w, b, y, dy, dx, dw, db, out, sides, frame, params: now } = model;
  const { input, kernel, stride, channels, filters } = now;
  const several = hasPlanes(now);
  const side = { rows: input, cols: input };
  const taps = { rows: kernel, cols: kernel };
  const outs = { rows: out, cols: out };
  const one = { rows: 1, cols: filters };
  const kernels = {
    ...taps,
    planes: filters * channels,
    planeAxes: [
      { name: WORDS.filter, size: filters },
      { name: WORDS.channel, size: channels },
    ],
  };
  const maps = { ...outs, planes: filters, planeAxes: [{ name: WORDS.filter, size: filters }] };
  const most = { x: magnitude(x.data), w: magnitude(w.data, b.data), dy: magnitude(dy.data) };
  const editDy = { edit: (i: number, v: number) => ({ dy: edited(dy.data, i, v) }) };
  const bench = { name: SIZE_WORDS.products, values: [], pinnable: false } as const;
  return [
    { id: 'x', ...side, planes: channels, values: x.data, edit: (i, v) => ({ x: edited(x.data, i, v) }) },
    {
      id: 'padded',
      symbol: 'x',
      ...(several && { name: WORDS.padded }),
      ...side,
      values: x.data,
      max: most.x,
      padding: sides,
      pinnable: false,
    },
    {
      id: 'w',
      ...kernels,
      values: w.data,
      max: most.w,
      edit: (i, v) => ({ preset: 'own', w: edited(w.data, i, v) }),
    },
    {
      ...{ id: 'turned', symbol: 'w', name: WORDS.turned, ...taps, values: w.data, max: most.w },
      turned: true,
      pinnable: false,
    },
    { id: 'b', ...one, values: b.data, max: most.w, edit: (i, v) => ({ b: edited(b.data, i, v) }) },
    { id: 'y', ...maps, values: y.data },
    { id: 'dy', ...maps, values: dy.data, ...editDy },
    {
      ...{ id: 'spread', symbol: 'dy', name: several ? WORDS.spread : WORDS.upstream, ...outs },
      values: dy.data,
      max: most.dy,
      ...(!several && editDy),
      spread: stride,
      padding: [frame[0], frame[0], frame[1], frame[1]],
      pinnable: false,
    },
    { id: 'products', ...taps, ...bench, max: most.w * most.dy },
    { id: 'shares', ...outs, ...bench, max: most.x * most.dy },
    {
      ...{ id: 'dx', ...side, planes: channels, values: dx.data },
      // Behind several sheets there is no room for a border: what lands on it goes off the sheet.
      ...(now.method === 'scatter' && !several && { padding: sides }),
    },
    { id: 'dw', ...kernels, values: dw.data },
    { id: 'db', ...one, values: db.data },
  ];
}
