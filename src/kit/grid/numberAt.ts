import type { Place } from '../../playback/place.ts';
import type { SceneDefinition } from '../scene/defineScene.ts';

// biome-ignore lint/suspicious/noExplicitAny: the kit knows neither the parameters nor the model of the scene that it serves
type Any = any;

/** What a cell of the scene's grids holds in a state: what became of a number that was typed into it. */
export function numberAt(
  scene: SceneDefinition<Any, Any, Any, Any>,
  { model }: { readonly model: Any },
  { grid, plane, row, col }: Place,
): number | undefined {
  const spec = scene.grids(model).find(({ id }) => id === grid);
  return spec?.values[(plane * spec.rows + row) * spec.cols + col];
}
