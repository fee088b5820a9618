import { useMemo } from 'react';
import { printNumber } from '../../formula/numbers.ts';
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
import type { DescentModel } from './model.ts';
import type { DescentParams } from './parameters.ts';
import type { DescentView } from './view.ts';

const print = (value: number): string => printNumber(value).text;
/** Far outside of any window, and still a length that an SVG can have. */
const FAR = 1e5;

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
        <Trail frame={frame} path={path.updates.slice(0, view.walked)} loss={loss} />
        <Slope frame={frame} view={view} loss={loss} />
      </Plot>
      <DragParam frame={frame} name="start" onGrasp={() => store.actions.seek(2)} />
      <StepArrow frame={frame} view={view} />
      <Labels frame={frame} view={view} loss={loss} />
      <Ball frame={frame} x={ball} y={loss(ball)} where={`w = ${print(ball)}`} />
    </>
  );
}

interface PartProps {
  readonly frame: PlotFrame;
  readonly loss: (w: number) => number;
}

/** The places of the ball on the curve, joined by its jumps. */
function Trail({ frame, path, loss }: PartProps & { readonly path: DescentModel['path']['updates'] }) {
  const last = path.at(-1);
  if (!last) return null;
  const places = [...path.map(({ at }) => at[0] as number), last.next[0] as number];
  const points = places.map(
    (w) => [within([-FAR, FAR], frame.x(w)), within([-FAR, FAR], frame.y(loss(w)))] as const,
  );
  return (
    <g className="descent-trail is-spoken">
      <path d={`M${points.map((point) => point.join(' ')).join('L')}`} />
      {points.map(([cx, cy], i) => (
        <circle key={String(i)} cx={cx} cy={cy} r={3.4} />
      ))}
    </g>
  );
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
        text={`${next > from ? '+' : ''}${print(next - from)}`}
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
        text={`∂w ${print(update.slope[0] as number)}`}
      />
      {nudge > 0 && fact === 'slope' && (
        <PlotLabel
          x={x(within(xDomain, at + nudge)) + 12}
          anchor="start"
          y={within(
            [area.y + 28, area.y + area.height - 24],
            (place.y + y(within(yDomain, loss(at + nudge)))) / 2,
          )}
          text={`ΔL ${print(loss(at + nudge) - loss(at))}`}
        />
      )}
    </g>
  );
}
