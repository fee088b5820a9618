import type { GridWindow } from '../scene/view.ts';
import { type GridBox, windowBox } from '../stage/boxes.ts';
import './window.css';

interface PrismProps {
  /** A grid whose planes lie one behind the other. */
  readonly box: GridBox;
  /** The window over the sheet in front. */
  readonly window: GridWindow;
  /** The sheets that it goes through. */
  readonly planes: readonly number[];
}

type Corners = readonly [left: number, top: number, right: number, bottom: number];

/** The window as a block that goes through all its sheets: its upper and right faces, and an edge on every sheet. */
export function Prism({ box, window, planes }: PrismProps) {
  const sheets = box.layers
    .filter((plane) => planes.includes(plane))
    .map((plane): Corners => {
      const { x, y, width, height } = windowBox(box, { ...window, plane });
      return [x, y, x + width, y + height];
    });
  const [back, front] = [sheets[0], sheets.at(-1)];
  if (!back || !front || back === front) return null;
  const [left, top, right, bottom] = front;
  const [backLeft, backTop, backRight, backBottom] = back;
  return (
    <g className="prism" aria-hidden="true">
      <path
        className="prism-faces"
        d={`M${left} ${top}L${backLeft} ${backTop}H${backRight}V${backBottom}L${right} ${bottom}V${top}z`}
      />
      <path
        d={`M${left} ${top}L${backLeft} ${backTop}M${right} ${top}L${backRight} ${backTop}M${right} ${bottom}L${backRight} ${backBottom}`}
      />
      {sheets.slice(0, -1).map(([x0, y0, x1, y1]) => (
        <path key={x0} d={`M${x0} ${y0}H${x1}V${y1}`} />
      ))}
    </g>
  );
}
