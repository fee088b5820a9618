import { cellBox, type GridBox } from '../stage/boxes.ts';
import './window.css';

interface CornersProps {
  readonly box: GridBox;
  /** Where the windows begin. */
  readonly places: readonly { readonly row: number; readonly col: number }[];
}

/** A small corner where each window begins: all stops at one glance. */
export function Corners({ box, places }: CornersProps) {
  const leg = Math.max(3, box.cell * 0.38);
  const path = places
    .map(({ row, col }) => {
      const { x, y } = cellBox(box, row, col);
      return `M${x + 1.5} ${y + leg}V${y + 1.5}H${x + leg}`;
    })
    .join('');
  return (
    <path className="corners" aria-hidden="true" d={path} strokeWidth={Math.min(3.5, box.cell * 0.13)} />
  );
}
