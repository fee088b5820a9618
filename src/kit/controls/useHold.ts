import { useEffect, useState } from 'react';
import { useFigure } from '../scene/context.ts';

/** A key, or the button of a step, holds a slider until it has rested for this many milliseconds. */
const REST = 700;

const ENDS = ['pointerup', 'pointercancel', 'blur'] as const;

interface Holder {
  hold(param: string): void;
  release(): void;
  /** The slider that is being held now. */
  held(): string | undefined;
}

function createHold(name: string, { hold, release, held }: Holder) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const letGo = (): void => {
    clearTimeout(timer);
    for (const type of ENDS) removeEventListener(type, letGo);
    if (held() === name) release();
  };
  return {
    letGo,
    /** A finger is on it: until it is lifted, wherever that is. */
    grasp(): void {
      clearTimeout(timer);
      hold(name);
      for (const type of ENDS) addEventListener(type, letGo);
    },
    /** A key moved it. */
    nudge(): void {
      clearTimeout(timer);
      hold(name);
      timer = setTimeout(letGo, REST);
    },
  };
}

/**
 * Says that a slider is being held, as long as a finger is on it or a key has just moved it, and that it is let go:
 * meanwhile a drawing keeps its size and shows what the slider measures.
 */
export function useHold(name: string) {
  const { store } = useFigure();
  const [hold] = useState(() =>
    createHold(name, {
      hold: store.actions.hold,
      release: store.actions.release,
      held: () => store.getState().held?.param,
    }),
  );
  useEffect(() => hold.letGo, [hold]);
  return hold;
}
