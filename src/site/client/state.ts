/**
 * A figure writes its state as a link (`scene=…&…`) into the detail of this event. It answers at once, so that the
 * page can ask at the moment of a click.
 */
const STATE_EVENT = 'figure:state';

let changed: HTMLElement | null = null;

/** Notes which figure of this page the reader touched last. */
const note = (event: Event): void => {
  const figure = (event.target as Element).closest<HTMLElement>('figure[data-scene]');
  if (figure && event.isTrusted !== false) changed = figure;
};
for (const type of ['input', 'click', 'keydown'])
  addEventListener(type, note, { capture: true, passive: true });

/** The figure that the reader set last, or that the address names. */
export function changedFigure(): HTMLElement | null {
  const scene = /(?:^#|&)scene=([\w-]+)/.exec(location.hash)?.[1];
  return changed ?? (scene ? document.querySelector<HTMLElement>(`figure[data-scene="${scene}"]`) : null);
}

/** The state of a figure as the part of an address behind `#`; undefined if the figure does not know it. */
export function stateOf(figure: HTMLElement): string | undefined {
  const detail: { link?: string } = {};
  figure.dispatchEvent(new CustomEvent(STATE_EVENT, { detail }));
  return detail.link?.replace(/^#/, '');
}
