import { useEffect, useState } from 'react';
import { useFigure, useFigureState, useNow } from '../scene/context.ts';
import { checkingSteps, type GradientCheck } from './gradients.ts';
import { whenIdle } from './whenIdle.ts';

/** Of a grid at most so many numbers are compared on the page; the tests compare all. */
const MOST = 36;
/** The parameters have rested for so long before their gradients are checked. */
const REST = 250;

/**
 * What nudging found about the gradients of the model on the screen; null while there is no answer for this very model.
 * It is looked for when nothing moves, in the pauses of the page.
 */
export function useGradientCheck(): readonly GradientCheck[] | null {
  const { scene } = useFigure();
  const { model, grids } = useNow();
  const moving = useFigureState((state) => state.playing || state.held !== null);
  const [found, setFound] = useState<{ model: unknown; checks: readonly GradientCheck[] } | null>(null);
  const isNew = found?.model !== model;
  useEffect(() => {
    const claims = isNew && !moving ? scene.gradients?.(model) : undefined;
    if (!claims) return;
    let abandon = (): void => {};
    const timer = setTimeout(() => {
      const steps = checkingSteps(claims, (grid) => grids.get(grid)?.values ?? [], MOST);
      abandon = whenIdle(steps, (checks) => setFound({ model, checks }));
    }, REST);
    return () => {
      clearTimeout(timer);
      abandon();
    };
  }, [scene, model, grids, moving, isNew]);
  return found && !isNew ? found.checks : null;
}
