import { indexAt } from '../../explain/flatten.ts';
import { magnitude } from '../../kit/colour/valueScale.ts';
import { SIZE_WORDS } from '../../kit/convolution/words.ts';
import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import { BEATS } from './beats.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { sizesOf } from './cost.ts';
import { ruleOf } from './formula.ts';
import { build, type VolumeModel } from './model.ts';
import { constrain, params, type VolumeParams, values } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { type VolumeView, viewOf } from './view.ts';
import { captionOf, WORDS } from './words.ts';

function grids(model: VolumeModel): GridSpec<VolumeParams>[] {
  const { params: now, depth, out, x, w, b, y } = model;
  const { channels, filters, kernel, input, cost } = now;
  if (cost === 'layer') return [];
  const weights = magnitude(w.data, b.data);
  const outputs = magnitude(y.data);
  const sides = {
    x: { rows: input, cols: input },
    w: { rows: kernel, cols: kernel },
    y: { rows: out, cols: out },
  };
  const edit =
    (name: 'x' | 'w' | 'b', shape: readonly number[]) =>
    (index: number, value: number): Partial<VolumeParams> => ({
      [name]: [...(now[name] ?? []), ...indexAt(shape, index), value],
    });
  return [
    { id: 'x', planes: channels, ...sides.x, values: x.data, edit: edit('x', x.shape.slice(1)) },
    {
      id: 'w',
      planes: filters * depth,
      planeAxes: [
        { name: WORDS.filterAxis, size: filters },
        { name: WORDS.channelAxis, size: depth },
      ],
      ...sides.w,
      values: w.data,
      max: weights,
      edit: edit('w', w.shape),
    },
    {
      id: 'products',
      name: SIZE_WORDS.products,
      ...sides.w,
      values: [],
      max: magnitude(x.data) * weights,
      pinnable: false,
    },
    { id: 's', rows: 1, cols: depth, values: [], max: outputs },
    { id: 'b', rows: 1, cols: filters, values: b.data, max: weights, edit: edit('b', b.shape) },
    { id: 'y', planes: filters, ...sides.y, values: y.data },
  ];
}

export const volume = defineScene<VolumeParams, VolumeModel, VolumeView>({
  name: 'volume',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  values,
  constrain,
  build,
  track: (model) => model.track,
  // The first map is written and the second half so, when a reader first sees the figure.
  rest: ({ params: { filters, cost }, depth, out }) =>
    cost === 'layer'
      ? 'end'
      : {
          stretch: String(Math.min(1, filters - 1)),
          cell: Math.floor((out ** 2 - 1) / 2),
          done: Math.min(2, depth),
        },
  grids,
  beats: BEATS,
  view: viewOf,
  formula: ruleOf,
  sizes: sizesOf,
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  controls: [
    { title: WORDS.howDeep, controls: ['channels', 'filters', 'kernel', 'groups', 'input', 'cost'] },
    { title: SIZE_WORDS.whichNumbers, controls: ['source'] },
  ],
  renew: ({ seed }) => ({ seed: (seed % 9999) + 1, source: 'numbers', x: null, w: null, b: null }),
  Stage,
});
