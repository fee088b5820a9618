import { FACTS } from '../../kit/digitPass/nodes.ts';
import { quickWeights } from '../../kit/digitPass/quick.ts';
import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import { BEATS } from './beats.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { PictureControl } from './controls.tsx';
import { ruleOf } from './formula.ts';
import { build, FULL_CHANGE, gradientsOf, type PushModel, TRACKS } from './model.ts';
import { type PushParams, params } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { type PushView, viewOf } from './view.ts';
import { captionOf, WORDS } from './words.ts';

function grids({ walk, unit, params: { mode } }: PushModel): GridSpec<PushParams>[] {
  const { start } = walk.push;
  const { gradient, shares, value } = walk.at(0);
  const { rows, cols } = FACTS.image;
  const pixels = { rows, cols };
  const common: GridSpec<PushParams>[] = [
    { id: 'x', ...pixels, values: start, max: 1 },
    { id: 'dx', ...pixels, values: gradient },
  ];
  if (mode === 'fool')
    return [
      ...common,
      { id: 'x0', ...pixels, values: start, max: 1 },
      { id: 'change', ...pixels, values: new Float64Array(rows * cols), max: FULL_CHANGE },
      { id: 'shuffled', ...pixels, values: start, max: 1 },
      { id: 'probs', rows: shares.length, cols: 1, values: shares, max: 1 },
    ];
  const kernel = quickWeights()[0].slice(25 * unit.k, 25 * (unit.k + 1));
  const [unitSymbol] = FACTS[unit.layer].symbols;
  return [
    ...common,
    { id: 'unit', symbol: unitSymbol, name: WORDS.number, rows: 1, cols: 1, values: [value] },
    ...(unit.layer === 'conv1'
      ? [{ id: 'w', name: WORDS.kernel, rows: 5, cols: 5, values: kernel, planes: 1 }]
      : []),
  ];
}

export const push = defineScene<PushParams, PushModel, PushView>({
  name: 'push',
  title: WORDS.title,
  params,
  build,
  track: ({ params: { mode } }) => TRACKS[mode],
  rest: ({ params: { mode } }) => ({ stretch: mode, cell: mode === 'fool' ? 9 : 39 }),
  grids,
  beats: BEATS,
  view: viewOf,
  gradients: gradientsOf,
  formula: ruleOf,
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  head: ['mode'],
  renew: ({ seed }) => ({ seed: (seed % 9999) + 1 }),
  controls: [
    {
      title: WORDS.which,
      controls: [PictureControl, 'aim', 'target'],
      when: ({ params: { mode, aim } }) => mode === 'fool' && aim === 'to',
    },
    {
      title: WORDS.which,
      controls: [PictureControl, 'aim'],
      when: ({ params: { mode, aim } }) => mode === 'fool' && aim === 'away',
    },
    {
      title: WORDS.how,
      controls: ['rule', 'levels', 'clip'],
      when: ({ params: { mode, rule } }) => mode === 'fool' && rule === 'sign',
    },
    {
      title: WORDS.how,
      controls: ['rule', 'rate', 'clip'],
      when: ({ params: { mode, rule } }) => mode === 'fool' && rule === 'gradient',
    },
    { title: WORDS.wanted, controls: ['layer'], when: ({ params: { mode } }) => mode === 'grow' },
    {
      title: WORDS.how,
      controls: ['growth', 'decay', 'noise', 'clip'],
      when: ({ params: { mode } }) => mode === 'grow',
    },
  ],
  Stage,
  stageHeight: { wide: 392, medium: 306, phone: 330 },
});
