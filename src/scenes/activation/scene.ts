import { magnitude } from '../../kit/colour/valueScale.ts';
import { SIZE_WORDS } from '../../kit/convolution/words.ts';
import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import { BEATS } from './beats.ts';
import { captionOf } from './captions.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { FunctionControl } from './FunctionControl.tsx';
import { ruleOf, sizesOf } from './formula.ts';
import { type ActivationModel, build, gradientsOf, SIDE } from './model.ts';
import { type ActivationParams, constrain, params, ranges } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { type ActivationView, viewOf } from './view.ts';
import { WORDS } from './words.ts';

function grids({ z, a, da, dz }: ActivationModel): GridSpec<ActivationParams>[] {
  const sides = { rows: SIDE, cols: SIDE };
  const value = { ...sides, max: magnitude(z.data, a.data) };
  const gradient = { ...sides, max: magnitude(da.data, dz.data) };
  return [
    { id: 'pre', ...value, values: z.data },
    { id: 'act', ...value, values: a.data },
    { id: 'dact', ...gradient, values: da.data },
    { id: 'dpre', ...gradient, values: dz.data },
  ];
}

export const activation = defineScene<ActivationParams, ActivationModel, ActivationView>({
  name: 'activation',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  ranges,
  constrain,
  build,
  track: (model) => model.track,
  rest: () => ({ stretch: 'forward' }),
  grids,
  beats: BEATS,
  view: viewOf,
  gradients: gradientsOf,
  formula: ruleOf,
  sizes: sizesOf,
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  controls: [
    { title: WORDS.theFunction, controls: [FunctionControl, 'z', 'alpha', 'depth'] },
    { title: SIZE_WORDS.whichNumbers, controls: ['bias', 'source'] },
  ],
  renew: ({ seed }) => ({ seed: (seed % 9999) + 1 }),
  Stage,
});
