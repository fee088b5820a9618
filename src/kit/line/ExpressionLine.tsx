import { symbolOf } from '../../formula/symbols.ts';
import { useNow } from '../scene/context.ts';
import type { ExpressionEquation } from '../scene/view.ts';
import { Film } from './Film.tsx';
import { GroupedDigits } from './GroupedDigits.tsx';
import { NumberButton } from './NumberButton.tsx';
import { placeName } from './placeName.ts';

interface ExpressionLineProps {
  readonly equation: ExpressionEquation;
  /** What it comes to stands at its end. */
  readonly ends: boolean;
}

/** Arithmetic that is no sum of products: its numbers are buttons where they have a cell. */
export function ExpressionLine({ equation, ends }: ExpressionLineProps) {
  const { grids } = useNow();
  const { target, head, parts, sign, result } = equation;
  const grid = target && grids.get(target.grid);
  const role = target ? symbolOf(grid?.symbol ?? target.grid).role : 'plain';
  return (
    <Film middle={-1} fraction={1}>
      {head !== '' && (
        <>
          <span className={`line-head role-${role}`}>{head}</span>
          <span className={`line-head role-${role}`}>{sign}</span>
        </>
      )}
      {parts.map((part, i) => {
        const key = String(i);
        if (typeof part === 'string')
          return (
            <span key={key} className="line-part">
              <GroupedDigits text={part} />
            </span>
          );
        const place = part.place ?? null;
        const at = place && grids.get(place.grid);
        const symbol = part.symbol ?? at?.symbol ?? place?.grid;
        const partRole = symbol === undefined ? 'plain' : symbolOf(symbol).role;
        if (!place || !at)
          return (
            <span key={key} className={`line-part role-${partRole}`}>
              {part.text}
            </span>
          );
        return (
          <NumberButton
            key={key}
            grid={place.grid}
            plane={place.plane}
            row={place.row}
            col={place.col}
            name={placeName(place, at)}
            text={part.text}
            role={partRole}
            isVirtual={false}
            position={null}
          />
        );
      })}
      {ends && (
        <span className="line-ends">
          <span className="line-sign">{sign}</span>
          <b>{result}</b>
        </span>
      )}
    </Film>
  );
}
