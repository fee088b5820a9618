import { type ReactNode, useEffect } from 'react';
import { useFigure, useFigureState } from './figureContext.ts';
import { useHydrated } from './useHydrated.ts';
import { useLate } from './useLate.ts';

/** Said by a figure's `drawn` when a part that was late stands in its place. */
export const DRAWN = 'drawn';

/**
 * A drawing beside the numbers: when parameters change, it is drawn in the frame after theirs. Steps through a
 * computation it shows at once.
 */
export function Follows({ children }: { readonly children: ReactNode }) {
  const { drawn } = useFigure();
  const alive = useHydrated();
  const model = useFigureState((state) => state.model);
  const { shown, late } = useLate(children, model, { much: () => alive });
  // biome-ignore lint/correctness/useExhaustiveDependencies: said when it is late no longer
  useEffect(() => {
    drawn.dispatchEvent(new Event(DRAWN));
  }, [late, drawn]);
  return shown;
}
