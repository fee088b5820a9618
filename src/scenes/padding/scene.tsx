import { magnitude } from '../../kit/colour/valueScale.ts';
import { Param } from '../../kit/controls/Param.tsx';
import { sizesOf } from '../../kit/convolution/sizes.ts';
import { SIZE_WORDS } from '../../kit/convolution/words.ts';
import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import type { Text } from '../../language/language.ts';
import { BEATS } from './beats.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { ruleOf } from './formula.ts';
import { build, type PaddingModel } from './model.ts';
import { constrain, type PaddingParams, params, ranges } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { type PaddingView, viewOf } from './view.ts';
import { captionOf, oddSentence, WORDS } from './words.ts';

function grids({
  params: now,
  padded,
  side,
  sides,
  w,
  y,
  out,
  uses,
}: PaddingModel): GridSpec<PaddingParams>[] {
  const { kernel, input } = now;
  return [
    { id: 'padded', rows: side, cols: side, values: padded.data, border: sides },
    { id: 'w', rows: kernel, cols: kernel, values: w.data },
    { id: 'y', rows: out, cols: out, values: y.data },
    // A pixel inside is read once through each weight.
    {
      id: 'dx',
      name: WORDS.usesName,
      rows: input,
      cols: input,
      values: uses.data,
      max: Math.max(kernel ** 2, magnitude(uses.data)),
    },
  ];
}

/** The named paddings, without their own heading: four of them need the width. */
const Fit = () => <Param name="fit" hideLabel />;

function sizes(model: PaddingModel): { tex: string; sentence: Text } {
  const { tex, sentence } = sizesOf(model.params, model);
  const odd = oddSentence(model);
  return { tex, sentence: odd ?? sentence };
}

export const padding = defineScene<PaddingParams, PaddingModel, PaddingView>({
  name: 'padding',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  ranges,
  constrain,
  build,
  track: (model) => model.track,
  // A little past the middle: the window hangs over the right edge.
  rest: ({ out }) => ({ stretch: 'windows', cell: Math.ceil(out * out * 0.57) - 1 }),
  grids,
  beats: BEATS,
  view: viewOf,
  formula: ruleOf,
  sizes,
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  controls: [
    { title: WORDS.howMuch, controls: ['input', 'kernel', 'stride', 'dilation', 'before', 'after', Fit] },
    { title: SIZE_WORDS.whichNumbers, controls: ['mode', 'source', 'preset'] },
  ],
  renew: ({ seed }) => ({ source: 'numbers', seed: (seed % 9999) + 1 }),
  Stage,
  stageHeight: { medium: 274 },
});
