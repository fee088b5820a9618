import { line } from 'd3';
import { printNumber } from '../../formula/numbers.ts';
import { bestOf } from '../../kit/digitPass/quickLoss.ts';
import { plotFrame } from '../../kit/plot/frame.ts';
import { Plot } from '../../kit/plot/Plot.tsx';
import { PlotLabel } from '../../kit/plot/PlotLabel.tsx';
import type { Box } from '../../kit/stage/boxes.ts';
import { type PushModel, TRACKS } from './model.ts';
import type { PushView } from './view.ts';

interface CurvesProps {
  readonly box: Box;
  readonly model: PushModel;
  readonly view: PushView;
  readonly label: string;
}

/** Over the steps taken so far: the ten shares, or the number that grows. */
export function Curves({ box, model, view, label }: CurvesProps) {
  const { walk, params, own } = model;
  const { step, state } = view;
  const states = Array.from({ length: step + 1 }, (_, i) => walk.at(i));
  const isFool = params.mode === 'fool';
  const values = isFool ? [0, 1] : states.map(({ value }) => value);
  const [low, high] = [Math.min(0, ...values), Math.max(1, ...values)];
  const frame = plotFrame(box, { x: [0, TRACKS[params.mode].total], y: [low, high * (isFool ? 1 : 1.1)] });
  const pathOf = (numbers: readonly number[]): string =>
    line<number>(
      (_, i) => frame.x(i),
      (value) => frame.y(value),
    )(numbers) ?? '';
  const wanted = params.aim === 'to' ? params.target : bestOf(state.shares);
  const classes = isFool ? Array.from(state.shares.keys()) : [];
  const hueOf = (k: number): string =>
    k === own ? 'role-output' : k === wanted ? 'role-weight' : 'role-plain is-faint';
  const now = isFool ? classes.filter((k) => k === own || k === wanted) : [];
  const x = frame.x(step);
  return (
    <>
      <Plot frame={frame} label={label}>
        {isFool ? (
          classes.map((k) => (
            <path
              key={k}
              className={`plot-curve ${hueOf(k)}`}
              d={pathOf(states.map(({ shares }) => shares[k] as number))}
            />
          ))
        ) : (
          <path className="plot-curve role-output" d={pathOf(states.map(({ value }) => value))} />
        )}
        <path className="plot-guide" d={`M${x} ${frame.area.y}V${frame.area.y + frame.area.height}`} />
      </Plot>
      {now.map((k) => {
        const share = state.shares[k] as number;
        return (
          <PlotLabel
            key={k}
            {...{ x: x + 8, y: frame.y(share) + (share > 0.5 ? 8 : -8), anchor: 'start' }}
            hue={k === own ? 'output' : 'weight'}
            text={String(k)}
          />
        );
      })}
      {!isFool && (
        <PlotLabel
          x={frame.area.x + frame.area.width - 6}
          y={frame.area.y + frame.area.height - 12}
          anchor="end"
          hue="output"
          text={printNumber(state.value).text}
        />
      )}
    </>
  );
}
