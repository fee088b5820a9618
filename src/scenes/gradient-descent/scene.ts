import { magnitude } from '../../kit/colour/valueScale.ts';
import { type ControlGroup, defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import { createRandom } from '../../tensor/random.ts';
import { BEATS } from './beats.ts';
import { captionOf } from './captions.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { ruleOf, sizesOf } from './formula.ts';
import { build, type DescentModel, gradientsOf, strip } from './model.ts';
import { constrain, type DescentParams, landscapeOf, params, ranges, startOf } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { type DescentView, viewOf } from './view.ts';
import { BUFFERS, WORDS } from './words.ts';

/** The numbers of one update, from its weights to the new ones; and the gradients of all of them. */
function grids(model: DescentModel): GridSpec<DescentParams>[] {
  const { params: now, path, landscape } = model;
  const dims = landscape.letters.length;
  const most = magnitude(startOf(now), model.bottom);
  const slopes = strip(model, 'slope');
  // A path that diverges would leave the first colours pale.
  const first = path.updates[0];
  const max = magnitude(first?.slope ?? []) || magnitude(slopes);
  const vector = { rows: 1, cols: dims };
  return [
    {
      id: 'weights',
      ...vector,
      ...(dims === 1 && { name: WORDS.weight }),
      values: first?.at ?? [],
      max: most,
    },
    { id: 'dweights', ...vector, values: first?.slope ?? [], max },
    ...BUFFERS[now.optimizer].map((id, i) => ({ id, ...vector, values: first?.after[i] ?? [] })),
    {
      id: 'stepped',
      ...vector,
      ...(dims === 1 && { name: WORDS.newWeight }),
      values: first?.next ?? [],
      max: most,
    },
    {
      id: 'slopes',
      symbol: 'dweights',
      name: WORDS.slopes,
      rows: dims,
      cols: path.updates.length,
      values: slopes,
      max,
    },
  ];
}

/** One group, for its columns are filled up beside one another; what it holds depends on what there is to set. */
const CONTROLS = [true, false].flatMap((one) =>
  [true, false].flatMap((moving) =>
    [true, false].map(
      (drawn): ControlGroup<DescentParams, DescentModel> => ({
        title: WORDS.steps,
        controls: [
          'rate',
          'updates',
          ...(moving ? (['mu'] as const) : []),
          'optimizer',
          ...(one ? (['curve', 'start', 'nudge'] as const) : (['surface', 'across', 'up'] as const)),
          ...(drawn ? (['single'] as const) : []),
        ],
        when: ({ params: { weights, optimizer }, landscape }) =>
          (weights === 'one') === one &&
          (optimizer === 'momentum') === moving &&
          landscape.examples > 0 === drawn,
      }),
    ),
  ),
);

export const gradientDescent = defineScene<DescentParams, DescentModel, DescentView>({
  name: 'gradient-descent',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  ranges,
  constrain,
  build,
  track: (model) => model.track,
  rest: () => ({ stretch: 'updates', cell: 0, done: 2 }),
  grids,
  gradients: gradientsOf,
  beats: BEATS,
  view: viewOf,
  formula: ruleOf,
  sizes: sizesOf,
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  head: ['weights'],
  controls: CONTROLS,
  renew(now) {
    const seed = (now.seed % 9999) + 1;
    const random = createRandom(seed);
    const [low, high] = landscapeOf(now).across;
    const within = (from: number, to: number): number =>
      Math.round((from + random.next() * (to - from)) * 10) / 10;
    if (now.weights === 'one') return { seed, start: within(low, high) };
    return { seed, across: within(low, high), up: within(-2, 2) };
  },
  Stage,
  stageHeight: { wide: 350, medium: 306, phone: 332 },
});
