import { useEffect, useMemo, useState } from 'react';
import type { Language } from '../../language/language.ts';
import { runClock } from '../../playback/clock.ts';
import { readLink } from '../../playback/link.ts';
import { createFigureStore, type FigureStore } from '../../playback/store.ts';
import { FigureContext } from '../scene/context.ts';
import type { SceneDefinition } from '../scene/defineScene.ts';
import type { SceneView } from '../scene/view.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Figure } from './Figure.tsx';
import { loadResources } from './loadResources.ts';

export interface SceneProps {
  readonly language: Language;
  /** The figure's number in the article: `3.1`. */
  readonly number: string;
}

interface SceneFigureProps<P extends object, M, V extends SceneView, R> extends SceneProps {
  readonly scene: SceneDefinition<P, M, V, R>;
}

/**
 * A scene's figure, as a component that carries its definition: the default export of `src/scenes/<name>/index.ts`.
 */
export function sceneComponent<P extends object, M, V extends SceneView, R>(
  scene: SceneDefinition<P, M, V, R>,
) {
  const Scene = (props: SceneProps) => <SceneFigure scene={scene} {...props} />;
  return Object.assign(Scene, { definition: scene });
}

/** The whole figure of a scene, with an error boundary of its own. */
export function SceneFigure<P extends object, M, V extends SceneView, R>(
  props: SceneFigureProps<P, M, V, R>,
) {
  return (
    <ErrorBoundary language={props.language} scene={props.scene.name}>
      {/* A figure that broke on what a link asked for must not be sent there again. */}
      {(attempt) => <LivingFigure {...props} obeyAddress={attempt === 0} />}
    </ErrorBoundary>
  );
}

interface LivingFigureProps<P extends object, M, V extends SceneView, R>
  extends SceneFigureProps<P, M, V, R> {
  readonly obeyAddress: boolean;
}

function LivingFigure<P extends object, M, V extends SceneView, R>(props: LivingFigureProps<P, M, V, R>) {
  const { scene, language, number, obeyAddress } = props;
  const [store] = useState(() => createFigureStore(scene));
  const context = useMemo(() => ({ store, scene, language, number }), [store, scene, language, number]);
  useClock(store, scene.Bar === undefined);
  useLink(store, scene.name, obeyAddress);
  useEffect(() => (scene.resources ? loadResources(store, scene.resources) : undefined), [store, scene]);
  return (
    <FigureContext value={context}>
      <Figure />
    </FigureContext>
  );
}

/** @param runs false: the scene moves the position itself */
function useClock<P, M, R>(store: FigureStore<P, M, R>, runs: boolean): void {
  useEffect(() => {
    if (!runs) return undefined;
    return runClock(store, {
      request: (callback) => requestAnimationFrame(callback),
      cancel: (handle) => cancelAnimationFrame(handle),
      get reducedMotion() {
        return matchMedia('(prefers-reduced-motion: reduce)').matches;
      },
    });
  }, [store, runs]);
}

/** The first render equals the pre-rendered page; the state of a link comes right after it. */
function useLink<P, M, R>(store: FigureStore<P, M, R>, name: string, obeyAddress: boolean): void {
  useEffect(() => {
    const follow = (): void => {
      const link = readLink(location.hash);
      if (!link || link === 'too long' || link.scene !== name) return;
      // A phrase of another chapter names a state.
      const { beat } = link.texts;
      if (beat === undefined || !store.actions.goTo(beat)) store.actions.fromLink(link.texts);
    };
    if (obeyAddress) follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [store, name, obeyAddress]);
}
