import type { ReactNode } from 'react';
import { useFigureState } from './figureContext.ts';
import { useHydrated } from './useHydrated.ts';
import { REST, useLate } from './useLate.ts';

interface FollowsProps {
  readonly children: ReactNode;
  /** Not while the hand moves: for a panel that shows the same once more. */
  readonly atRest?: boolean;
}

/**
 * A drawing beside the numbers: when parameters change, it is drawn in the frame after theirs. Steps through a
 * computation it shows at once.
 */
export function Follows({ children, atRest = false }: FollowsProps) {
  const alive = useHydrated();
  const model = useFigureState((state) => state.model);
  return useLate(children, model, { much: () => alive, rest: atRest ? REST : 0 }).shown;
}
