import { magnitude } from '../../kit/colour/valueScale.ts';
import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { BEATS } from './beats.ts';
import { captionOf } from './captions.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { ruleOf, sizesOf } from './formula.ts';
import { build, gradientsOf, type StepModel, TRACK } from './model.ts';
import { params, type StepParams } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { KERNELS } from './step.ts';
import { type StepView, TEN, viewOf } from './view.ts';
import { WORDS } from './words.ts';

/** The numbers of the first step; those of the others come with the view. Colours keep their scale from step to step. */
function grids(model: StepModel): GridSpec<StepParams>[] {
  const { pass, weights, gradients } = model.first;
  const { image, logits, probs } = pass.values;
  const [w, dw] = [weights[0], gradients[0]] as [Tensor, Tensor];
  const max = magnitude(w.data);
  return [
    {
      ...{ id: 'image', symbol: 'x', name: WORDS.image, rows: 28, cols: 28, values: image.data },
      ...{ max: 1, pinnable: false },
    },
    { id: 'logits', ...TEN, values: logits.data },
    { id: 'probs', ...TEN, values: probs.data, max: 1 },
    { id: 'dlogits', ...TEN, values: pass.gradients.logits.data, max: 1 },
    { id: 'w', name: WORDS.before, ...KERNELS, values: w.data, max },
    { id: 'dw', name: WORDS.gradient, ...KERNELS, values: dw.data, max: magnitude(dw.data) },
    { id: 'stepped', name: WORDS.after, ...KERNELS, values: model.outcome(0).next[0]?.data ?? [], max },
  ];
}

export const trainingStep = defineScene<StepParams, StepModel, StepView>({
  name: 'training-step',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  build,
  track: () => TRACK,
  rest: () => ({ stretch: 'steps', cell: 0 }),
  grids,
  beats: BEATS,
  view: viewOf,
  gradients: gradientsOf,
  formula: ruleOf,
  sizes: sizesOf,
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  head: ['along'],
  controls: [
    { title: WORDS.step, controls: ['rate'] },
    { title: WORDS.from, controls: ['digit', 'start'] },
  ],
  renew: ({ seed }) => ({ seed: (seed % 9999) + 1, start: 'he' }),
  Stage,
  stageHeight: { wide: 346, medium: 290, phone: 330 },
});
