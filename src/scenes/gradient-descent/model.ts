import type { GradientClaim } from '../../kit/check/gradients.ts';
import { curvatures, type Landscape, type Weights } from '../../kit/losses/landscape.ts';
import { descend, type Path, type Update } from '../../network/descend.ts';
import { type Bounds, boundsOf } from '../../network/rateBounds.ts';
import { createTrack, type Track } from '../../playback/track.ts';
import { createRandom } from '../../tensor/random.ts';
import { type DescentParams, landscapeOf, startOf } from './parameters.ts';
import { OPTIMIZER_NAMES, type OptimizerName, WORDS } from './words.ts';

/** What each update consists of: the gradient, the step, the new weights. */
export const FACTS = 3;

export interface DescentModel {
  readonly params: DescentParams;
  readonly landscape: Landscape;
  readonly paths: Readonly<Record<OptimizerName, Path>>;
  /** That of the optimiser that is chosen. */
  readonly path: Path;
  readonly bottom: Weights;
  /** Curvatures at the bottom, the largest first. */
  readonly lambda: readonly number[];
  /** null: Adam, whose steps do not grow with the gradient; or nothing to come to rest in. */
  readonly bounds: Bounds | null;
  readonly track: Track<'updates'>;
}

export function build(params: DescentParams): DescentModel {
  const { optimizer, rate, mu, updates, single, seed } = params;
  const landscape = landscapeOf(params);
  const start = startOf(params);
  const random = createRandom(seed);
  const examples = Array.from({ length: updates }, () =>
    single && landscape.examples > 0 ? random.below(landscape.examples) : null,
  );
  const follow = (type: OptimizerName): Path =>
    descend(landscape, { type, lr: rate, momentum: mu }, start, examples);
  const paths = Object.fromEntries(
    OPTIMIZER_NAMES.map((name) => [name, follow(name)]),
  ) as DescentModel['paths'];
  const path = paths[optimizer];
  const bottom = landscape.bottom(start);
  const lambda = curvatures(landscape.hessian(bottom));
  return {
    ...{ params, landscape, paths, path, bottom, lambda },
    bounds: optimizer === 'adam' ? null : boundsOf(lambda, optimizer === 'momentum' ? mu : 0, updates),
    track: createTrack([
      {
        id: 'updates',
        cells: path.updates.length,
        terms: FACTS,
        name: WORDS.update,
        cellWord: WORDS.cell,
        termWord: WORDS.fact,
        role: 'gradient',
      },
    ]),
  };
}

/** Where the ball has been after so many updates; nowhere before the first. */
export function placesOn({ updates }: Path, walked: number): readonly Weights[] {
  const done = updates.slice(0, walked);
  return done.length > 0 ? [...done.map(({ at }) => at), (done.at(-1) as Update).next] : [];
}

/** A number of each update, weight by weight: rows of the strip. */
export const strip = ({ path, landscape }: DescentModel, of: 'at' | 'slope'): number[] =>
  landscape.letters.flatMap((_, axis) => path.updates.map((update) => update[of][axis] as number));

/** Every gradient of the path at once: the losses of all updates, each at its own weights, added up. */
export function gradientsOf(model: DescentModel): GradientClaim[] {
  const { path, landscape } = model;
  const count = path.updates.length;
  return [
    {
      grid: 'slopes',
      values: strip(model, 'at'),
      loss: (values) =>
        path.updates.reduce(
          (total, { example }, k) =>
            total +
            landscape.loss(
              landscape.letters.map((_, axis) => values[axis * count + k] as number),
              example,
            ),
          0,
        ),
    },
  ];
}
