import type { Sides } from '../../tensor/geometry.ts';
import { type GridBox, planeBox } from '../stage/boxes.ts';
import { useStage } from '../stage/stageContext.ts';

interface BorderHatchProps {
  readonly box: GridBox;
  readonly border: Sides;
}

/** The hatch of padding over the edges of a grid whose padding has numbers of its own. */
export function BorderHatch({ box, border }: BorderHatchProps) {
  const { hatch } = useStage();
  const [top, left, bottom, right] = border.map((count) => count * box.cell) as [
    number,
    number,
    number,
    number,
  ];
  const area = Array.from({ length: box.planes }, (_, plane) => {
    const { x, y, width, height } = planeBox(box, plane);
    const inside = `M${x + left} ${y + top}v${height - top - bottom}h${width - left - right}v${top + bottom - height}z`;
    return `M${x} ${y}h${width}v${height}h${-width}z${inside}`;
  });
  return (
    <path
      className="border-hatch"
      d={area.join('')}
      fill={hatch.padding}
      fillRule="evenodd"
      aria-hidden="true"
    />
  );
}
