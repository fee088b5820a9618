import type { Role } from '../../formula/symbols.ts';
import { UNTRANSLATED } from '../stage/untranslated.ts';

interface PlotLabelProps {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly hue?: Role;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** A few letters on a plot, with a rim in the colour of the card so that lines do not cross them. */
export function PlotLabel({ x, y, text, hue = 'plain', anchor = 'middle' }: PlotLabelProps) {
  return (
    <text className={`plot-label role-${hue}`} x={x} y={y} textAnchor={anchor} {...UNTRANSLATED}>
      {text}
    </text>
  );
}
