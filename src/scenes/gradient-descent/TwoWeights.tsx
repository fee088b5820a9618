import { useMemo } from 'react';
import { printNumber } from '../../formula/numbers.ts';
import type { Landscape, Weights } from '../../kit/losses/landscape.ts';
import { Contours } from '../../kit/plot/Contours.tsx';
import { DragParam } from '../../kit/plot/DragParam.tsx';
import { type PlotFrame, plotFrame, within } from '../../kit/plot/frame.ts';
import { Plot } from '../../kit/plot/Plot.tsx';
import { PlotLabel } from '../../kit/plot/PlotLabel.tsx';
import { useFigure, useSay } from '../../kit/scene/context.ts';
import type { StageProps } from '../../kit/scene/defineScene.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import { textWidth } from '../../kit/stage/textWidth.ts';
import { Arrow } from '../../kit/window/Arrow.tsx';
import { Ball } from './Ball.tsx';
import { plotLabel } from './captions.ts';
import { type DescentModel, placesOn } from './model.ts';
import type { DescentParams } from './parameters.ts';
import { Trail } from './Trail.tsx';
import type { DescentView } from './view.ts';
import { OPTIMIZER_NAMES, OPTIMIZERS, type OptimizerName } from './words.ts';

const LINES = 14;
const REACH = 6;
/** How long the arrow of the gradient is, in pixels, and as a share of the plot: it shows a direction. */
const ARROW = 54;
const ARROW_SHARE = 0.1;

/** Heights of contour lines, closer together at the bottom: those of a bowl are equally far apart. */
function levelsOf(landscape: Landscape, { xDomain, yDomain }: PlotFrame, bottom: Weights): number[] {
  const corners = xDomain.flatMap((x) => yDomain.map((y) => landscape.loss([x, y])));
  const edges = [
    ...xDomain.map((x) => landscape.loss([x, 0])),
    ...yDomain.map((y) => landscape.loss([0, y])),
  ];
  const [low, high] = [Math.min(landscape.loss(bottom), ...edges), Math.max(...corners)];
  return Array.from({ length: LINES }, (_, i) => low + (high - low) * ((i + 0.5) / LINES) ** 2);
}

type Props = StageProps<DescentParams, DescentModel, DescentView> & { readonly box: Box };

/** The loss of two weights as a map: the gradient at right angles to the contour line, and three optimisers' paths. */
export function TwoWeights({ model, view, box, language }: Props) {
  const { store } = useFigure();
  const { landscape, bottom, params } = model;
  const frame = useMemo(() => {
    // Both axes have one scale, so that right angles are right angles.
    const up = within([2, 4], (REACH * (box.height - 34)) / (box.width - 36));
    return plotFrame(box, { x: [-REACH, REACH], y: [-up, up], equal: true });
  }, [box]);
  const levels = useMemo(() => levelsOf(landscape, frame, bottom), [landscape, frame, bottom]);
  const height = useMemo(() => (across: number, up: number) => landscape.loss([across, up]), [landscape]);
  const line = useMemo(() => [landscape.loss(view.update.at)], [landscape, view.update]);
  const { ball } = view;
  const [letter, upright] = landscape.letters;
  const order = [...OPTIMIZER_NAMES].sort(
    (a, b) => Number(a === params.optimizer) - Number(b === params.optimizer),
  );
  return (
    <>
      <Plot frame={frame} label={plotLabel(model, view)[language]}>
        <rect className="descent-ground" {...frame.area} />
        <Contours frame={frame} of={height} levels={levels} />
        {view.drawn.slope > 0 && <Contours frame={frame} of={height} levels={line} strong />}
        <path className="descent-bottom" d={cross(frame.x(bottom[0] ?? 0), frame.y(bottom[1] ?? 0))} />
        {order.map((name) => (
          <Trail
            key={name}
            frame={frame}
            places={placesOn(model.paths[name], view.walked).map(([x = 0, y = 0]) => [x, y])}
            look={lookOf(name, params.optimizer)}
            dot={name === params.optimizer ? 2.8 : null}
          />
        ))}
      </Plot>
      <PlotLabel
        x={frame.area.x + frame.area.width - 10}
        y={frame.area.y + frame.area.height - 12}
        anchor="end"
        text={letter ?? ''}
      />
      <PlotLabel x={frame.area.x + 8} y={frame.area.y + 12} anchor="start" text={upright ?? ''} />
      <DragParam frame={frame} name="across" upright="up" onGrasp={() => store.actions.seek(2)} />
      <Arrows frame={frame} view={view} />
      <Ball
        frame={frame}
        x={ball[0] as number}
        y={ball[1] as number}
        where={`(${ball.map((value) => printNumber(value).text).join(', ')})`}
      />
      <Legend frame={frame} chosen={params.optimizer} />
    </>
  );
}

/** The line of an optimiser. */
const lookOf = (name: OptimizerName, chosen: OptimizerName): string =>
  `is-${name}${name === chosen ? ' is-spoken' : ''}`;

const cross = (x: number, y: number): string => `M${x - 5} ${y - 5}l10 10M${x + 5} ${y - 5}l-10 10`;

/** The gradient, uphill and across the contour line; and the step, as long as it is. */
function Arrows({
  frame,
  view: { update, drawn },
}: {
  readonly frame: PlotFrame;
  readonly view: DescentView;
}) {
  const { x, y, xDomain, yDomain, area } = frame;
  const [ax = 0, ay = 0] = update.at;
  const [nx = 0, ny = 0] = update.next;
  if (within(xDomain, ax) !== ax || within(yDomain, ay) !== ay) return null;
  const from = [x(ax), y(ay)] as const;
  const [gx = 0, gy = 0] = update.slope;
  const size = Math.hypot(gx, gy);
  const length = (Math.min(ARROW, ARROW_SHARE * area.width) * drawn.slope) / (size || 1);
  const to = [
    x(within([-2 * REACH, 2 * REACH], ax + (nx - ax) * drawn.step)),
    y(within([-2 * REACH, 2 * REACH], ay + (ny - ay) * drawn.step)),
  ] as const;
  return (
    <g className="descent-arrows" aria-hidden="true">
      {drawn.slope > 0 && size > 0 && (
        <Arrow from={from} to={[from[0] + gx * length, from[1] - gy * length]} hue="gradient" />
      )}
      {drawn.step > 0 && Math.hypot(to[0] - from[0], to[1] - from[1]) > 3 && (
        <Arrow from={from} to={to} hue="weight" />
      )}
    </g>
  );
}

const [SAMPLE, GAP] = [28, 14];

/** Which line is whose, along the lower edge. */
function Legend({ frame: { area }, chosen }: { readonly frame: PlotFrame; readonly chosen: OptimizerName }) {
  const say = useSay();
  const y = area.y + area.height - 12;
  let next = area.x + 8;
  return (
    <g aria-hidden="true">
      {OPTIMIZER_NAMES.map((name) => {
        const [left, text] = [next, say(OPTIMIZERS[name])];
        next += SAMPLE + 6 + textWidth(text, 13, true) + GAP;
        return (
          <g key={name} className={`descent-trail ${lookOf(name, chosen)}`}>
            <path d={`M${left} ${y}h${SAMPLE}`} />
            <PlotLabel
              x={left + SAMPLE + 6}
              y={y}
              anchor="start"
              hue={name === chosen ? 'weight' : 'plain'}
              text={text}
            />
          </g>
        );
      })}
    </g>
  );
}
