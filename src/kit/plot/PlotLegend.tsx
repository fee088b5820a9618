import type { Role } from '../../formula/symbols.ts';
import type { PlotFrame } from './frame.ts';
import { PlotLabel } from './PlotLabel.tsx';

interface PlotLegendProps {
  readonly frame: PlotFrame;
  readonly lines: readonly {
    readonly text: string;
    readonly hue: Role;
    readonly look?: 'dashed' | 'faint';
  }[];
}

const [NAME, LENGTH, PITCH] = [22, 32, 20];

/** Which line is which, in the upper left corner of a plot. */
export function PlotLegend({ frame: { area }, lines }: PlotLegendProps) {
  const left = area.x + 6 + NAME;
  return (
    <g aria-hidden="true">
      {lines.map(({ text, hue, look }, i) => {
        const y = area.y + PITCH / 2 + i * PITCH;
        return (
          <g key={text}>
            <PlotLabel hue={hue} x={left - 6} y={y} anchor="end" text={text} />
            <path
              className={`plot-curve role-${hue}${look ? ` is-${look}` : ''}`}
              d={`M${left} ${y}h${LENGTH}`}
            />
          </g>
        );
      })}
    </g>
  );
}
