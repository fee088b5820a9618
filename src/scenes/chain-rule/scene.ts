import type { Edge } from '../../explain/graph/graph.ts';
import { magnitude } from '../../kit/colour/valueScale.ts';
import { numpyGraph, torchGraph } from '../../kit/graph/code.ts';
import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import { BEATS } from './beats.ts';
import { ruleOf } from './formula.ts';
import { CollapseControl, GraphControl } from './GraphControl.tsx';
import { build, type ChainModel, edited, gradientsOf } from './model.ts';
import { type ChainParams, constrain, params } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { type ChainView, viewOf } from './view.ts';
import { captionOf, nameAt, WORDS } from './words.ts';

/** Values and gradients of the leaves and of the other nodes, and the shares of the forks: each a row of cells. */
function grids(model: ChainModel): GridSpec<ChainParams>[] {
  const { graph, values, gradients, shares, branches, params: now } = model;
  const names = graph.nodes.map((_, at) => nameAt(model, at));
  const row = (
    id: string,
    name: GridSpec['name'],
    numbers: ArrayLike<number>,
    gradient: boolean,
    letters: readonly string[],
  ) => ({
    letters: letters.map((letter) => (gradient ? `∂${letter}` : letter)),
    ...{ id, name, symbol: gradient ? 'dy' : 'y', rows: 1, cols: numbers.length, values: numbers },
    max: gradient ? magnitude(gradients) : magnitude(values),
  });
  const { leaves } = graph;
  const paths = branches.map((edge) => {
    const { from, to } = graph.edges[edge] as Edge;
    return `${names[from]} (${names[to]})`;
  });
  return [
    {
      ...row('leaf', WORDS.inputs, values.slice(0, leaves), false, names),
      symbol: 'x',
      edit: (i, value) => edited(model, i, value),
      // Logits are differences of logarithms: a whole step is much.
      pullStep: now.graph === 'softmax' ? 0.25 : 1,
    },
    row('value', WORDS.values, values.slice(leaves), false, names.slice(leaves)),
    row('dleaf', WORDS.gradients, gradients.slice(0, leaves), true, names),
    row('dvalue', WORDS.innerGradients, gradients.slice(leaves), true, names.slice(leaves)),
    ...(branches.length > 0
      ? [
          row(
            'share',
            WORDS.shares,
            branches.map((edge) => shares[edge] as number),
            true,
            paths,
          ),
        ]
      : []),
  ];
}

export const chainRule = defineScene<ChainParams, ChainModel, ChainView>({
  name: 'chain-rule',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  constrain,
  build,
  track: (model) => model.track,
  // The weight has just been paid.
  rest: () => ({ stretch: 'backward', cell: 0, done: 7 }),
  grids,
  beats: BEATS,
  view: viewOf,
  gradients: gradientsOf,
  formula: ruleOf,
  caption: captionOf,
  code: {
    pytorch: ({ graph, values }) => torchGraph(graph, values),
    numpy: ({ graph, values }) => numpyGraph(graph, values),
  },
  controls: [{ title: WORDS.graph, controls: [GraphControl, CollapseControl] }],
  Stage,
  stageHeight: { wide: 344, medium: 330, phone: 348 },
});
