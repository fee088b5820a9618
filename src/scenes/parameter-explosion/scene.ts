import { fetchPhoto } from '../../kit/picture/fetchPhoto.ts';
import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import { BEATS } from './beats.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { ruleOf } from './formula.ts';
import { build, type ExplosionModel, type ExplosionResources } from './model.ts';
import { type ExplosionParams, params, ranges } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { barIds, type ExplosionView, lastRow, viewOf } from './view.ts';
import { captionOf, WORDS } from './words.ts';

const WHITE = 255;

/** Each bar is a grid of one number; the shrunk photograph one of many. */
function grids(model: ExplosionModel): GridSpec<ExplosionParams>[] {
  const { shrunk, small } = model;
  const bars = barIds(model).map((id) => ({
    ...{ id, rows: 1, cols: 1, widths: [1] },
    name: WORDS[id],
    values: [lastRow(model, id).value],
  }));
  if (!shrunk) return bars;
  return [...bars, { id: 'x', ...shrunk, name: WORDS.shrunk, values: small?.data ?? [], max: WHITE }];
}

export const parameterExplosion = defineScene<
  ExplosionParams,
  ExplosionModel,
  ExplosionView,
  ExplosionResources
>({
  name: 'parameter-explosion',
  title: WORDS.title,
  params,
  ranges,
  resources: {
    photo: { key: ({ photo }) => photo, load: fetchPhoto, failure: WORDS.failure, isFetched: true },
  },
  build,
  track: (model) => model.track,
  grids,
  beats: BEATS,
  view: viewOf,
  formula: ruleOf,
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  controls: [
    {
      title: WORDS.whatIsRead,
      controls: ['format', 'neurons', 'kernel', 'filters', 'layers', 'measure'],
      when: ({ local }) => local === null,
    },
    // Among three layers the dense one has as many neurons as the convolution has outputs.
    {
      title: WORDS.whatIsRead,
      controls: ['format', 'kernel', 'filters', 'layers', 'measure'],
      when: ({ local }) => local !== null,
    },
    { title: WORDS.afford, controls: ['budget', 'shrunk', 'photo'] },
  ],
  Stage,
  stageHeight: { medium: 276 },
});
