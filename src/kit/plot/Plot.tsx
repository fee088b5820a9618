import { type ReactNode, useId } from 'react';
import { printNumber } from '../../formula/numbers.ts';
import { UNTRANSLATED } from '../stage/untranslated.ts';
import type { PlotFrame } from './frame.ts';
import './plot.css';

interface PlotProps {
  readonly frame: PlotFrame;
  /** What the plot shows, for those who do not see it. */
  readonly label: string;
  /** The letter at the end of the level axis. */
  readonly letter?: string;
  /** What stands at a tick of the upright axis; default: its number. On a logarithmic scale: 10⁻³. */
  readonly upText?: (tick: number) => string;
  /** The same at the level axis. */
  readonly acrossText?: (tick: number) => string;
  /** Curves, cut off at the edges of the area. */
  readonly children: ReactNode;
}

const TICK_ROOM = 40;
const printed = (tick: number): string => printNumber(tick).text;

/** The axes of a plot with their numbers, and what is drawn between them. Points and labels go on top of it. */
export function Plot({ frame, label, letter, upText = printed, acrossText = printed, children }: PlotProps) {
  const { area, x, y, xDomain, yDomain } = frame;
  const clip = useId();
  const bottom = area.y + area.height;
  const right = area.x + area.width;
  const across = x.ticks(Math.max(2, Math.floor(area.width / TICK_ROOM)));
  const up = y.ticks(Math.max(2, Math.floor(area.height / TICK_ROOM)));
  const [left0, bottom0] = [xDomain[0] <= 0 && xDomain[1] >= 0, yDomain[0] <= 0 && yDomain[1] >= 0];
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a picture within the drawing of the stage
    <g className="plot" role="img" aria-label={label}>
      <clipPath id={clip}>
        <rect {...area} />
      </clipPath>
      <g className="plot-axes" {...UNTRANSLATED}>
        <path d={across.map((tick) => `M${x(tick)} ${area.y}V${bottom}`).join('')} />
        <path d={up.map((tick) => `M${area.x} ${y(tick)}H${right}`).join('')} />
        {left0 && <path className="plot-zero" d={`M${x(0)} ${area.y}V${bottom}`} />}
        {bottom0 && <path className="plot-zero" d={`M${area.x} ${y(0)}H${right}`} />}
        {across.map((tick) => (
          <text key={tick} x={x(tick)} y={bottom + 14}>
            {acrossText(tick)}
          </text>
        ))}
        {up.map((tick) => (
          <text key={tick} className="plot-up" x={area.x - 7} y={y(tick)}>
            {upText(tick)}
          </text>
        ))}
        {letter && (
          <text className="plot-letter" x={right - 8} y={(bottom0 ? y(0) : bottom) - 11}>
            {letter}
          </text>
        )}
      </g>
      <g clipPath={`url(#${clip})`}>{children}</g>
    </g>
  );
}
