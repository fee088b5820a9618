import { magnitude } from '../../kit/colour/valueScale.ts';
import { edited } from '../../kit/convolution/resize.ts';
import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import { BEATS } from './beats.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { boundOf, ruleOf } from './formula.ts';
import { build, gradientsOf, type LearnModel, shownOf } from './model.ts';
import { constrain, KERNEL, type LearnParams, params, ranges } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { type LearnView, viewOf } from './view.ts';
import { captionOf, WORDS } from './words.ts';

function grids(model: LearnModel): GridSpec<LearnParams>[] {
  const { x, t, goal, out, descent, params: now } = model;
  const first = descent.at(0);
  const taps = { rows: KERNEL, cols: KERNEL };
  const outs = { rows: out, cols: out };
  const target = shownOf(model, t);
  // What shall become equal has one scale; gradients keep that of the start, so that they are seen to fade.
  const most = { w: magnitude([...(goal?.data ?? []), ...first.w.data]), y: magnitude(target) || 1 };
  const shownFrom = (now.shown - 1) * out ** 2;
  return [
    { id: 'x', rows: now.input, cols: now.input, values: shownOf(model, x) },
    { id: 'w', ...taps, values: first.w.data, max: most.w },
    { id: 'y', ...outs, values: shownOf(model, first.y), max: most.y },
    {
      id: 't',
      symbol: 'target',
      ...outs,
      values: target,
      max: most.y,
      edit: (i, v) => ({ target: 'painted', t: edited(t.data, shownFrom + i, v) }),
    },
    { id: 'dy', ...outs, values: shownOf(model, first.dy) },
    { id: 'dw', ...taps, values: first.dw.data },
    ...(goal
      ? [
          {
            id: 'goal',
            ...taps,
            values: goal.data,
            max: most.w,
            edit: (i: number, v: number) => ({ target: 'own', goal: edited(goal.data, i, v) }) as const,
          },
        ]
      : []),
  ];
}

export const learnKernel = defineScene<LearnParams, LearnModel, LearnView>({
  name: 'learn-kernel',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  ranges,
  constrain,
  build,
  track: (model) => model.track,
  rest: () => ({ stretch: 'descent', done: 0 }),
  grids,
  beats: BEATS,
  view: viewOf,
  gradients: gradientsOf,
  formula: ruleOf,
  sizes: (model) => boundOf(model),
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  controls: [
    { title: WORDS.learning, controls: ['target', 'rate'] },
    { title: WORDS.material, controls: ['kind', 'pictures', 'shown', 'input'] },
  ],
  renew: ({ seed }) => ({ seed: (seed % 9999) + 1 }),
  Stage,
  stageHeight: { wide: 376, medium: 340, phone: 340 },
});
