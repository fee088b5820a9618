import { edited } from '../../kit/convolution/resize.ts';
import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import { BEATS } from './beats.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { FilterControl } from './FilterControl.tsx';
import { ruleOf, sizesOf } from './formula.ts';
import { build, type LayerModel } from './model.ts';
import { constrain, type LayerParams, params, ranges } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { type LayerView, viewOf } from './view.ts';
import { captionOf, WORDS } from './words.ts';

function grids(model: LayerModel): GridSpec<LayerParams>[] {
  const { params: now, k, out, side, maps, isSmall, x, w, z, a, most } = model;
  const p = now.padding;
  const one = { rows: 1, cols: 1 };
  const outputs = { planes: now.filters, rows: out, cols: out };
  const kernels = { planes: maps, rows: k, cols: k };
  const edit = (index: number, value: number): Partial<LayerParams> => ({ x: edited(x.data, index, value) });
  return [
    {
      id: 'x',
      ...{ planes: maps, rows: side, cols: side, values: x.data, max: most.x, padding: [p, p, p, p] },
      ...(isSmall && { edit }),
    },
    { id: 'pre', ...outputs, values: z.data, max: most.z },
    { id: 'act', ...outputs, values: a.data, max: most.a },
    { id: 'patch', name: WORDS.slice, ...kernels, values: [], max: most.x },
    { id: 'w', ...kernels, values: w.data.subarray(0, maps * k * k), max: most.w },
    { id: 's', ...one, planes: maps, values: [], max: most.z },
    { id: 'b', ...one, values: [], max: Math.max(most.w, 1) },
    { id: 'number', symbol: 'pre', name: WORDS.sum, ...one, values: [], max: most.z, pinnable: false },
    { id: 'bent', symbol: 'act', name: WORDS.act, ...one, values: [], max: most.a, pinnable: false },
  ];
}

export const convLayer = defineScene<LayerParams, LayerModel, LayerView>({
  name: 'conv-layer',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  ranges,
  constrain,
  build,
  track: (model) => model.track,
  grids,
  beats: BEATS,
  view: viewOf,
  formula: ruleOf,
  sizes: sizesOf,
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  controls: [
    { title: WORDS.whichLayer, controls: ['filters', 'stride', 'padding', 'digit', 'kernels', 'activation'] },
    { title: WORDS.whichNumber, controls: ['row', 'col', FilterControl] },
  ],
  Stage,
  stageHeight: { medium: 280 },
});
