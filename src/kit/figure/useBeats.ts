import { type RefObject, useEffect } from 'react';
import { useFigure } from '../scene/context.ts';

/** Sentences of the prose move the figure by this event, whose detail is the name of a beat. */
export const BEAT_EVENT = 'figure:beat';

export function useBeats(figure: RefObject<HTMLElement | null>): void {
  const { store } = useFigure();
  useEffect(() => {
    const element = figure.current;
    if (!element) return;
    const onBeat = (event: Event): void => {
      store.actions.goTo(String((event as CustomEvent<string>).detail));
    };
    element.addEventListener(BEAT_EVENT, onBeat);
    return () => element.removeEventListener(BEAT_EVENT, onBeat);
  }, [figure, store]);
}
