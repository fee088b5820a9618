import { type RefObject, useEffect } from 'react';
import { writeLink } from '../../playback/link.ts';
import { useFigure } from '../scene/context.ts';

/** Sentences of the prose move the figure by this event, whose detail is the name of a beat. */
const BEAT_EVENT = 'figure:beat';
/** The page asks for the state by this event; the link is written into its detail, at once. */
const STATE_EVENT = 'figure:state';

/** What the page may ask of a figure. It knows no React, and so it asks by events. */
export function usePageEvents(figure: RefObject<HTMLElement | null>): void {
  const { store, scene } = useFigure();
  useEffect(() => {
    const element = figure.current;
    if (!element) return;
    const onBeat = (event: Event): void => {
      store.actions.goTo(String((event as CustomEvent<string>).detail));
    };
    const onState = (event: Event): void => {
      const { detail } = event as CustomEvent<{ link?: string }>;
      detail.link = writeLink({ scene: scene.name, texts: store.actions.toLink() });
    };
    element.addEventListener(BEAT_EVENT, onBeat);
    element.addEventListener(STATE_EVENT, onState);
    return () => {
      element.removeEventListener(BEAT_EVENT, onBeat);
      element.removeEventListener(STATE_EVENT, onState);
    };
  }, [figure, store, scene]);
}
