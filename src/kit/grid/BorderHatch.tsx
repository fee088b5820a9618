import type { GridView } from '../scene/view.ts';
import { cellBox, type GridBox } from '../stage/boxes.ts';
import { useStage } from '../stage/stageContext.ts';

interface BorderHatchProps {
  readonly box: GridBox;
  readonly marks: GridView['marks'];
}

/** The hatch of padding over cells that are padding and have numbers of their own. */
export function BorderHatch({ box, marks }: BorderHatchProps) {
  const { hatch } = useStage();
  let area = '';
  for (const [key, { kind }] of marks ?? []) {
    if (kind !== 'border') continue;
    const [plane, row, col] = key.split(',').map(Number) as [number, number, number];
    const { x, y } = cellBox(box, row, col, plane);
    area += `M${x} ${y}h${box.cell}v${box.cell}h${-box.cell}z`;
  }
  if (!area) return null;
  return <path className="border-hatch" d={area} fill={hatch.padding} aria-hidden="true" />;
}
