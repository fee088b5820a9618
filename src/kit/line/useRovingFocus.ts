import { type KeyboardEvent, type RefObject, useEffect } from 'react';

/** Buttons of a group of which one is a tab stop and the arrows reach the others. */
const buttonsOf = (group: HTMLElement): HTMLElement[] => [
  ...group.querySelectorAll<HTMLElement>('button:not(:disabled)'),
];

/**
 * One tab stop for a group of buttons: the one that had the focus last, or else the first that `preferred` names. They
 * are drawn with `tabIndex={-1}`; which of them is the stop is set after each drawing.
 */
export function useRovingFocus(group: RefObject<HTMLElement | null>, preferred: string) {
  useEffect(() => {
    const element = group.current;
    if (!element) return;
    const buttons = buttonsOf(element);
    const focused = buttons.find((button) => button === document.activeElement);
    const stop = focused ?? element.querySelector<HTMLElement>(preferred) ?? buttons[0];
    for (const button of buttons) if (button !== stop && button.tabIndex === 0) button.tabIndex = -1;
    if (stop && stop.tabIndex !== 0) stop.tabIndex = 0;
  });
  return (event: KeyboardEvent<HTMLElement>): void => {
    const buttons = buttonsOf(event.currentTarget);
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const button = buttons[Math.min(buttons.length - 1, Math.max(0, next))];
    for (const other of buttons) other.tabIndex = other === button ? 0 : -1;
    button?.focus();
  };
}
