import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import { BEATS } from './beats.ts';
import { captionOf } from './captions.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { latexOf, ruleOf, sizesOf } from './formula.ts';
import { LayerControl } from './LayerControl.tsx';
import { build, type FieldModel } from './model.ts';
import { constrain, type FieldParams, params, ranges } from './parameters.ts';

import { Stage } from './Stage.tsx';
import { type FieldView, viewOf } from './view.ts';
import { WORDS } from './words.ts';

function grids({ counts, cols, paths, picture, dx }: FieldModel): GridSpec<FieldParams>[] {
  const side = { rows: counts[0] as number, cols: counts[0] as number };
  return [
    { id: 'x', ...side, values: picture, max: 255 },
    { id: 'dx', name: WORDS.effective, ...side, values: dx.data },
    {
      id: 'paths',
      rows: counts.length,
      cols,
      widths: counts,
      values: paths.flatMap(({ data }) => Array.from({ length: cols }, (_, i) => data[i] ?? 0)),
    },
  ];
}

export const receptiveField = defineScene<FieldParams, FieldModel, FieldView>({
  name: 'receptive-field',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  ranges,
  constrain,
  build,
  track: (model) => model.track,
  grids,
  beats: BEATS,
  view: viewOf,
  formula: ruleOf,
  sizes: sizesOf,
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode, latex: latexOf },
  controls: [
    {
      title: WORDS.theStack,
      controls: ['stack', LayerControl, 'kernel', 'stride', 'dilation', 'padding'],
    },
    { title: WORDS.theUnit, controls: ['unit'] },
  ],
  Stage,
});
