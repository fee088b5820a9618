import { magnitude } from '../../kit/colour/valueScale.ts';
import { edited } from '../../kit/convolution/resize.ts';
import { poolSizes } from '../../kit/pooling/sizes.ts';
import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import { BEATS } from './beats.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { CountPadding, MethodInHead, MethodOnPhone } from './controls.tsx';
import { ruleOf } from './formula.ts';
import { build, gradientsOf, type PoolBackModel } from './model.ts';
import { constrain, type PoolBackParams, params, ranges } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { type PoolBackView, viewOf } from './view.ts';
import { captionOf, WORDS } from './words.ts';

function grids(model: PoolBackModel): GridSpec<PoolBackParams>[] {
  const { x, y, dx, dy, side, out, extent, drawn, kind, options } = model;
  const forward = Math.max(magnitude(x.data), magnitude(y.data));
  const gradient = Math.max(magnitude(dy.data), magnitude(dx.data));
  const pixels = { rows: side, cols: side, padding: drawn };
  const outputs = { rows: out, cols: out };
  const places = { rows: extent, cols: extent, values: [], pinnable: false } as const;
  return [
    {
      id: 'x',
      ...pixels,
      values: x.data,
      max: forward,
      paddingValue: kind === 'max' ? Number.NEGATIVE_INFINITY : options.countIncludePad ? 0 : null,
      edit: (i, v) => ({ x: edited(x.data, i, v) }),
    },
    { id: 'mask', name: WORDS.mask, ...places, max: 1 },
    { id: 'y', ...outputs, values: y.data, max: forward },
    { id: 'dx', ...pixels, values: dx.data, max: gradient, paddingValue: null },
    { id: 'products', symbol: 'shares', name: WORDS.products, ...places, max: gradient },
    { id: 'dy', ...outputs, values: dy.data, max: gradient, edit: (i, v) => ({ dy: edited(dy.data, i, v) }) },
  ];
}

export const poolingBackward = defineScene<PoolBackParams, PoolBackModel, PoolBackView>({
  name: 'pooling-backward',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  ranges,
  constrain,
  build,
  track: (model) => model.track,
  // The second window pays the pixel that the first has paid, when a reader first sees it.
  rest: ({ params: { method } }) => ({ stretch: 'dx', cell: method === 'scatter' ? 1 : 7 }),
  grids,
  beats: BEATS,
  view: viewOf,
  gradients: gradientsOf,
  formula: ruleOf,
  sizes: poolSizes,
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  head: ['kind', MethodInHead],
  controls: [
    {
      title: WORDS.where,
      controls: ['input', 'kernel', 'stride', 'padding', 'ceil', CountPadding, MethodOnPhone],
    },
  ],
  renew: ({ seed }) => ({ seed: (seed % 9999) + 1, x: null, dy: null }),
  Stage,
  // Two lanes.
  stageHeight: { wide: 398, medium: 346, phone: 340 },
});
