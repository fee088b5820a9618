import { magnitude } from '../../kit/colour/valueScale.ts';
import { edited } from '../../kit/convolution/resize.ts';
import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import { BEATS } from './beats.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { ratioOf, ruleOf } from './formula.ts';
import { AllLogits, TruthControl } from './LogitControls.tsx';
import { build, gradients, type SoftmaxModel } from './model.ts';
import { constrain, params, ranges, type SoftmaxParams } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { type SoftmaxView, viewOf } from './view.ts';
import { captionOf, WORDS } from './words.ts';

function grids(model: SoftmaxModel): GridSpec<SoftmaxParams>[] {
  const { z, exps, q, t, dz, total, loss, params } = model;
  const side = { rows: z.size, cols: 1 };
  const one = { rows: 1, cols: 1 };
  return [
    {
      ...{ id: 'logits', ...side, values: z.data, max: magnitude(z.data), live: true },
      edit: (k, value) => ({ z: edited(z.data, k, value) }),
    },
    { id: 'exps', ...side, values: exps },
    { id: 'probs', ...side, values: q, max: 1 },
    {
      ...{ id: 'label', ...side, values: t, max: 1 },
      edit: (k, value) => (value > 0 ? { truth: k } : {}),
    },
    { id: 'dlogits', ...side, values: dz, max: 1 / params.temperature },
    { id: 'total', ...one, values: [total.value] },
    { id: 'loss', ...one, values: [loss] },
  ];
}

export const softmaxScene = defineScene<SoftmaxParams, SoftmaxModel, SoftmaxView>({
  name: 'softmax',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  ranges,
  constrain,
  build,
  track: (model) => model.track,
  grids,
  gradients,
  beats: BEATS,
  view: viewOf,
  formula: ruleOf,
  sizes: (model, held) => (held === 'z' ? null : ratioOf(model)),
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  controls: [
    { title: WORDS.howSharp, controls: ['temperature', 'subtract'] },
    { title: WORDS.logits, controls: [AllLogits, 'classes', TruthControl] },
  ],
  renew: ({ seed }) => ({ seed: (seed % 9999) + 1, z: null }),
  Stage,
  stageHeight: { wide: 372, medium: 300, phone: 340 },
});
