import { useMemo } from 'react';
import { useFigure, useFigureState, useNow } from '../scene/context.ts';
import type { StageSize } from '../scene/defineScene.ts';
import { gridsOf } from '../scene/now.ts';
import { arrange, type Planned } from './arrange.ts';
import type { Boxes } from './boxes.ts';
import type { Plan } from './plan.ts';

// biome-ignore lint/suspicious/noExplicitAny: the kit does not know the parameters of the scene that it serves
type Any = any;

/** A scene's own layout: the room of the stage and the model in, a plan out. Pure, and always the same function. */
export type Layout<Id extends string = string, M = Any> = (size: StageSize, model: M) => Plan<Id>;

/** The boxes of a stage, as the scene's layout and the room of the figure have them. */
export function useLayout<Id extends string>(layout: Layout<Id>): Boxes<Id> {
  const { scene, language } = useFigure();
  const { model, size } = useNow();
  const before = useFigureState((state) => state.held?.from ?? null);
  return useMemo(() => {
    const planned = (of: Any): Planned<Id> => ({ plan: layout(size, of), specs: gridsOf(scene, of) });
    return arrange(size, planned(model), { before: before && planned(before), language });
  }, [layout, scene, model, before, size, language]);
}
