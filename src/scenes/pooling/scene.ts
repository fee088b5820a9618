import { magnitude } from '../../kit/colour/valueScale.ts';
import { edited } from '../../kit/convolution/resize.ts';
import { SIZE_WORDS } from '../../kit/convolution/words.ts';
import { poolSizes } from '../../kit/pooling/sizes.ts';
import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import { BEATS } from './beats.ts';
import { CountPadding } from './CountPadding.tsx';
import { captionOf } from './captions.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { ruleOf } from './formula.ts';
import { build, type PoolingModel } from './model.ts';
import { constrain, type PoolingParams, params, ranges } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { type PoolingView, viewOf } from './view.ts';
import { WORDS } from './words.ts';

function grids(model: PoolingModel): GridSpec<PoolingParams>[] {
  const { x, y, before, side, out, channels, drawn, kind, options, isMap } = model;
  const max = Math.max(magnitude(x.data), magnitude(y.data), magnitude(before?.x.data ?? [])) || 1;
  const outputs = { rows: out, cols: out, planes: channels, max };
  return [
    {
      id: 'x',
      ...{ rows: side, cols: side, planes: channels, values: x.data, max, padding: drawn },
      paddingValue: kind === 'max' ? Number.NEGATIVE_INFINITY : options.countIncludePad ? 0 : null,
      // A shifted map is typed into where it lies before the shift.
      ...(!isMap && !before && { edit: (i: number, v: number) => ({ x: edited(x.data, i, v) }) }),
    },
    { id: 'y', ...outputs, values: y.data },
    ...(before ? [{ id: 'before', symbol: 'y', name: WORDS.before, ...outputs, values: before.y.data }] : []),
  ];
}

export const pooling = defineScene<PoolingParams, PoolingModel, PoolingView>({
  name: 'pooling',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  ranges,
  constrain,
  build,
  track: (model) => model.track,
  // The second window of small numbers is being worked out when a reader first sees it.
  rest: ({ isMap, before }) => (isMap || before ? 'end' : { stretch: 'pool', cell: 1, done: 3 }),
  grids,
  beats: BEATS,
  view: viewOf,
  formula: ruleOf,
  sizes: poolSizes,
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  head: ['kind'],
  controls: [
    {
      title: WORDS.whichPooling,
      controls: ['kernel', 'stride', 'padding', 'ceil', 'global', CountPadding],
      when: ({ params: { global } }) => !global,
    },
    { title: WORDS.whichPooling, controls: ['global'], when: ({ params: { global } }) => global },
    {
      title: SIZE_WORDS.whichNumbers,
      controls: ['input', 'source', 'right', 'down'],
      when: ({ isMap }) => !isMap,
    },
    {
      title: SIZE_WORDS.whichNumbers,
      controls: ['source', 'digit', 'map', 'right', 'down'],
      when: ({ isMap }) => isMap,
    },
  ],
  renew: ({ seed }) => ({ source: 'numbers', seed: (seed % 9999) + 1, x: null }),
  Stage,
  // A map brings a second row of controls under the bar.
  stageHeight: { medium: 272 },
});
