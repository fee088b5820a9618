import { line } from 'd3';
import { printNumber } from '../../formula/numbers.ts';
import { plotFrame } from '../../kit/plot/frame.ts';
import { Plot } from '../../kit/plot/Plot.tsx';
import { PlotLabel } from '../../kit/plot/PlotLabel.tsx';
import { useSay } from '../../kit/scene/context.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import type { LearnModel } from './model.ts';
import type { LearnView } from './view.ts';
import { chartLabel, WORDS } from './words.ts';

interface LossChartProps {
  readonly box: Box;
  readonly model: LearnModel;
  readonly view: LearnView;
}

/** Smaller losses are drawn here: that the last digits fall too is nothing to see. */
const SMALLEST = 1e-9;
const exponent = (loss: number): number => Math.log10(Math.max(loss, SMALLEST));

/** The loss after every step so far, each unit up ten times as much; and what no kernel comes below. */
export function LossChart({ box, model, view }: LossChartProps) {
  const say = useSay();
  const { descent, bowl, track } = model;
  const taken = Math.floor(view.position);
  const losses = Array.from({ length: taken + 1 }, (_, step) => exponent(descent.at(step).loss));
  const low = Math.floor(Math.min(exponent(bowl.least) - 0.3, ...losses, -2));
  const high = Math.ceil(Math.max(...losses) + 0.8);
  const frame = plotFrame(box, { x: [0, track.total], y: [Math.max(low, -9), high] });
  const { x, y } = frame;
  const last = losses[taken] as number;
  const path =
    line<number>(
      (_, step) => x(step),
      (value) => y(value),
    )(losses) ?? '';
  return (
    <>
      <Plot frame={frame} label={say(chartLabel(view))}>
        {bowl.least > SMALLEST && (
          <path
            className="plot-curve role-plain is-dashed"
            d={`M${x(0)} ${y(exponent(bowl.least))}H${x(track.total)}`}
          />
        )}
        <path className="plot-curve role-gradient" d={path} />
      </Plot>
      <g className="plot-points role-gradient" aria-hidden="true">
        <circle cx={x(taken)} cy={y(last)} r={5} />
      </g>
      <PlotLabel
        x={frame.area.x + frame.area.width - 6}
        y={frame.area.y + 9}
        anchor="end"
        hue="gradient"
        text={`log₁₀ L = ${printNumber(Math.log10(descent.at(taken).loss), { digits: 2 }).text}`}
      />
      {bowl.least > SMALLEST && (
        <PlotLabel
          x={frame.area.x + frame.area.width - 6}
          y={y(exponent(bowl.least)) - 10}
          anchor="end"
          text={`${say(WORDS.least)} ${printNumber(bowl.least, { digits: 3 }).text}`}
        />
      )}
    </>
  );
}
