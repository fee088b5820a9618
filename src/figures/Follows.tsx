import type { ReactNode } from 'react';
import { useFigureState } from './figureContext.ts';
import { useHydrated } from './useHydrated.ts';
import { useLate } from './useLate.ts';

/**
 * A drawing beside the numbers: when parameters change, it is drawn in the frame after theirs. Steps through a
 * computation it shows at once.
 */
export function Follows({ children }: { readonly children: ReactNode }) {
  const alive = useHydrated();
  const model = useFigureState((state) => state.model);
  return useLate(children, model, { much: () => alive }).shown;
}
