import { magnitude } from '../../kit/colour/valueScale.ts';
import { edited } from '../../kit/convolution/resize.ts';
import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import { BEATS, REST } from './beats.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { ruleOf, sizesOf } from './formula.ts';
import { build, type FlattenModel } from './model.ts';
import { constrain, type FlattenParams, params, ranges } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { type FlattenView, viewOf } from './view.ts';
import { captionOf, WORDS } from './words.ts';

function grids({
  params: { channels, height, width, classes },
  ...model
}: FlattenModel): GridSpec<FlattenParams>[] {
  const { x, flat, w, b, logits } = model;
  const values = magnitude(x.data);
  const weights = magnitude(w.data, b.data);
  return [
    {
      ...{ id: 'x', name: WORDS.maps, rows: height, cols: width, planes: channels },
      ...{ values: x.data, max: values },
      edit: (at, value) => ({ x: edited(x.data, at, value) }),
    },
    { id: 'flat', symbol: 'x', name: WORDS.flat, rows: 1, cols: flat.size, values: flat.data, max: values },
    {
      ...{ id: 'w', name: WORDS.weights, rows: classes, cols: flat.size, values: w.data, max: weights },
      edit: (at, value) => ({ w: edited(w.data, at, value) }),
    },
    {
      ...{ id: 'b', rows: classes, cols: 1, values: b.data, max: weights },
      edit: (at, value) => ({ b: edited(b.data, at, value) }),
    },
    { id: 'logits', rows: classes, cols: 1, values: logits.data },
  ];
}

export const flattenScene = defineScene<FlattenParams, FlattenModel, FlattenView>({
  name: 'flatten',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  ranges,
  constrain,
  build,
  track: (model) => model.track,
  rest: ({ places }) => ({ ...REST, cell: Math.min(REST.cell, places.length - 1) }),
  grids,
  beats: BEATS,
  view: viewOf,
  formula: ruleOf,
  sizes: sizesOf,
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  controls: [
    { title: WORDS.howLarge, controls: ['channels', 'height', 'width', 'classes'] },
    { title: WORDS.orderTitle, controls: ['order'] },
  ],
  renew: ({ seed }) => ({ seed: (seed % 9999) + 1, x: null, w: null, b: null }),
  Stage,
  stageHeight: { medium: 300 },
});
