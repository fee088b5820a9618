import type { KeyboardEvent, ReactNode } from 'react';

interface DrawnButtonsProps {
  readonly label: string;
  readonly className: string;
  /** How many stand in a row. */
  readonly inRow: number;
  readonly children: ReactNode;
}

/** Drawn buttons that are one stop of the keyboard: arrows go from one to the next, up and down by a row (`at` numbers them). */
export function DrawnButtons({ label, className, inRow, children }: DrawnButtonsProps) {
  const onKeyDown = (event: KeyboardEvent<SVGGElement>): void => {
    const at = (event.target as SVGElement).dataset['at'];
    if (at === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: inRow, ArrowUp: -inRow }[event.key];
    if (by === undefined) return;
    event.currentTarget.querySelector<SVGElement>(`[data-at="${Number(at) + by}"]`)?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/noInteractiveElementToNoninteractiveRole: a part of a drawing
    <g role="group" aria-label={label} className={className} onKeyDown={onKeyDown}>
      {children}
    </g>
  );
}
