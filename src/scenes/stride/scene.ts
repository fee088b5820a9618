import { sizesOf } from '../../kit/convolution/sizes.ts';
import { SIZE_WORDS } from '../../kit/convolution/words.ts';
import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import type { Text } from '../../language/language.ts';
import { BEATS } from './beats.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { ruleOf } from './formula.ts';
import { build, type StrideModel } from './model.ts';
import { params, ranges, type StrideParams } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { type StrideView, viewOf } from './view.ts';
import { captionOf, WORDS, workSentence } from './words.ts';

function grids({ params: now, x, w, y, out, everyPlace, sides }: StrideModel): GridSpec<StrideParams>[] {
  const { input, kernel } = now;
  return [
    { id: 'x', rows: input, cols: input, values: x.data, padding: sides },
    { id: 'w', rows: kernel, cols: kernel, values: w.data },
    { id: 'y', rows: out, cols: out, values: y.data },
    { id: 'unstrided', rows: everyPlace.out, cols: everyPlace.out, values: everyPlace.y.data },
  ];
}

function sizes(model: StrideModel): { tex: string; sentence: Text } {
  const { tex, sentence } = sizesOf(model.params, model);
  const work = workSentence(model);
  if (!work) return { tex, sentence };
  return { tex, sentence: { en: `${sentence.en} ${work.en}`, zh: sentence.zh + work.zh } };
}

export const stride = defineScene<StrideParams, StrideModel, StrideView>({
  name: 'stride',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  ranges,
  build,
  track: (model) => model.track,
  rest: () => ({ stretch: 'stops' }),
  grids,
  beats: BEATS,
  view: viewOf,
  formula: ruleOf,
  sizes,
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  controls: [
    {
      title: SIZE_WORDS.whereTheWindow,
      controls: ['input', 'kernel', 'stride', 'padding', 'dilation', 'shift'],
    },
    { title: SIZE_WORDS.whichNumbers, controls: ['source', 'preset'] },
  ],
  renew: ({ seed }) => ({ source: 'numbers', seed: (seed % 9999) + 1 }),
  Stage,
});
