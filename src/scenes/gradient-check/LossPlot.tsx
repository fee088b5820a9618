import { useMemo } from 'react';
import { Curve } from '../../kit/plot/Curve.tsx';
import { type PlotFrame, plotFrame } from '../../kit/plot/frame.ts';
import { Plot } from '../../kit/plot/Plot.tsx';
import { PlotLabel } from '../../kit/plot/PlotLabel.tsx';
import { PlotPoints } from '../../kit/plot/PlotPoints.tsx';
import type { Box } from '../../kit/stage/boxes.ts';
import type { Language } from '../../language/language.ts';
import { curveLabel } from './captions.ts';
import { type CheckModel, numberAt, STEPS } from './model.ts';
import type { TensorName } from './network.ts';
import type { CheckView } from './view.ts';
import { WORDS } from './words.ts';

/** To either side of θ, in units of ε. */
const REACH = 4;
/** A wrong tangent may leave the plot: the curve is what it is scaled for. */
const STEEPEST = 2.5;
/** The numbers of the level lines are longer than those of other plots. */
const MORE_ROOM = 18;

/** The plot of the loss around one number: across in units of ε, up the change of the loss over ε. */
export function curveFrame(box: Box, model: CheckModel, name: TensorName, at: number): PlotFrame {
  const curve = model.curveOf(name, at);
  const { analytic } = numberAt(model, name, at);
  let most = 0;
  for (let t = -REACH; t <= REACH; t += REACH / 8) most = Math.max(most, Math.abs(curve(t)));
  const tangent = REACH * Math.abs(analytic);
  const top = 1.15 * Math.max(most, Math.min(tangent, STEEPEST * most || tangent)) || 1;
  const inner = { ...box, x: box.x + MORE_ROOM, width: box.width - MORE_ROOM };
  return plotFrame(inner, { x: [-REACH, REACH], y: [-top, top] });
}

interface LossPlotProps {
  readonly frame: PlotFrame;
  readonly model: CheckModel;
  readonly view: CheckView;
  readonly language: Language;
}

/** The loss over one number, the secant through both nudges, and the tangent that the pass backwards claims. */
export function LossPlot({ frame, model, view, language }: LossPlotProps) {
  const { name, at, step, check, theta } = view;
  const curve = useMemo(() => model.curveOf(name, at), [model, name, at]);
  const { x, y, area } = frame;
  const { numeric, analytic } = check;
  const [above, below] = [curve(1), curve(-1)];
  const slope = (above - below) / 2;
  const middle = (above + below) / 2;
  const line = (through: number, by: number): string =>
    `M${x(-REACH)} ${y(through - REACH * by)}L${x(REACH)} ${y(through + REACH * by)}`;
  const legend = [
    ...(step >= 6 ? ([['secant', numeric]] as const) : []),
    ...(step === STEPS ? ([['tangent', analytic]] as const) : []),
  ];
  return (
    <>
      <Plot frame={frame} label={curveLabel(view)[language]}>
        <Curve frame={frame} of={curve} hue="output" />
        {step === STEPS && <path className="gradient-check-tangent" d={line(0, analytic)} />}
        {step >= 6 && <path className="gradient-check-secant" d={line(middle, slope)} />}
      </Plot>
      {step >= 2 && (
        <PlotPoints frame={frame} at={1} points={[{ value: above, hue: 'output', text: '+ε' }]} />
      )}
      {step >= 4 && (
        <PlotPoints frame={frame} at={-1} points={[{ value: below, hue: 'output', text: '−ε' }]} />
      )}
      <g aria-hidden="true">
        {legend.map(([which], i) => {
          const at = area.y + area.height - 10 - 18 * (legend.length - 1 - i);
          const from = area.x + area.width - 84;
          return (
            <g key={which}>
              <path className={`gradient-check-${which}`} d={`M${from} ${at}h22`} />
              <PlotLabel x={from + 28} y={at} anchor="start" text={WORDS[which][language]} />
            </g>
          );
        })}
        <PlotLabel x={area.x + area.width / 2} y={area.y + area.height + 14} text={theta} />
        <PlotLabel x={area.x + 4} y={area.y + 8} anchor="start" text="ΔL / ε" />
      </g>
    </>
  );
}
