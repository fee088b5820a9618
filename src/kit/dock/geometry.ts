export type Edge = 'top' | 'bottom';

/** A stretch of the window from top to bottom, CSS pixels. */
export interface Span {
  readonly top: number;
  readonly bottom: number;
}

/** Whether all of it is seen between the header and the lower edge of the window. */
export const isInView = (span: Span, view: Span): boolean =>
  span.top >= view.top - 1 && span.bottom <= view.bottom + 1;

/** The edge of the window that does not hold the sentence. */
export const edgeFor = (phrase: Span, view: Span): Edge =>
  (phrase.top + phrase.bottom) / 2 < (view.top + view.bottom) / 2 ? 'bottom' : 'top';

/** Air between the sentence and what is docked. */
const AIR = 12;

/** How far the page has to scroll (positive: down) so that the dock covers nothing of a stretch of text. */
const clearOf = (text: Span, dock: Span, edge: Edge): number =>
  edge === 'top' ? Math.min(0, text.top - AIR - dock.bottom) : Math.max(0, text.bottom + AIR - dock.top);

/**
 * How far the page has to scroll (positive: down) so that the dock covers nothing of the sentence; of one that is
 * taller than what is left, the phrase.
 */
export function scrollFor(sentence: Span, phrase: Span, dock: Span, edge: Edge, view: Span): number {
  const free: Span =
    edge === 'top' ? { top: dock.bottom, bottom: view.bottom } : { top: view.top, bottom: dock.top };
  const by = clearOf(sentence, dock, edge);
  const after = { top: phrase.top - by, bottom: phrase.bottom - by };
  return isInView(after, free) ? by : clearOf(phrase, dock, edge);
}

/** At most half of the window. */
const MOST = 0.5;

/**
 * How much smaller a docked stage is drawn.
 *
 * @param rest height of what stands around the stage in the dock
 */
export function dockScale(
  stage: { readonly width: number; readonly height: number },
  room: { readonly width: number; readonly window: number; readonly header: number },
  rest: number,
): number {
  const height = Math.min(room.window * MOST, room.window - room.header) - rest;
  return Math.max(0.2, Math.min(1, height / stage.height, room.width / stage.width));
}
