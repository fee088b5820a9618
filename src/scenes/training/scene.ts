import { defineScene } from '../../kit/scene/defineScene.ts';
import { Bar } from './bar/Bar.tsx';
import { BEATS } from './beats.ts';
import { captionOf } from './captions.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { ClassNames, GroupChoice, OtherRun, PanelChoice, TakeAlong } from './controls.tsx';
import { build, resources, TRACK, type TrainingModel, type TrainingRuns } from './model.ts';
import { params, ranges, type TrainingParams } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { constrain } from './settings.ts';
import { type TrainingView, viewOf } from './view.ts';
import { WORDS } from './words.ts';

const shows = (group: TrainingParams['group']) => (model: TrainingModel) => model.params.group === group;

export const training = defineScene<TrainingParams, TrainingModel, TrainingView, TrainingRuns>({
  name: 'training',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  ranges,
  constrain,
  resources,
  build,
  track: () => TRACK,
  rest: () => ({ stretch: 'training', cell: 0, done: 0 }),
  grids: () => [],
  beats: BEATS,
  view: viewOf,
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  head: [PanelChoice],
  controls: [
    { title: WORDS.settings, controls: [GroupChoice] },
    {
      title: WORDS.learning,
      controls: ['optimizer', 'rate', 'batch', 'filters', 'start', 'seed'],
      when: shows('learning'),
    },
    {
      title: WORDS.network,
      controls: ['convolutions', 'kernel', 'stride', 'pooling', 'activation', 'batchNorm', 'dropout'],
      when: shows('network'),
    },
    {
      title: WORDS.data,
      controls: ['data', ClassNames, 'pixels', 'digits', 'shift', 'schedule', 'decay'],
      when: shows('data'),
    },
    { title: WORDS.beside, controls: [OtherRun] },
    { title: WORDS.files, controls: [TakeAlong] },
  ],
  Stage,
  Bar,
  stageHeight: { wide: 470, medium: 304, phone: 376 },
});
