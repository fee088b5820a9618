import { type MouseEvent, useState } from 'react';
import { thousands } from '../../../formula/numbers.ts';
import { type Domain, type PlotFrame, plotFrame } from '../../../kit/plot/frame.ts';
import { Plot } from '../../../kit/plot/Plot.tsx';
import type { Box } from '../../../kit/stage/boxes.ts';
import { TRANSLATED } from '../../../kit/stage/untranslated.ts';
import { useStagePoint } from '../../../kit/stage/useStagePoint.ts';

/** A line of a chart, over the steps. Runs are told apart by dash and by the letter at their end. */
export interface ChartLine {
  readonly id: string;
  readonly look: 'a' | 'b' | 'before' | 'thin' | 'train';
  readonly path: string;
  /** What stands at its end; one that is larger than the chart stands at its upper edge. */
  readonly end?: { readonly step: number; readonly value: number; readonly text: string };
}

interface ChartProps {
  readonly box: Box;
  readonly title: string;
  readonly note: string;
  /** The number of the moment, beside the title. */
  readonly metric: { readonly name: string; readonly value: number | null; readonly text: string };
  readonly label: string;
  readonly steps: number;
  readonly up: Domain;
  readonly upText?: (tick: number) => string;
  /** A level that is worth knowing. */
  readonly level?: { readonly value: number; readonly text: string };
  lines(frame: PlotFrame): readonly ChartLine[];
  /** What a step reads; null: nothing is known of it. */
  read(step: number): { readonly step: number; readonly value: number; readonly text: string } | null;
  /** A step was pressed. */
  onStep(step: number): void;
}

const TITLE = 20;
/** Room for the numbers of the upright axis, besides what every plot has, and for the ends of the curves. */
const LEFT = 14;
const ENDS = 62;
const APART = 15;
/** From here on only every five hundredth step has its number. */
const CROWDED = 1000;

/** Curves over the steps of a run, with their title, a number, ends that are named, and what the pointer reads. */
export function Chart(props: ChartProps) {
  const { box, title, note, metric, label, steps, up, upText, level, lines, read, onStep } = props;
  const frame = plotFrame(
    { x: box.x + LEFT, y: box.y + TITLE - 2, width: box.width - LEFT - ENDS, height: box.height - TITLE + 2 },
    { x: [0, steps], y: up },
  );
  const { area, x, y } = frame;
  const pointOf = useStagePoint();
  const [pointed, point] = useState<number | null>(null);
  const found = pointed === null ? null : read(pointed);
  const stepAt = ({ clientX, clientY }: MouseEvent): number => {
    const place = pointOf(clientX, clientY);
    return place ? Math.min(steps, Math.max(0, Math.round(x.invert(place.x)))) : 0;
  };
  const drawn = lines(frame);
  const ends = drawn.flatMap(({ look, end }) =>
    end ? [{ ...end, look, at: y(Math.min(up[1], end.value)) }] : [],
  );
  ends.sort((a, b) => a.at - b.at);
  const places = ends.map(({ at }) => at);
  for (let i = 1; i < places.length; i++)
    places[i] = Math.max(places[i] as number, (places[i - 1] as number) + APART);
  // None beside the numbers under the axis.
  const over = Math.max(0, (places.at(-1) ?? 0) - (area.y + area.height - 4));
  return (
    <g className="training-chart">
      <text className="training-chart-title" x={box.x} y={box.y + 13} {...TRANSLATED}>
        {title}
        <tspan className="training-metric" dx={7} data-metric={metric.name} data-value={metric.value ?? ''}>
          {metric.text}
        </tspan>
        <tspan className="training-note" dx={8}>
          {note}
        </tspan>
      </text>
      <Plot
        frame={frame}
        label={label}
        acrossText={(tick) => (steps > CROWDED && tick % 500 > 0 ? '' : thousands(tick))}
        {...(upText && { upText })}
      >
        {level && (
          <path className="training-level" d={`M${area.x} ${y(level.value)}H${area.x + area.width}`} />
        )}
        {drawn.map(({ id, look, path }) => (
          <path key={id} className={`training-line is-${look}`} d={path} />
        ))}
      </Plot>
      {level && (
        <text
          className="training-level-text"
          x={area.x + area.width - 4}
          y={y(level.value) - 5}
          {...TRANSLATED}
        >
          {level.text}
        </text>
      )}
      {ends.map(({ step, at, text, look }, i) => (
        <g key={text} className={`training-end is-${look}`}>
          <circle cx={x(step)} cy={at} r={4} />
          <text x={area.x + area.width + 8} y={(places[i] ?? 0) - over}>
            {text}
          </text>
        </g>
      ))}
      {found && (
        <g className="training-read">
          <path d={`M${x(found.step)} ${area.y}V${area.y + area.height}`} />
          <circle cx={x(found.step)} cy={y(Math.min(up[1], found.value))} r={3} />
          <text
            x={x(found.step) + (x(found.step) > area.x + area.width / 2 ? -7 : 7)}
            y={area.y + 9}
            textAnchor={x(found.step) > area.x + area.width / 2 ? 'end' : 'start'}
          >
            {found.text}
          </text>
        </g>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what it reads, the slider of the bar reads for the keyboard */}
      <rect
        className="training-pointer"
        {...area}
        onPointerMove={(event) => point(stepAt(event))}
        onPointerLeave={() => point(null)}
        onClick={(event) => onStep(stepAt(event))}
      />
    </g>
  );
}
