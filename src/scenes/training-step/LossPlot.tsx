import { curveMonotoneX, line } from 'd3';
import { numberText, printNumber } from '../../formula/numbers.ts';
import { within } from '../../kit/plot/frame.ts';
import { Plot } from '../../kit/plot/Plot.tsx';
import { PlotLabel } from '../../kit/plot/PlotLabel.tsx';
import { PlotPoints } from '../../kit/plot/PlotPoints.tsx';
import type { Box } from '../../kit/stage/boxes.ts';
import type { Language } from '../../language/language.ts';
import { plotLabel } from './captions.ts';
import type { CurvePoint } from './curves.ts';
import type { StepModel } from './model.ts';
import { lossCurves } from './plot.ts';
import type { StepView } from './view.ts';
import { WORDS } from './words.ts';

/** Below these a plot has no room for all its numbers, and no corner for its legend. */
const [NARROW, LOW] = [360, 170];

interface LossPlotProps {
  readonly box: Box;
  readonly model: StepModel;
  readonly view: StepView;
  readonly language: Language;
}

/** The loss at a learning rate, between the points of its curve. */
function along(points: readonly CurvePoint[], rate: number): number {
  const after = points.findIndex(([at]) => at >= rate);
  const [b, a] = [points[Math.max(0, after)], points[Math.max(0, after - 1)]] as [CurvePoint, CurvePoint];
  return b[0] === a[0] ? b[1] : a[1] + ((rate - a[0]) / (b[0] - a[0])) * (b[1] - a[1]);
}

/**
 * The loss along the step: the tangent that the backward pass knows, the curve that it does not know, and what the same step
 * does to the digits that it was not taken for.
 */
export function LossPlot({ box, model, view, language }: LossPlotProps) {
  const { rate } = model.params;
  const { step, loss, happened, promised, drawn } = view;
  const { frame, own, others, slope } = lossCurves(box, model, view);
  const { x, y, area, xDomain, yDomain } = frame;
  const ball = drawn(4) === 1 ? happened : along(own, rate * drawn(4));
  const draw = line<CurvePoint>(
    ([at]) => x(at),
    ([, value]) => y(within([yDomain[0] - 1e3, yDomain[1] * 1e3], value)),
  ).curve(curveMonotoneX);
  const reach = xDomain[1] * drawn(3);
  const othersNow = others.length > 0 ? step.curves.othersAt(rate) : Number.NaN;
  /** A phone has room for the fifths of the axis. */
  const hasRoom = (tick: number): boolean =>
    area.width > NARROW || Math.round((100 * tick) / xDomain[1]) % 20 === 0;
  const isOut = promised < yDomain[0];
  return (
    <>
      <Plot
        frame={frame}
        label={plotLabel(view, model)[language]}
        acrossText={(tick) => (hasRoom(tick) ? printNumber(tick, { digits: 6 }).text : '')}
      >
        {drawn(4) > 0 && others.length > 0 && (
          <path className="plot-curve step-others" d={draw(others.slice()) ?? ''} opacity={drawn(4)} />
        )}
        {drawn(4) > 0 && (
          <path className="plot-curve role-output" d={draw(own.slice()) ?? ''} opacity={drawn(4)} />
        )}
        {drawn(3) > 0 && (
          <path className="step-tangent" d={`M${x(0)} ${y(loss)}L${x(reach)} ${y(loss + slope * reach)}`} />
        )}
        {drawn(4) === 1 && (
          <path className="plot-guide" d={`M${x(rate)} ${area.y}V${area.y + area.height}`} />
        )}
      </Plot>
      {drawn(2) > 0 && (
        <PlotPoints
          frame={frame}
          at={0}
          points={[{ value: loss, hue: 'output', text: `${WORDS.loss[language]} ${numberText(loss)}` }]}
        />
      )}
      {drawn(4) > 0 && (
        <PlotPoints
          frame={frame}
          at={rate * drawn(4)}
          points={[
            { value: ball, hue: 'output', ...(drawn(4) === 1 && { text: numberText(happened) }) },
            ...(drawn(4) === 1
              ? [
                  {
                    value: promised,
                    hue: 'gradient' as const,
                    shape: 'square' as const,
                    text: `${isOut ? '↓ ' : ''}${numberText(promised)}`,
                  },
                ]
              : []),
          ]}
        />
      )}
      <Legend {...{ frame, view, language }} hasOthers={others.length > 0} others={othersNow} />
    </>
  );
}

interface LegendProps {
  readonly frame: ReturnType<typeof lossCurves>['frame'];
  readonly view: StepView;
  readonly language: Language;
  readonly hasOthers: boolean;
  readonly others: number;
}

function Legend({ frame: { area }, view: { drawn }, language, hasOthers, others }: LegendProps) {
  const all = [
    ...(drawn(4) > 0 ? [{ look: 'plot-curve role-output', text: WORDS.own[language] }] : []),
    ...(drawn(3) > 0 ? [{ look: 'step-tangent', text: WORDS.promised[language] }] : []),
    ...(drawn(4) > 0 && hasOthers
      ? [{ look: 'plot-curve step-others', text: `${WORDS.others[language]} ${numberText(others)}` }]
      : []),
  ];
  const isLow = area.height < LOW && hasOthers;
  const entries = isLow ? all.slice(-1) : all;
  const right = area.x + area.width;
  // Below 0 there is no loss: with the curves of all weights, that corner is free.
  const top = hasOthers && !isLow ? area.y + area.height - 10 - 18 * entries.length : area.y + 8;
  const isBelow = !hasOthers || isLow;
  return (
    <g aria-hidden="true" className="step-legend">
      {entries.map(({ look, text }, i) => (
        <g key={look}>
          <path className={look} d={`M${right - 158} ${top + 18 * i}h22`} />
          <PlotLabel x={right - 130} y={top + 18 * i} anchor="start" text={text} />
        </g>
      ))}
      <PlotLabel
        x={isBelow ? area.x + 12 : right - 4}
        y={isBelow ? area.y + area.height - 9 : area.y + 8}
        anchor={isBelow ? 'start' : 'end'}
        text="η"
      />
    </g>
  );
}
