import { useMemo } from 'react';
import { numberText } from '../../formula/numbers.ts';
import { Curve, Tangent } from '../../kit/plot/Curve.tsx';
import { DragParam } from '../../kit/plot/DragParam.tsx';
import { type PlotFrame, plotFrame, within } from '../../kit/plot/frame.ts';
import { Plot } from '../../kit/plot/Plot.tsx';
import { PlotLabel } from '../../kit/plot/PlotLabel.tsx';
import { useFigure } from '../../kit/scene/context.ts';
import type { StageProps } from '../../kit/scene/defineScene.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import { Arrow } from '../../kit/window/Arrow.tsx';
import { Ball } from './Ball.tsx';
import { plotLabel } from './captions.ts';
import { type DescentModel, placesOn } from './model.ts';
import type { DescentParams } from './parameters.ts';
import { Trail } from './Trail.tsx';
import type { DescentView } from './view.ts';

type Props = StageProps<DescentParams, DescentModel, DescentView> & { readonly box: Box };

/** The loss of one weight: the ball, its tangent, the step along the axis, and where it has been. */
export function OneWeight({ model, view, box, language }: Props) {
  const { store } = useFigure();
  const { landscape, path } = model;
  const frame = useMemo(
    () => plotFrame(box, { x: landscape.across, y: [-0.06 * landscape.top, landscape.top] }),
    [box, landscape],
  );
  const loss = useMemo(() => (w: number) => landscape.loss([w]), [landscape]);
  const [ball = 0] = view.ball;
  return (
    <>
      <Plot frame={frame} letter="w" label={plotLabel(model, view)[language]}>
        <Curve frame={frame} of={loss} />
        <Trail
          frame={frame}
          places={placesOn(path, view.walked).map(([w = 0]) => [w, loss(w)])}
          look="is-spoken"
          dot={3.4}
        />
        <Slope frame={frame} view={view} loss={loss} />
      </Plot>
      <DragParam frame={frame} name="start" onGrasp={() => store.actions.seek(2)} />
      <StepArrow frame={frame} view={view} />
      <Labels frame={frame} view={view} loss={loss} />
      <Ball frame={frame} x={ball} y={loss(ball)} where={`w = ${numberText(ball)}`} />
    </>
  );
}

interface PartProps {
  readonly frame: PlotFrame;
  readonly loss: (w: number) => number;
}

/** The tangent at the weights of this update; or the secant over the nudge, with its two legs. */
function Slope({ frame, view, loss }: PartProps & { readonly view: DescentView }) {
  const { update, drawn, nudge, fact } = view;
  const [at = 0] = update.at;
  const { x, y, xDomain } = frame;
  if (drawn.slope === 0) return null;
  const reach = ((xDomain[1] - xDomain[0]) / 6) * drawn.slope;
  const tangent = (
    <g className="role-gradient descent-tangent">
      <Tangent frame={frame} at={at} value={loss(at)} slope={update.slope[0] as number} reach={reach} />
    </g>
  );
  if (nudge === 0 || fact !== 'slope') return tangent;
  const [from, to] = [loss(at), loss(at + nudge)];
  const rise = (to - from) / nudge;
  return (
    <>
      {tangent}
      <path className="plot-guide descent-legs" d={`M${x(at)} ${y(from)}H${x(at + nudge)}V${y(to)}`} />
      <path
        className="descent-secant"
        d={`M${x(at - reach / 2)} ${y(from - (rise * reach) / 2)}L${x(at + nudge + reach / 2)} ${y(to + (rise * reach) / 2)}`}
      />
      <circle className="descent-other" cx={x(at + nudge)} cy={y(to)} r={5} />
    </>
  );
}

/** The step on the axis, from this weight to the next. */
function StepArrow({ frame, view }: Omit<PartProps, 'loss'> & { readonly view: DescentView }) {
  const { update, drawn } = view;
  const [from = 0] = update.at;
  const [next = 0] = update.next;
  if (drawn.step === 0 || next === from) return null;
  const { xDomain, x, area } = frame;
  const level = area.y + area.height - 7;
  const to = from + (next - from) * drawn.step;
  const [left, right] = [x(within(xDomain, from)), x(within(xDomain, to))];
  return (
    <g className="descent-step" aria-hidden="true">
      <path className="plot-guide" d={`M${left} ${level}V${area.y}M${right} ${level}V${area.y}`} />
      {Math.abs(right - left) > 2 && <Arrow from={[left, level]} to={[right, level]} hue="weight" />}
      <PlotLabel
        hue="weight"
        x={within([area.x + 40, area.x + area.width - 40], (left + right) / 2)}
        y={level - 16}
        text={`${next > from ? '+' : ''}${numberText(next - from)}`}
      />
    </g>
  );
}

/** The slope as a number beside the ball. */
function Labels({ frame, view, loss }: PartProps & { readonly view: DescentView }) {
  const { update, drawn, nudge, fact } = view;
  const [at = 0] = update.at;
  const { area, x, y, xDomain, yDomain } = frame;
  const place = { x: x(within(xDomain, at)), y: y(within(yDomain, loss(at))) };
  if (drawn.slope === 0) return null;
  const right = place.x > area.x + area.width * 0.72;
  return (
    <g aria-hidden="true">
      <PlotLabel
        hue="gradient"
        anchor={right ? 'end' : 'start'}
        x={place.x + (right ? -16 : 16)}
        y={within([area.y + 10, area.y + area.height - 44], place.y - 14)}
        text={`∂w ${numberText(update.slope[0] as number)}`}
      />
      {nudge > 0 && fact === 'slope' && (
        <PlotLabel
          x={x(within(xDomain, at + nudge)) + 12}
          anchor="start"
          y={within(
            [area.y + 28, area.y + area.height - 24],
            (place.y + y(within(yDomain, loss(at + nudge)))) / 2,
          )}
          text={`ΔL ${numberText(loss(at + nudge) - loss(at))}`}
        />
      )}
    </g>
  );
}
