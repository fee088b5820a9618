import type { ReactNode } from 'react';
import { pressKey } from './pressKey.ts';

interface DrawnButtonProps {
  readonly name: string;
  readonly className: string;
  readonly isPressed: boolean;
  /** Of several that are one stop of the keyboard, only one is reached by Tab. Default: each is. */
  readonly isStop?: boolean;
  /** Its number among several, as `data-at`. */
  readonly at?: number;
  readonly children: ReactNode;
  press(): void;
}

/** A part of a drawing that is pressed, by a pointer or by the keyboard, and stays pressed. */
export function DrawnButton(props: DrawnButtonProps) {
  const { name, className, isPressed, isStop = true, at, children, press } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of a drawing
    <g
      className={className}
      role="button"
      tabIndex={isStop ? 0 : -1}
      aria-pressed={isPressed}
      aria-label={name}
      data-at={at}
      onClick={press}
      onKeyDown={pressKey(press)}
    >
      {children}
    </g>
  );
}
