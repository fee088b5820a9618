import { KernelControl } from '../../kit/convolution/KernelControl.tsx';
import { sizesOf } from '../../kit/convolution/sizes.ts';
import { SIZE_WORDS } from '../../kit/convolution/words.ts';
import { defineScene } from '../../kit/scene/defineScene.ts';
import { BEATS } from './beats.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { ruleOf, spreadSizes } from './formula.ts';
import { gridsOf } from './grids.ts';
import { type BackwardModel, build, gradientsOf } from './model.ts';
import { NudgeLine } from './NudgeLine.tsx';
import { type BackwardParams, constrain, params, ranges } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { type BackwardView, viewOf } from './view.ts';
import { captionOf, WORDS } from './words.ts';

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
  grids: gridsOf,
  beats: BEATS,
  view: viewOf,
  gradients: gradientsOf,
  formula: ruleOf,
  sizes: (model) => (model.params.method === 'gather' ? spreadSizes(model) : sizesOf(model.params, model)),
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  head: ['method'],
  controls: [
    {
      title: WORDS.where,
      controls: ['input', 'kernel', 'stride', 'padding', 'dilation', 'channels', 'filters'],
    },
    { title: SIZE_WORDS.whichNumbers, controls: [KernelControl, NudgeLine] },
  ],
  renew: ({ seed }) => ({ seed: (seed % 9999) + 1, x: null, dy: null }),
  Stage,
  // Two lanes.
  stageHeight: { wide: 376, medium: 306, phone: 340 },
});
