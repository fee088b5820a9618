import { nodeGrids } from '../../kit/digitPass/grids.ts';
import { LAST_GRADIENT, NODES, numberOf } from '../../kit/digitPass/nodes.ts';
import { ruleOf } from '../../kit/digitPass/rule.ts';
import { weightRule } from '../../kit/digitPass/weightLines.ts';
import { weightGradients } from '../../kit/digitPass/weightSubject.ts';
import { WEIGHT_FACTS, WEIGHTS } from '../../kit/digitPass/weights.ts';
import { keptNetwork } from '../../kit/ownWeights/ownDigitNetwork.ts';
import { OWN_WORDS } from '../../kit/ownWeights/words.ts';
import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import { BEATS } from './beats.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { PadControl, WeightsControl } from './controls.tsx';
import { build, gradientsOf, type NetworkResources, type PassModel, TRACK } from './model.ts';
import { type NetworkParams, params } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { type NetworkView, viewOf } from './view.ts';
import { captionOf, WORDS } from './words.ts';

/** Each node and its gradient: large, and a second time in the overview and beside the layer that reads it. */
const grids = (model: PassModel): GridSpec<NetworkParams>[] => [
  ...NODES.flatMap((node) => [
    ...nodeGrids<NetworkParams>(model, node, false, ['small', 'beside']),
    ...(numberOf(node) <= LAST_GRADIENT
      ? nodeGrids<NetworkParams>(model, node, true, ['small', 'beside'])
      : []),
  ]),
  ...weightGrids(model),
];

/** Weights and biases and their gradients: they are drawn in the tiles, and pinned from there or from a line. */
function weightGrids(model: PassModel): GridSpec<NetworkParams>[] {
  return WEIGHTS.flatMap((name, i) => {
    const { planes, rows, cols, reads, node } = WEIGHT_FACTS[name];
    const owner = node === 'logits' ? WORDS.row : WORDS.filter;
    const planeAxes = [
      { name: owner, size: planes / reads },
      { name: WORDS.read, size: reads },
    ];
    const shape = { planes, rows, cols, ...(reads > 0 && { planeAxes }) };
    const letter = name[0] as string;
    return [
      { id: name, ...shape, symbol: letter, values: model.weights[i]?.data ?? [] },
      {
        ...{ id: `d${name}`, ...shape, symbol: `d${letter}` },
        // Eleven thousand sums that hardly anyone asks for.
        get values() {
          return weightGradients(model)[i]?.data ?? [];
        },
      },
    ];
  });
}

export const network = defineScene<NetworkParams, PassModel, NetworkView, NetworkResources>({
  name: 'network',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  resources: {
    own: {
      key: ({ weights }) => (weights === 'own' ? 'own' : null),
      load: async () => keptNetwork(),
      failure: OWN_WORDS.noWeights,
    },
  },
  build,
  track: () => TRACK,
  rest: () => ({ stretch: 'f4' }),
  grids,
  beats: BEATS,
  view: viewOf,
  gradients: gradientsOf,
  formula: (_, { subject }) => (subject.weight ? weightRule(subject, subject.weight) : ruleOf(subject)),
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  controls: [
    { title: WORDS.which, controls: [PadControl, 'centred'] },
    { title: WORDS.loss, controls: ['label'] },
    { title: WORDS.whose, controls: [WeightsControl] },
  ],
  Stage,
  stageHeight: { wide: 396, medium: 308, phone: 330 },
});
