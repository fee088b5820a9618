import { edgeFor, isInView, type Span } from './geometry.ts';
import { sentenceOf } from './sentence.ts';

/** Asks a figure to come to the reader. */
export const DOCK_EVENT = 'figure:dock';
/** Asks it to go back to its place. */
export const UNDOCK_EVENT = 'figure:undock';

export interface DockRequest {
  readonly edge: 'top' | 'bottom';
  /** The phrase that asked: it stays in sight, and the focus returns to it. */
  readonly phrase: HTMLElement;
  /** The phrase was pressed by a key. */
  readonly byKey: boolean;
}

/** What is left of the window below the page's header. */
export function viewSpan(): Span {
  const header = document.querySelector('.page-header')?.getBoundingClientRect();
  return { top: Math.max(0, header?.bottom ?? 0), bottom: innerHeight };
}

/**
 * Brings a figure to the reader who pressed a phrase of the prose: unless its stage and its equation are wholly in
 * view, they dock at the edge of the window that does not hold the phrase. Of several figures one is docked at a time.
 */
export function bringFigure(figure: HTMLElement, phrase: HTMLElement, byKey: boolean): void {
  for (const other of document.querySelectorAll('figure[data-docked]'))
    if (other !== figure) other.dispatchEvent(new CustomEvent(UNDOCK_EVENT));
  const view = viewSpan();
  const parts = [...figure.querySelectorAll('[data-docks]')].map((part) => part.getBoundingClientRect());
  const whole: Span = {
    top: Math.min(...parts.map(({ top }) => top)),
    bottom: Math.max(...parts.map(({ bottom }) => bottom)),
  };
  const isDocked = figure.hasAttribute('data-docked');
  if (!isDocked && parts.length > 0 && isInView(whole, view)) return;
  // A figure that has no dock, or a browser that can show nothing above the page: the reader goes there instead.
  if (parts.length === 0 || !('showPopover' in figure)) {
    figure.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    return;
  }
  const detail: DockRequest = {
    edge: edgeFor(sentenceOf(phrase).getBoundingClientRect(), view),
    phrase,
    byKey,
  };
  figure.dispatchEvent(new CustomEvent(DOCK_EVENT, { detail }));
}
