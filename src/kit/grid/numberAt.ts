import type { Place } from '../../playback/place.ts';
import type { FigureStore } from '../../playback/store.ts';
import type { SceneDefinition } from '../scene/defineScene.ts';

// biome-ignore lint/suspicious/noExplicitAny: the kit knows neither the parameters nor the model of the scene that it serves
type Any = any;
type Scene = SceneDefinition<Any, Any, Any, Any>;

const specOf = (scene: Scene, model: Any, { grid, plane, row, col }: Place) => {
  const spec = scene.grids(model).find(({ id }) => id === grid);
  return spec && { spec, index: (plane * spec.rows + row) * spec.cols + col };
};

/** What a cell of the scene's grids holds in a state: what became of a number that was typed into it. */
export function numberAt(scene: Scene, { model }: { readonly model: Any }, place: Place): number | undefined {
  const found = specOf(scene, model, place);
  return found?.spec.values[found.index];
}

/** Writes a number into a cell that can be edited; the number that stands there changes nothing. */
export function takeNumber(
  scene: Scene,
  store: FigureStore<Any, Any, Any>,
  place: Place,
  value: number,
): void {
  const found = specOf(scene, store.getState().model, place);
  if (!found?.spec.edit || found.spec.values[found.index] === value) return;
  store.actions.setParams(found.spec.edit(found.index, value));
}
