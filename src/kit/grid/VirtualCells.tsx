import { memo } from 'react';
import type { GridView } from '../scene/view.ts';
import { useStage } from '../stage/stageContext.ts';
import { Badge } from './Badge.tsx';
import { cellText } from './digits.ts';
import { type GridFace, type VirtualCell, virtualCells } from './face.ts';

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
  const inserted = cells.filter((one) => one.inserted);
  const padding = cells.filter((one) => !one.inserted);
  const ground = (of: readonly VirtualCell[]): string =>
    of.map(({ x, y }) => `M${x} ${y}h${cell}v${cell}h${-cell}z`).join('');
  const middle = ({ x, y, mark }: VirtualCell) => ({
    x: x + cell / 2,
    y: y + cell / 2 - (mark?.badge && digits?.badge ? cell * 0.12 : 0),
  });
  return (
    <g className="virtual-cells" aria-hidden="true">
      <path d={ground(padding)} fill={hatch.padding} />
      <path d={ground(inserted)} fill={hatch.inserted} />
      {digits && (
        <g fontSize={digits.size}>
          <SameNumber at={padding.map(middle)} text={paddingValue === null ? '' : cellText(paddingValue)} />
          <SameNumber at={inserted.map(middle)} text="0" />
          {digits.badge > 0 &&
            cells.map(
              ({ place, x, y, mark }) =>
                mark?.badge && (
                  <Badge key={place} x={x + cell} y={y + cell} size={digits.badge} text={mark.badge} />
                ),
            )}
        </g>
      )}
    </g>
  );
});

interface SameNumberProps {
  readonly at: readonly { readonly x: number; readonly y: number }[];
  readonly text: string;
}

/** One number in many places: a single text if it has a single sign, each of which has a place of its own. */
function SameNumber({ at, text }: SameNumberProps) {
  if (at.length === 0) return null;
  if (text.length === 1)
    return (
      <text x={at.map(({ x }) => x).join(' ')} y={at.map(({ y }) => y).join(' ')}>
        {text.repeat(at.length)}
      </text>
    );
  return at.map(({ x, y }) => (
    <text key={`${x} ${y}`} x={x} y={y}>
      {text}
    </text>
  ));
}
