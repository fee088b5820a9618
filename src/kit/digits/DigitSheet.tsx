import type { ReactNode } from 'react';
import { DrawnButton } from '../button/DrawnButton.tsx';
import { paintInk } from '../colour/paintSquare.ts';
import type { Box } from '../stage/boxes.ts';
import { useCanvas } from '../stage/useCanvas.ts';
import { SIDE } from './centre.ts';
import './sheet.css';

/** A digit among others: its pixels, what it is called, and what stands below it. */
export interface SheetDigit {
  readonly id: number;
  /** 28 × 28 bytes, 255 where there is full ink. */
  readonly pixels: ArrayLike<number>;
  readonly name: string;
  readonly below: ReactNode;
}

interface DigitSheetProps {
  readonly box: Box;
  /** In their order; those for which there is no room are left out. The same array while nothing changes. */
  readonly digits: readonly SheetDigit[];
  /** The one that is looked at; null: none of them. */
  readonly chosen: number | null;
  choose(id: number): void;
}

/** From one digit to the next, across and down; its picture; where its line stands. */
const [ACROSS, DOWN] = [40, 50];
const PICTURE = 32;
const INSET = 3;

/** Digits the size of thumbnails, each with a line below. A press chooses one. */
export function DigitSheet({ box, digits, chosen, choose }: DigitSheetProps) {
  const inRow = Math.max(1, Math.floor(box.width / ACROSS));
  const shown = digits.slice(0, inRow * Math.max(1, Math.floor(box.height / DOWN)));
  const corner = (i: number) => ({
    x: Math.round(box.x + (i % inRow) * ACROSS),
    y: Math.round(box.y + Math.floor(i / inRow) * DOWN),
  });
  useCanvas(
    box,
    (context, host) => {
      context.fillStyle = getComputedStyle(host).getPropertyValue('--ink').trim() || '#000';
      shown.forEach(({ pixels }, i) => {
        const { x, y } = corner(i);
        paintInk(context, pixels, { x: x + INSET, y: y + INSET, cell: PICTURE / SIDE, cols: SIDE });
      });
    },
    [digits, inRow, shown.length],
  );
  return shown.map(({ id, name, below }, i) => {
    const { x, y } = corner(i);
    return (
      <DrawnButton
        key={id}
        name={name}
        className={`digit-tile${id === chosen ? ' is-chosen' : ''}`}
        isPressed={id === chosen}
        press={() => choose(id)}
      >
        <rect x={x} y={y} width={ACROSS - 2} height={DOWN - 2} rx={4} />
        <text x={x + PICTURE / 2 + INSET} y={y + DOWN - 4}>
          {below}
        </text>
      </DrawnButton>
    );
  });
}
