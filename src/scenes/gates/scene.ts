import { magnitude } from '../../kit/colour/valueScale.ts';
import { edited } from '../../kit/convolution/resize.ts';
import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import { BEATS } from './beats.ts';
import { captionOf } from './captions.ts';
import { CHAINS, START } from './chains.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { FunctionControl } from './FunctionControl.tsx';
import { ruleOf, sizesOf } from './formula.ts';
import { build, type GatesModel, gradientsOf } from './model.ts';
import { constrain, type GatesParams, params, ranges } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { type GatesView, viewOf } from './view.ts';
import { WORDS } from './words.ts';

function grids({ params: now, layer, chains }: GatesModel): GridSpec<GatesParams>[] {
  if (now.show === 'deep') {
    const sides = { rows: CHAINS, cols: now.depth };
    return [
      { id: 'gates', symbol: 'gate', name: WORDS.gatesByLayer, ...sides, values: chains.gates, max: 1 },
      {
        id: 'left',
        symbol: 'dact',
        name: WORDS.left,
        ...sides,
        values: chains.left,
        max: Math.max(START, magnitude(chains.left)),
      },
    ];
  }
  const { z, a, gate, da, dz } = layer;
  const sides = { rows: now.size, cols: now.size };
  const value = { ...sides, max: magnitude(z.data, a.data) };
  const gradient = { ...sides, max: magnitude(da.data, dz.data) };
  return [
    { id: 'pre', ...value, values: z.data, edit: (i, v) => ({ z: edited(z.data, i, v) }) },
    { id: 'act', ...value, values: a.data },
    { id: 'gate', ...sides, values: gate.data, max: 1 },
    { id: 'dact', ...gradient, values: da.data, edit: (i, v) => ({ da: edited(da.data, i, v) }) },
    { id: 'dpre', ...gradient, values: dz.data },
  ];
}

export const gates = defineScene<GatesParams, GatesModel, GatesView>({
  name: 'gates',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  ranges,
  constrain,
  build,
  track: (model) => model.track,
  // Half of the gradients are back when a reader first sees it.
  rest: ({ params: { show, size } }) =>
    show === 'one' ? { stretch: 'backward', cell: Math.ceil((size * size) / 2) - 1 } : 'end',
  grids,
  beats: BEATS,
  view: viewOf,
  gradients: gradientsOf,
  formula: ruleOf,
  sizes: sizesOf,
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  head: ['show'],
  controls: [
    {
      title: WORDS.theFunction,
      controls: [FunctionControl, 'size'],
      when: ({ params: { show } }) => show === 'one',
    },
    {
      title: WORDS.chain,
      controls: [FunctionControl, 'depth', 'weight'],
      when: ({ params: { show } }) => show === 'deep',
    },
  ],
  renew: ({ seed }) => ({ seed: (seed % 9999) + 1, z: null, da: null }),
  Stage,
  stageHeight: { wide: 344, medium: 336, phone: 340 },
});
