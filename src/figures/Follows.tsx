import { type ReactNode, useState } from 'react';
import { useFigureState } from './figureContext.ts';
import { useHydrated } from './useHydrated.ts';
import { REST, useLate } from './useLate.ts';

interface FollowsProps {
  readonly children: ReactNode;
  /** Not while the hand moves: for a panel that shows the same once more. */
  readonly atRest?: boolean;
  /** With what it comes late; default: with each new computation. */
  readonly cause?: unknown;
}

/**
 * A drawing beside the numbers: when parameters change, it is drawn in the frame after theirs. Steps through a
 * computation it shows at once.
 */
export function Follows({ children, atRest = false, cause }: FollowsProps) {
  const alive = useHydrated();
  const model = useFigureState((state) => state.model);
  return useLate(children, cause ?? model, { much: () => alive, rest: atRest ? REST : 0 }).shown;
}

/** A part that a change of parameters brings into the figure: its place is there at once, the part a frame later. */
export function Arrives({ children }: { readonly children: ReactNode }) {
  const alive = useHydrated();
  const model = useFigureState((state) => state.model);
  const [blank] = useState(alive ? null : undefined);
  return useLate<ReactNode>(children, model, { much: (before) => before === null, blank }).shown;
}
