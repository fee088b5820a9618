import type { CSSProperties, ReactNode } from 'react';
import type { SymbolEntry } from '../formula/symbols.ts';

interface GridFrameProps {
  readonly tensor: string;
  readonly name: string;
  readonly titleId: string;
  readonly symbol: SymbolEntry;
  readonly note: ReactNode;
  readonly slot: number;
  /** No digits are drawn. */
  readonly dense: boolean;
  readonly children: ReactNode;
}

/** The title of a grid and the box that keeps its place, whatever the grid's size. */
export function GridFrame(props: GridFrameProps) {
  const { tensor, name, titleId, symbol, note, slot, dense, children } = props;
  return (
    <div className={`grid role-${symbol.role}${dense ? ' dense' : ''}`} data-tensor={tensor}>
      <div className="grid-title">
        <span className="grid-name">
          <span id={titleId}>{name}</span> <i aria-hidden="true">{symbol.plain}</i>
        </span>
        {note && <span className="grid-note">{note}</span>}
      </div>
      <div className="grid-box" style={{ '--slot': `${slot}px` } as CSSProperties}>
        {children}
      </div>
    </div>
  );
}
