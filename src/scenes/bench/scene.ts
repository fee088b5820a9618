import { OWN, ownPicture } from '../../kit/picture/ownPicture.ts';
import { defineScene } from '../../kit/scene/defineScene.ts';
import { BEATS } from './beats.ts';
import { captionOf } from './captions.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { GROUPS } from './controls.tsx';
import { gridsOf } from './grids.ts';
import { type BenchModel, type BenchResources, build, gradientsOf } from './model.ts';
import { type BenchParams, constrain, params, ranges, values } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { sizesOf } from './sizes.ts';
import { type BenchView, viewOf } from './view.ts';
import { WORDS } from './words.ts';

export const bench = defineScene<BenchParams, BenchModel, BenchView, BenchResources>({
  name: 'bench',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  ranges,
  values,
  constrain,
  resources: { [OWN]: ownPicture(({ source }: BenchParams) => source, WORDS.noPicture) },
  build,
  track: (model) => model.track,
  rest: () => ({ stretch: 'y', cell: 0 }),
  grids: gridsOf,
  beats: BEATS,
  view: viewOf,
  gradients: gradientsOf,
  formula: (_, { pass }) => pass.tex,
  sizes: sizesOf,
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  controls: GROUPS,
  renew: ({ seed }) => ({ seed: (seed % 9999) + 1, x: null, w: null, b: null, t: null, dy: null }),
  Stage,
  stageHeight: { wide: 372, medium: 264, phone: 330 },
});
