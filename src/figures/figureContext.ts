import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Language, Text } from '../language/language.ts';
import type { FigureState, FigureStore } from '../playback/figureStore.ts';

export interface FigureContextValue {
  // A part of the kit knows neither the parameters nor the model of the scene that it serves.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly store: FigureStore<any, any>;
  readonly language: Language;
  readonly scene: string;
  /** Says when a part of the figure is late, and when it has been drawn: see `useLate`. */
  readonly drawn: EventTarget;
}

export const FigureContext = createContext<FigureContextValue | null>(null);

export function useFigure(): FigureContextValue {
  const value = useContext(FigureContext);
  if (!value) throw new Error('a part of a figure stands outside of <Figure>');
  return value;
}

// biome-ignore lint/suspicious/noExplicitAny: see FigureContextValue
export function useFigureState<T>(select: (state: FigureState<any, any>) => T): T {
  const { store } = useFigure();
  return useStore(store, select);
}

/** Picks the figure's language. */
export function useSay(): (text: Text) => string {
  const { language } = useFigure();
  return (text) => text[language];
}
