import { useMemo } from 'react';
import { useFigure, useFigureState, useNow } from '../scene/context.ts';
import type { GridSpec, StageSize } from '../scene/defineScene.ts';
import { arrange } from './arrange.ts';
import type { Boxes } from './boxes.ts';
import type { Plan } from './plan.ts';

// biome-ignore lint/suspicious/noExplicitAny: the kit does not know the parameters of the scene that it serves
type Any = any;

/** The grids of a scene by their ids. */
export type GridsById = Readonly<Record<string, GridSpec<Any>>>;

/** A scene's own layout: its grids in, a plan out. */
export type Layout<M = Any> = (grids: GridsById, size: StageSize, model: M) => Plan;

const byId = (grids: readonly GridSpec<Any>[]): GridsById =>
  Object.fromEntries(grids.map((grid) => [grid.id, grid]));

/** The boxes of a stage, as the scene's layout and the room of the figure have them. */
export function useLayout<M = Any>(layout: Layout<M>): Boxes {
  const { scene, language } = useFigure();
  const { model, size } = useNow();
  const before = useFigureState((state) => state.held?.from ?? null);
  return useMemo(() => {
    const planOf = (of: Any): Plan => layout(byId(scene.grids(of)), size, of);
    return arrange(size, planOf(model), { before: before && planOf(before), language });
  }, [layout, scene, model, before, size, language]);
}
