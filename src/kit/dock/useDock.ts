import { type CSSProperties, type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { useFigure, useSay } from '../scene/context.ts';
import type { StageSize } from '../scene/defineScene.ts';
import { DOCK_EVENT, type DockRequest, UNDOCK_EVENT, viewSpan } from './bringFigure.ts';
import { dockScale, isInView, scrollFor } from './geometry.ts';
import { sentenceOf } from './sentence.ts';

export interface Dock {
  readonly isDocked: boolean;
  /** Back to its place; the focus returns to the phrase that asked for it. */
  leave(): void;
  /** Back to its place, and the reader goes there. */
  visit(): void;
  /** Styles of the figure: its place keeps its height. */
  readonly placeStyle: CSSProperties;
  readonly cardProps: object;
}

interface Docked extends DockRequest {
  /** Height of the figure's place, CSS pixels. */
  readonly height: number;
}

const WORDS = {
  docked: {
    en: (number: string, title: string) => `Figure ${number}, docked: ${title}`,
    zh: (number: string, title: string) => `停靠的图 ${number}：${title}`,
  },
} as const;

const useMeasuring = import.meta.env.SSR ? () => {} : useLayoutEffect;

/** Lets a figure come to the reader and go back. It is shown above the page, so that nothing of the page holds it. */
export function useDock(figure: RefObject<HTMLElement | null>, size: StageSize): Dock {
  const { scene, number } = useFigure();
  const say = useSay();
  const [docked, setDocked] = useState<Docked | null>(null);
  useRequests(figure, setDocked);
  useSettling(figure, docked, size);
  useLeaving(figure, docked, setDocked);
  const leave = (): void => {
    setDocked(null);
    docked?.phrase.focus({ preventScroll: true });
  };
  const visit = (): void => {
    setDocked(null);
    requestAnimationFrame(() => {
      figure.current?.scrollIntoView({ block: 'nearest' });
      figure.current?.focus({ preventScroll: true });
    });
  };
  const label = say({
    en: WORDS.docked.en(number, scene.title.en),
    zh: WORDS.docked.zh(number, scene.title.zh),
  });
  return {
    isDocked: docked !== null,
    leave,
    visit,
    placeStyle: docked ? { height: docked.height } : {},
    cardProps: docked
      ? {
          'data-edge': docked.edge,
          popover: 'manual',
          role: 'region',
          'aria-label': label,
          tabIndex: -1,
        }
      : {},
  };
}

/** The page asks by events: it knows no React. */
function useRequests(
  figure: RefObject<HTMLElement | null>,
  set: (docked: (old: Docked | null) => Docked | null) => void,
): void {
  useEffect(() => {
    const element = figure.current;
    if (!element) return;
    const onDock = (event: Event): void => {
      const request = (event as CustomEvent<DockRequest>).detail;
      set((old) => ({ ...request, height: old?.height ?? element.getBoundingClientRect().height }));
      // By keys one goes on from the phrase into the figure: the second press of the same phrase leads there.
      if (request.byKey && asked.current === request.phrase)
        element.querySelector<HTMLElement>('.frame-card')?.focus({ preventScroll: true });
      asked.current = request.phrase;
    };
    const onUndock = (): void => set(() => null);
    const asked: { current: HTMLElement | null } = { current: null };
    element.addEventListener(DOCK_EVENT, onDock);
    element.addEventListener(UNDOCK_EVENT, onUndock);
    return () => {
      element.removeEventListener(DOCK_EVENT, onDock);
      element.removeEventListener(UNDOCK_EVENT, onUndock);
    };
  }, [figure, set]);
}

/** Shows the card above the page, scales its stage, and scrolls as far as it would cover the sentence. */
function useSettling(
  figure: RefObject<HTMLElement | null>,
  docked: Docked | null,
  { width, height }: StageSize,
): void {
  useMeasuring(() => {
    const element = figure.current;
    const card = element?.querySelector<HTMLElement>('.frame-card');
    if (!docked || !element || !card) return;
    if (!card.matches(':popover-open')) card.showPopover();
    const settle = (): void => {
      const view = viewSpan();
      card.style.setProperty('--dock-top', `${view.top}px`);
      card.style.setProperty('--docked', '0.2');
      const slot = card.querySelector('.frame-stage') as HTMLElement;
      const rest = card.offsetHeight - slot.offsetHeight;
      const room = { width: slot.clientWidth, window: innerHeight, header: view.top };
      card.style.setProperty('--docked', String(dockScale({ width, height }, room, rest)));
    };
    settle();
    const by = scrollFor(
      sentenceOf(docked.phrase).getBoundingClientRect(),
      docked.phrase.getBoundingClientRect(),
      card.getBoundingClientRect(),
      docked.edge,
      viewSpan(),
    );
    if (by !== 0) scrollBy({ top: by, behavior: 'instant' });
    addEventListener('resize', settle);
    return () => removeEventListener('resize', settle);
  }, [figure, docked, width, height]);
}

/** Escape puts it back, and so does its own place when the reader has come to it. */
function useLeaving(
  figure: RefObject<HTMLElement | null>,
  docked: Docked | null,
  set: (docked: null) => void,
): void {
  useEffect(() => {
    if (!docked) return;
    const onKey = (event: KeyboardEvent): void => {
      // Inside of the figure Escape unpins before it puts the figure back.
      if (event.key !== 'Escape' || event.defaultPrevented || figure.current?.contains(event.target as Node))
        return;
      event.preventDefault();
      set(null);
      docked.phrase.focus({ preventScroll: true });
    };
    const onScroll = (): void => {
      const place = figure.current?.getBoundingClientRect();
      if (place && isInView(place, viewSpan())) set(null);
    };
    document.addEventListener('keydown', onKey);
    addEventListener('scroll', onScroll, { passive: true });
    return () => {
      document.removeEventListener('keydown', onKey);
      removeEventListener('scroll', onScroll);
    };
  }, [figure, docked, set]);
}
