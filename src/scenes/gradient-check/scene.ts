import { magnitude } from '../../kit/colour/valueScale.ts';
import { edited } from '../../kit/convolution/resize.ts';
import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import type { Moment } from '../../playback/track.ts';
import { BEATS } from './beats.ts';
import { captionOf } from './captions.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { ruleOf, sizesOf } from './formula.ts';
import { build, type CheckModel, gradientsOf } from './model.ts';
import { TENSORS, type TensorName } from './network.ts';
import { type CheckParams, params } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { VerdictList } from './VerdictList.tsx';
import { type CheckView, GRIDS, viewOf } from './view.ts';
import { WORDS } from './words.ts';

const PICTURES = [{ name: WORDS.picture, size: 2 }] as const;

function grids({ network, gradients }: CheckModel): GridSpec<CheckParams>[] {
  return TENSORS.flatMap((name): GridSpec<CheckParams>[] => {
    const shape = { ...GRIDS[name], ...(name === 'x' && { planeAxes: PICTURES }) };
    const { data } = network[name];
    return [
      {
        ...{ id: name, ...shape, values: data },
        edit: (i, value) => ({ [name]: edited(data, i, value) }),
      },
      { id: `d${name}`, ...shape, values: gradients[name].data, max: magnitude(gradients[name].data) },
    ];
  });
}

export const gradientCheck = defineScene<CheckParams, CheckModel, CheckView>({
  name: 'gradient-check',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  build,
  track: ({ track }) => track,
  rest: () => ({ stretch: 'w', cell: 0, done: 7 }),
  grids,
  beats: BEATS,
  view: (model, moment, options) => viewOf(model, moment as Moment<TensorName>, options),
  gradients: gradientsOf,
  formula: ruleOf,
  sizes: (model, held) => (held === 'exponent' || held === null ? sizesOf(model) : null),
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  controls: [
    { title: WORDS.nudge, controls: ['exponent', 'format'] },
    { title: WORDS.code, controls: ['bug', VerdictList] },
  ],
  Stage,
  stageHeight: { wide: 352, medium: 284, phone: 344 },
});
