import { magnitude } from '../../kit/colour/valueScale.ts';
import { KernelControl } from '../../kit/convolution/KernelControl.tsx';
import { edited } from '../../kit/convolution/resize.ts';
import { sizesOf } from '../../kit/convolution/sizes.ts';
import { SIZE_WORDS } from '../../kit/convolution/words.ts';
import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import { BEATS } from './beats.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { ruleOf } from './formula.ts';
import { build, type ConvolutionModel, gradientsOf } from './model.ts';
import { PictureControl } from './PictureControl.tsx';
import { type ConvolutionParams, constrain, params, ranges } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { type ConvolutionView, viewOf } from './view.ts';
import { captionOf, SHORT_TITLE, TITLE } from './words.ts';

/** The first row and a half of a whole-number figure are done when a reader first sees it. */
const REST = { stretch: 'forward', cell: 7, done: 6 } as const;

function grids(model: ConvolutionModel): GridSpec<ConvolutionParams>[] {
  const { x, w, b, y, target, dy, dx, dw, db, out, sides, params: now } = model;
  const { input, kernel } = now;
  const sizes = {
    side: { rows: input, cols: input },
    taps: { rows: kernel, cols: kernel },
    outs: { rows: out, cols: out },
  };
  const one = { rows: 1, cols: 1 };
  return [
    { id: 'x', ...sizes.side, values: x.data, padding: sides, edit: (i, v) => ({ x: edited(x.data, i, v) }) },
    { id: 'w', ...sizes.taps, values: w.data, edit: (i, v) => ({ preset: 'own', w: edited(w.data, i, v) }) },
    {
      id: 'products',
      name: SIZE_WORDS.products,
      ...sizes.taps,
      values: [],
      max: magnitude(x.data) * magnitude(w.data),
      pinnable: false,
    },
    { id: 'b', ...one, values: b?.data ?? [], max: magnitude(w.data), edit: (_, v) => ({ b: v }) },
    { id: 'y', ...sizes.outs, values: y.data },
    {
      id: 'target',
      ...sizes.outs,
      values: target.data,
      edit: (i, v) => ({ target: edited(target.data, i, v) }),
    },
    {
      id: 'dy',
      ...sizes.outs,
      values: dy.data,
      ...(now.loss === 'given' && { edit: (i: number, v: number) => ({ dy: edited(dy.data, i, v) }) }),
    },
    { id: 'dx', ...sizes.side, values: dx.data },
    { id: 'dw', ...sizes.taps, values: dw.data },
    { id: 'db', ...one, values: db.data },
  ];
}

export const convolution = defineScene<ConvolutionParams, ConvolutionModel, ConvolutionView>({
  name: 'convolution',
  title: TITLE,
  shortTitle: SHORT_TITLE,
  params,
  ranges,
  constrain,
  build,
  track: (model) => model.track,
  rest: () => REST,
  grids,
  beats: BEATS,
  view: viewOf,
  gradients: gradientsOf,
  formula: ruleOf,
  sizes: (model) => sizesOf(model.params, model),
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  controls: [
    {
      title: SIZE_WORDS.whereTheWindow,
      controls: ['input', 'kernel', 'stride', 'padding', 'dilation'],
    },
    { title: SIZE_WORDS.whichNumbers, controls: [PictureControl, KernelControl, 'loss'] },
  ],
  renew: ({ seed }) => ({ source: 'numbers', seed: (seed % 9999) + 1, x: null, dy: null, target: null }),
  Stage,
});
