import { memo } from 'react';
import type { GridView } from '../scene/view.ts';
import { useStage } from '../stage/stageContext.ts';
import { Badge } from './Badge.tsx';
import { cellText } from './digits.ts';
import { type GridFace, virtualCells } from './face.ts';

interface VirtualCellsProps extends Pick<GridFace, 'box' | 'digits'> {
  readonly marks: GridView['marks'];
  readonly paddingValue: number | null;
}

/** Padding, hatched, and inserted zeros, dotted: drawn, and no cells of the tensor. Their numbers are grey. */
export const VirtualCells = memo(function VirtualCells(props: VirtualCellsProps) {
  const { box, digits, marks, paddingValue } = props;
  const { hatch } = useStage();
  const { cell } = box;
  const cells = virtualCells(box, marks);
  if (cells.length === 0) return null;
  const ground = (inserted: boolean): string =>
    cells
      .filter((one) => one.inserted === inserted)
      .map(({ x, y }) => `M${x} ${y}h${cell}v${cell}h${-cell}z`)
      .join('');
  const padding = paddingValue === null ? '' : cellText(paddingValue);
  return (
    <g className="virtual-cells" aria-hidden="true" fontSize={digits?.size}>
      <path d={ground(false)} fill={hatch.padding} />
      <path d={ground(true)} fill={hatch.inserted} />
      {digits &&
        cells.map(({ place, x, y, inserted, mark }) => (
          <g key={place} className={mark?.kind ? `is-${mark.kind}` : undefined}>
            <text x={x + cell / 2} y={y + cell / 2 - (mark?.badge && digits.badge ? cell * 0.12 : 0)}>
              {inserted ? '0' : padding}
            </text>
            {mark?.badge && digits.badge > 0 && (
              <Badge x={x + cell} y={y + cell} size={digits.badge} text={mark.badge} />
            )}
          </g>
        ))}
    </g>
  );
});
