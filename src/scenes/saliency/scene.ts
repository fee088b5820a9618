import { magnitude } from '../../kit/colour/valueScale.ts';
import { nodeGrids } from '../../kit/digitPass/grids.ts';
import { FACTS, LAST_GRADIENT, NODES, numberOf } from '../../kit/digitPass/nodes.ts';
import { ruleOf } from '../../kit/digitPass/rule.ts';
import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import { BEATS } from './beats.ts';
import { camGrids } from './camView.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { PictureControl } from './controls.tsx';
import { camRule, givenRule } from './formula.ts';
import { build, gradientsOf, PER_ROW, type SaliencyModel, trackOf } from './model.ts';
import { params, type SaliencyParams } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { type SaliencyView, viewOf } from './view.ts';
import { captionOf, WORDS } from './words.ts';

type Spec = GridSpec<SaliencyParams>;

/** The picture, and the gradient of every layer: where it is asked for large, and a second time in the strip. */
function passGrids(model: SaliencyModel): Spec[] {
  const { method, layer } = model.params;
  const isCam = method === 'cam';
  return NODES.filter((node) => numberOf(node) <= LAST_GRADIENT).flatMap((node) => {
    const isShown = isCam && node === layer;
    const [numbers] = nodeGrids<SaliencyParams>(model, node, false, []) as [Spec];
    const [gradient, small] = nodeGrids<SaliencyParams>(model, node, true, ['small']) as [Spec, Spec];
    return [
      { ...numbers, pinnable: node === 'image' || isShown },
      { ...gradient, pinnable: !isCam || isShown },
      small,
    ];
  });
}

function camSpecs({ cam, params: { layer } }: SaliencyModel): Spec[] {
  const { maps, rows, cols } = FACTS[layer];
  const max = magnitude(cam.sum);
  return [
    {
      id: 'alpha',
      rows: Math.ceil(maps / PER_ROW),
      cols: PER_ROW,
      values: cam.alpha ?? new Float64Array(maps),
    },
    {
      ...{ id: 'weighted', symbol: cam.alpha ? 'weighted' : 'sloped' },
      ...{ rows, cols, planes: maps, values: cam.weighted, max },
    },
    { id: 'sum', symbol: 'total', rows, cols, values: cam.sum, max },
    { id: 'cam', rows, cols, values: cam.cam, max },
  ];
}

function grids(model: SaliencyModel): Spec[] {
  const isCam = model.params.method === 'cam';
  const shown = isCam ? camGrids(model) : [];
  const { image } = model.gradients;
  const size: Spec = {
    ...{ id: 'size', rows: FACTS.image.rows, cols: FACTS.image.cols, values: image.data.map(Math.abs) },
    pinnable: !isCam,
  };
  return [
    ...passGrids(model),
    size,
    ...camSpecs(model).map((spec) => ({ ...spec, pinnable: shown.includes(spec.id) })),
  ];
}

export const saliency = defineScene<SaliencyParams, SaliencyModel, SaliencyView>({
  name: 'saliency',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  build,
  track: trackOf,
  grids,
  beats: BEATS,
  view: viewOf,
  gradients: gradientsOf,
  formula: (model, view) =>
    view.method === 'cam'
      ? camRule(model)
      : view.subject.node === 'logits' && view.subject.isBack
        ? givenRule(model)
        : ruleOf(view.subject),
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  head: ['method'],
  controls: [
    { title: WORDS.which, controls: [PictureControl] },
    { title: WORDS.asked, controls: ['label', 'of'] },
    { title: WORDS.shown, controls: ['look'], when: ({ params: { method } }) => method === 'gradient' },
    {
      title: WORDS.shown,
      controls: ['layer', 'averaged', 'smooth'],
      when: ({ params: { method } }) => method === 'cam',
    },
  ],
  Stage,
  stageHeight: { wide: 380, medium: 280, phone: 330 },
});
