import { useId } from 'react';
import { printNumber } from '../../formula/numbers.ts';
import { useSay } from '../scene/context.ts';
import type { Box } from '../stage/boxes.ts';
import './window.css';

interface LegendProps {
  /** Where it stands: 28 px of the height are used. */
  readonly box: Box;
  /** The magnitude at which the colour is full. */
  readonly max: number;
}

/** The colours of the values, with the range that the numbers gave. */
export function Legend({ box, max }: LegendProps) {
  const say = useSay();
  const id = useId();
  const text = printNumber(max, { digits: 2 }).text;
  const { x, y, width } = box;
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it is none
    <g
      className="legend"
      role="img"
      aria-label={say({
        en: `Colour of the values, from −${text} over 0 to ${text}`,
        zh: `数值的颜色，从 −${text} 经过 0 到 ${text}`,
      })}
    >
      <linearGradient id={id}>
        <stop offset="0" className="legend-negative" />
        <stop offset="0.5" className="legend-zero" />
        <stop offset="1" className="legend-positive" />
      </linearGradient>
      <rect x={x} y={y} width={width} height={8} fill={`url(#${id})`} />
      <text x={x} y={y + 22} textAnchor="start">
        −{text}
      </text>
      <text x={x + width / 2} y={y + 22} textAnchor="middle">
        0
      </text>
      <text x={x + width} y={y + 22} textAnchor="end">
        {text}
      </text>
    </g>
  );
}
