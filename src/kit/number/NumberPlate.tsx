import type { ReactNode } from 'react';
import type { Role } from '../../formula/symbols.ts';
import type { Box } from '../stage/boxes.ts';
import './plate.css';

interface NumberPlateProps {
  readonly box: Box;
  readonly title: string;
  /** `z₁₁,₇,₅ = 5.166`, in the colour of its role. */
  readonly number: string;
  readonly hue: Role;
  /** A line below the title. */
  readonly under?: string;
  /** Lines at the foot, each with a strong word or two in front; a rule divides two of them from what is above. */
  readonly foot: readonly { readonly head?: string; readonly text: string; readonly hue?: Role }[];
  /** What the number is made of, in the room that is left. */
  children(middle: Box): ReactNode;
}

const EDGE = 12;
const TITLE = 28;
const LINE = 14;
const FOOT_LINE = 17;

/** The plate on which one number is taken apart: its name and value, what it is made of, and what becomes of it. */
export function NumberPlate({ box, title, number, hue, under, foot, children }: NumberPlateProps) {
  const [left, right, bottom] = [box.x + EDGE, box.x + box.width - EDGE, box.y + box.height];
  const head = TITLE + (under === undefined ? 0 : LINE);
  const isRuled = foot.length > 1;
  const end = 11 + FOOT_LINE * foot.length + (isRuled ? 1 : 0);
  return (
    <g className="number-apart">
      <rect
        className="number-apart-plate"
        x={box.x}
        y={box.y}
        width={box.width}
        height={box.height}
        rx={10}
      />
      <text className="is-strong" x={left} y={box.y + 20}>
        {title}
      </text>
      <text className={`is-strong role-${hue}`} x={right} y={box.y + 20} textAnchor="end">
        {number}
      </text>
      {under !== undefined && (
        <text className="is-soft" x={left} y={box.y + 37}>
          {under}
        </text>
      )}
      {children({ x: left, y: box.y + head, width: right - left, height: box.height - head - end })}
      {isRuled && <path className="number-apart-rule" d={`M${left} ${bottom - end + 2}H${right}`} />}
      {foot.map((line, i) => (
        <text
          key={line.text}
          className={line.hue && `role-${line.hue}`}
          x={left}
          y={bottom - 9 - FOOT_LINE * (foot.length - 1 - i)}
        >
          {line.head !== undefined && <tspan className="is-strong">{line.head}</tspan>}
          {line.head === undefined ? line.text : <tspan dx={8}>{line.text}</tspan>}
        </text>
      ))}
    </g>
  );
}
