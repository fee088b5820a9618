import { magnitude } from '../../kit/colour/valueScale.ts';
import { KernelControl } from '../../kit/convolution/KernelControl.tsx';
import { edited } from '../../kit/convolution/resize.ts';
import { sizesOf } from '../../kit/convolution/sizes.ts';
import { SIZE_WORDS } from '../../kit/convolution/words.ts';
import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import { BEATS } from './beats.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { ruleOf, spreadSizes } from './formula.ts';
import { type BackwardModel, build, gradientsOf } from './model.ts';
import { NudgeLine } from './NudgeLine.tsx';
import { type BackwardParams, constrain, params, ranges } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { type BackwardView, viewOf } from './view.ts';
import { captionOf, WORDS } from './words.ts';

function grids(model: BackwardModel): GridSpec<BackwardParams>[] {
  const { x, w, b, y, dy, dx, dw, db, out, sides, frame, params: now } = model;
  const { input, kernel, stride } = now;
  const side = { rows: input, cols: input };
  const taps = { rows: kernel, cols: kernel };
  const outs = { rows: out, cols: out };
  const one = { rows: 1, cols: 1 };
  const most = { w: magnitude(w.data), dy: magnitude(dy.data) };
  const given = { values: dy.data, edit: (i: number, v: number) => ({ dy: edited(dy.data, i, v) }) };
  const bench = { name: SIZE_WORDS.products, values: [], pinnable: false } as const;
  return [
    { id: 'x', ...side, values: x.data, edit: (i, v) => ({ x: edited(x.data, i, v) }) },
    { id: 'padded', symbol: 'x', ...side, values: x.data, padding: sides, pinnable: false },
    { id: 'w', ...taps, values: w.data, edit: (i, v) => ({ preset: 'own', w: edited(w.data, i, v) }) },
    { id: 'turned', symbol: 'w', name: WORDS.turned, ...taps, values: w.data, turned: true, pinnable: false },
    { id: 'b', ...one, values: b?.data ?? [], max: most.w, edit: (_, v) => ({ b: v }) },
    { id: 'y', ...outs, values: y.data },
    { id: 'dy', ...outs, ...given },
    {
      id: 'spread',
      symbol: 'dy',
      name: WORDS.spread,
      ...outs,
      ...given,
      spread: stride,
      padding: [frame[0], frame[0], frame[1], frame[1]],
      pinnable: false,
    },
    { id: 'products', ...taps, ...bench, max: most.w * most.dy },
    { id: 'shares', ...outs, ...bench, max: magnitude(x.data) * most.dy },
    { id: 'dx', ...side, values: dx.data, ...(now.method === 'scatter' && { padding: sides }) },
    { id: 'dw', ...taps, values: dw.data },
    { id: 'db', ...one, values: db.data },
  ];
}

export const convBackward = defineScene<BackwardParams, BackwardModel, BackwardView>({
  name: 'conv-backward',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  ranges,
  constrain,
  build,
  track: (model) => model.track,
  // A pixel in the first rows is being paid when a reader first sees it.
  rest: (model) => ({ stretch: 'dx', cell: Math.floor(model.track.stretches[0]?.cells ?? 1) > 6 ? 6 : 0 }),
  grids,
  beats: BEATS,
  view: viewOf,
  gradients: gradientsOf,
  formula: ruleOf,
  sizes: (model) => (model.params.method === 'gather' ? spreadSizes(model) : sizesOf(model.params, model)),
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  head: ['method'],
  controls: [
    { title: WORDS.where, controls: ['input', 'kernel', 'stride', 'padding', 'dilation'] },
    { title: SIZE_WORDS.whichNumbers, controls: [KernelControl, NudgeLine] },
  ],
  renew: ({ seed }) => ({ seed: (seed % 9999) + 1, x: null, dy: null }),
  Stage,
  // Two lanes.
  stageHeight: { wide: 376, medium: 360, phone: 340 },
});
