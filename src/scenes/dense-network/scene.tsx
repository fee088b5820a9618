import { magnitude } from '../../kit/colour/valueScale.ts';
import { Param } from '../../kit/controls/Param.tsx';
import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import { BEATS } from './beats.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { ruleOf, sizesOf } from './formula.ts';
import { build, type DenseModel, edited } from './model.ts';
import { constrain, type DenseParams, params } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { type DenseView, viewOf } from './view.ts';
import { captionOf, columnName, WORDS } from './words.ts';

/** The nodes of the drawing (`x_1`, `y_1` …) and, for each layer, its row of weights, biases and sums a neuron. */
function grids(model: DenseModel): GridSpec<DenseParams>[] {
  const { layers } = model;
  const values = magnitude(...layers.flatMap(({ x, z, y }) => [x.data, z.data, y.data]));
  const weights = magnitude(...layers.flatMap(({ w, b }) => [w.data, b.data]));
  const name = (column: number) => columnName(layers.length, column);
  const nodes = layers.map(({ y, outs }, at) => ({
    ...{ id: `y_${at + 1}`, symbol: 'y', name: name(at + 1), rows: outs, cols: 1 },
    ...{ values: y.data, max: values },
  }));
  const tables = layers.flatMap(({ w, b, z, ins, outs }, at): GridSpec<DenseParams>[] => [
    {
      ...{ id: `w_${at + 1}`, symbol: 'w', name: WORDS.weights, rows: outs, cols: ins },
      ...{ values: w.data, max: weights },
      edit: (i, value) => edited(model, 'w', at, [Math.floor(i / ins), i % ins], value),
    },
    {
      ...{ id: `b_${at + 1}`, symbol: 'b', name: WORDS.biases, rows: outs, cols: 1 },
      ...{ values: b.data, max: weights },
      edit: (i, value) => edited(model, 'b', at, [i, 0], value),
    },
    {
      ...{ id: `z_${at + 1}`, symbol: 'pre', name: WORDS.sums, rows: outs, cols: 1 },
      ...{ values: z.data, max: values },
    },
  ]);
  const [first] = layers;
  return [
    {
      ...{ id: 'x_1', symbol: 'x', name: WORDS.input, rows: 1, cols: first?.ins ?? 1 },
      ...{ values: first?.x.data ?? [], max: values },
      edit: (i, value) => edited(model, 'x', 0, [0, i], value),
    },
    ...nodes,
    ...tables,
  ];
}

/** Under the heading of its own name; four functions need the width. */
const Activation = () => <Param name="activation" hideLabel />;

export const denseNetwork = defineScene<DenseParams, DenseModel, DenseView>({
  name: 'dense-network',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  constrain,
  build,
  track: ({ track }) => track,
  // A column that is half done says most: the numbers before it are there, those behind it are still to come.
  rest: ({ layers }) => {
    const layer = Math.max(0, layers.length - 2);
    const { ins = 1, outs = 1 } = layers[layer] ?? {};
    return { stretch: `layer${layer}`, cell: Math.min(1, outs - 1), done: ins };
  },
  grids,
  beats: BEATS,
  view: viewOf,
  formula: ruleOf,
  sizes: sizesOf,
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  controls: [
    { title: WORDS.howLarge, controls: ['inputs', 'hidden', 'hidden1', 'hidden2', 'outputs'] },
    { title: params.activation.label, controls: [Activation] },
  ],
  renew: ({ seed }) => ({
    ...{ seed: (seed % 9999) + 1, x: null },
    ...{ w1: null, w2: null, w3: null, b1: null, b2: null, b3: null },
  }),
  Stage,
  // Between laptop and phone the controls stand below: the whole stays under 640 px.
  stageHeight: { medium: 286 },
});
