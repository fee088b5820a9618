import { magnitude } from '../../kit/colour/valueScale.ts';
import { edited } from '../../kit/convolution/resize.ts';
import { sizesOf } from '../../kit/convolution/sizes.ts';
import { SIZE_WORDS } from '../../kit/convolution/words.ts';
import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import type { Moment } from '../../playback/track.ts';
import { BEATS, REST } from './beats.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { ruleOf } from './formula.ts';
import { build, gradientsOf, type MatrixModel, type Pass } from './model.ts';
import { constrain, type MatrixParams, params, ranges } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { TransposeButton } from './TransposeButton.tsx';
import { type MatrixView, viewOf } from './view.ts';
import { captionOf, countSentence, FOLDED, WORDS } from './words.ts';

function grids(model: MatrixModel): GridSpec<MatrixParams>[] {
  const { x, w, y, dy, dx, columns, dcolumns, dense, transposed } = model;
  const { params: now, out, sides, inputs, outputs, taps } = model;
  const value = magnitude(x.data, y.data);
  const gradient = magnitude(dy.data, dx.data);
  const weight = magnitude(w.data);
  const pixels = { rows: now.input, cols: now.input };
  const outs = { rows: out, cols: out };
  const editX = (i: number, v: number) => ({ x: edited(x.data, i, v) });
  const editW = (t: number, v: number) => ({ w: edited(w.data, t, v) });
  const editDy = (o: number, v: number) => ({ dy: edited(dy.data, o, v) });
  const folded = { symbol: 'fold', values: [], max: weight, pinnable: false } as const;
  return [
    { id: 'x', ...pixels, values: x.data, max: value, padding: sides, edit: editX },
    { id: 'w', rows: now.kernel, cols: now.kernel, values: w.data, edit: editW },
    { id: 'y', ...outs, values: y.data, max: value },
    { id: 'dy', ...outs, values: dy.data, max: gradient, edit: editDy },
    { id: 'dx', ...pixels, values: dx.data, max: gradient },
    { id: 'foldRow', ...folded, ...pixels, name: FOLDED.row(0) },
    { id: 'foldColumn', ...folded, ...outs, name: FOLDED.column(0) },
    { id: 'C', rows: outputs, cols: inputs, values: dense, max: weight },
    { id: 'Ct', rows: inputs, cols: outputs, values: transposed, max: weight },
    ...[
      { id: 'vx', symbol: 'x', name: WORDS.vecX, rows: 1, cols: inputs, values: x.data, edit: editX },
      { id: 'vy', symbol: 'y', name: WORDS.vecY, rows: outputs, cols: 1, values: y.data },
      { id: 'ry', symbol: 'y', name: WORDS.rowY, rows: 1, cols: outputs, values: y.data },
      { id: 'Xcol', rows: taps, cols: outputs, values: columns.data },
    ].map((grid) => ({ ...grid, max: value })),
    ...[
      { id: 'vdy', symbol: 'dy', name: WORDS.vecDy, rows: 1, cols: outputs, values: dy.data, edit: editDy },
      { id: 'vdx', symbol: 'dx', name: WORDS.vecDx, rows: inputs, cols: 1, values: dx.data },
      { id: 'rdy', symbol: 'dy', name: WORDS.rowDy, rows: 1, cols: outputs, values: dy.data, edit: editDy },
      { id: 'dXcol', rows: taps, cols: outputs, values: dcolumns.data },
    ].map((grid) => ({ ...grid, max: gradient })),
    { id: 'vw', symbol: 'w', name: WORDS.vecW, rows: taps, cols: 1, values: w.data, edit: editW },
  ];
}

export const convMatrix = defineScene<MatrixParams, MatrixModel, MatrixView>({
  name: 'conv-matrix',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  ranges,
  constrain,
  build,
  track: (model) => model.track,
  rest: () => REST,
  grids,
  beats: BEATS,
  view: (model, moment, options) => viewOf(model, moment as Moment<Pass>, options),
  gradients: gradientsOf,
  formula: ruleOf,
  sizes: (model) => ({
    tex: sizesOf({ ...model.params, dilation: 1 }, model).tex,
    sentence: countSentence(model),
  }),
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  head: [TransposeButton],
  controls: [
    { title: SIZE_WORDS.whereTheWindow, controls: ['input', 'kernel', 'stride', 'padding'] },
    { title: WORDS.shown, controls: ['view'] },
  ],
  renew: ({ seed }) => ({ seed: (seed % 9999) + 1, x: null, w: null, dy: null }),
  Stage,
  stageHeight: { wide: 380, medium: 332 },
});
