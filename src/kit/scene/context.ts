import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Language, Text } from '../../language/language.ts';
import type { FigureState, FigureStore } from '../../playback/store.ts';
import type { Moment } from '../../playback/track.ts';
import type { GridSpec, SceneDefinition, StageSize } from './defineScene.ts';
import type { SceneView } from './view.ts';

// The parts of the kit know neither the parameters nor the model of the scene that they serve.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Any = any;

export interface FigureContextValue {
  readonly store: FigureStore<Any, Any, Any>;
  readonly scene: SceneDefinition<Any, Any, Any, Any>;
  readonly language: Language;
  /** `3.1`: chapter and place in it. */
  readonly number: string;
}

export const FigureContext = createContext<FigureContextValue | null>(null);

/** What stands on the screen now: made once for each state, read by every part of the figure. */
export interface FigureNow {
  readonly model: Any;
  readonly moment: Moment;
  readonly view: SceneView & Any;
  /** The scene's grids, by id. */
  readonly grids: ReadonlyMap<string, GridSpec<Any>>;
  readonly size: StageSize;
}

export const NowContext = createContext<FigureNow | null>(null);

export function useFigure(): FigureContextValue {
  const value = useContext(FigureContext);
  if (!value) throw new Error('a part of a figure stands outside of <SceneFigure>');
  return value;
}

export function useNow(): FigureNow {
  const value = useContext(NowContext);
  if (!value) throw new Error('a part of a figure stands outside of <SceneFigure>');
  return value;
}

export function useFigureState<T>(select: (state: FigureState<Any, Any, Any>) => T): T {
  return useStore(useFigure().store, select);
}

/** Picks the figure's language. */
export function useSay(): (text: Text) => string {
  const { language } = useFigure();
  return (text) => text[language];
}
