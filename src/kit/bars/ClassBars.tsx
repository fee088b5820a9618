import { printNumber } from '../../formula/numbers.ts';
import type { Box } from '../stage/boxes.ts';
import './classBars.css';

/** Of a class: how many there are, how many were right before, and how many now. */
export interface ClassCount {
  readonly count: number;
  readonly before: number;
  readonly now: number;
}

interface ClassBarsProps {
  readonly box: Box;
  readonly classes: readonly ClassCount[];
  nameOf(counts: ClassCount, k: number): string;
}

const NUMBER = 14;
const SPACE = 4;

/** How many of each class are right, over how many were before; above a bar what has changed. */
export function ClassBars({ box, classes, nameOf }: ClassBarsProps) {
  const wide = box.width / classes.length;
  const [top, foot] = [box.y + NUMBER, box.y + box.height - NUMBER];
  return classes.map((counts, k) => {
    const { count, before, now } = counts;
    const x = box.x + k * wide;
    const bar = (part: number) => {
      const height = (part / count) * (foot - top);
      return { x: x + SPACE, width: wide - 2 * SPACE, y: foot - height, height };
    };
    const change = printNumber(now - before).text;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a class is its number
      <g key={k} className="class-bars">
        <title>{nameOf(counts, k)}</title>
        <rect className="class-bar" {...bar(before)} />
        <rect className="class-bar is-now" {...bar(now)} />
        <text x={x + wide / 2} y={box.y + box.height - 2}>
          {k}
        </text>
        {now !== before && (
          <text className="is-change" x={x + wide / 2} y={top - 3}>
            {now > before ? `+${change}` : change}
          </text>
        )}
      </g>
    );
  });
}
