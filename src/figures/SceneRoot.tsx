import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Language } from '../language/language.ts';
import { runClock } from '../playback/clock.ts';
import { createFigureStore, type FigureStore, type Playable } from '../playback/figureStore.ts';
import { readLink } from '../playback/link.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { FigureContext } from './figureContext.ts';

interface SceneRootProps<P, M> {
  readonly scene: Playable<P, M>;
  readonly language: Language;
  children(store: FigureStore<P, M>): ReactNode;
}

/** Gives a scene its store, its clock, its link and its error boundary. */
export function SceneRoot<P, M>({ scene, language, children }: SceneRootProps<P, M>) {
  const [store] = useState(() => createFigureStore(scene));
  const context = useMemo(
    () => ({ store, language, scene: scene.name, drawn: new EventTarget() }),
    [store, language, scene.name],
  );
  useEffect(
    () =>
      runClock(store, {
        request: (callback) => requestAnimationFrame(callback),
        cancel: (handle) => cancelAnimationFrame(handle),
        get reducedMotion() {
          return matchMedia('(prefers-reduced-motion: reduce)').matches;
        },
      }),
    [store],
  );
  useEffect(() => {
    // The first render equals the pre-rendered page; the state of a link comes right after it.
    const follow = (): void => {
      const link = readLink(location.hash);
      if (link && link !== 'too long' && link.scene === scene.name) store.actions.fromLink(link.texts);
    };
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [store, scene.name]);
  return (
    <ErrorBoundary language={language} scene={scene.name}>
      <FigureContext value={context}>{children(store)}</FigureContext>
    </ErrorBoundary>
  );
}
