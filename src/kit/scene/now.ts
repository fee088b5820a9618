import type { FigureState } from '../../playback/store.ts';
import { momentAt } from '../../playback/track.ts';
import type { FigureNow } from './context.ts';
import type { SceneDefinition, StageSize } from './defineScene.ts';
import type { SceneView } from './view.ts';

const known = new WeakMap<object, WeakMap<object, FigureNow['grids']>>();

/** The scene's grids by their ids: the same ones for the same model, so that what depends on them alone is made once. */
export function gridsOf<P extends object, M, V extends SceneView, R>(
  scene: SceneDefinition<P, M, V, R>,
  model: M,
): FigureNow['grids'] {
  const make = (): FigureNow['grids'] => new Map(scene.grids(model).map((grid) => [grid.id, grid]));
  if (typeof model !== 'object' || model === null) return make();
  const ofScene = known.get(scene) ?? new WeakMap<object, FigureNow['grids']>();
  const grids = ofScene.get(model) ?? make();
  known.set(scene, ofScene.set(model, grids));
  return grids;
}

interface Shown<M, V> extends Omit<FigureNow, 'model' | 'view' | 'size'> {
  readonly model: M;
  readonly view: V;
}

/**
 * What is shown in a state: the one place where a view is made. The cell that is pinned, or else the one that is pointed
 * at, is what the reader asks for; while the figure plays, nothing is asked.
 */
export function shownIn<P extends object, M, V extends SceneView, R>(
  scene: SceneDefinition<P, M, V, R>,
  state: FigureState<P, M, R>,
): Shown<M, V> {
  const { model, track, position, pinned, pointed, playing, held, fullPrecision } = state;
  const moment = momentAt(track, position);
  const view = scene.view(model, moment, {
    asked: pinned ?? (playing || held ? null : pointed),
    held: held?.param ?? null,
    full: fullPrecision,
  });
  return { model, moment, view, grids: gridsOf(scene, model) };
}

/** The same on a stage of a size. */
export const nowOf = <P extends object, M, V extends SceneView, R>(
  scene: SceneDefinition<P, M, V, R>,
  state: FigureState<P, M, R>,
  size: StageSize,
): Shown<M, V> & Pick<FigureNow, 'size'> => ({ ...shownIn(scene, state), size });
