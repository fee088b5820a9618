import { useMemo } from 'react';
import { printNumber } from '../../formula/numbers.ts';
import { Grid } from '../../kit/grid/Grid.tsx';
import { Journey, type Stop } from '../../kit/motion/Journey.tsx';
import { Curve, Tangent } from '../../kit/plot/Curve.tsx';
import { DragParam } from '../../kit/plot/DragParam.tsx';
import { type PlotFrame, plotFrame, within } from '../../kit/plot/frame.ts';
import { Plot } from '../../kit/plot/Plot.tsx';
import { PlotLegend } from '../../kit/plot/PlotLegend.tsx';
import { type PlotPoint, PlotPoints } from '../../kit/plot/PlotPoints.tsx';
import type { StageProps } from '../../kit/scene/defineScene.ts';
import { type Boxes, cellBox, middleOf } from '../../kit/stage/boxes.ts';
import { column, grid, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { type Layout, useLayout } from '../../kit/stage/useLayout.ts';
import { plotLabel } from './captions.ts';
import { HeldMeasure } from './HeldMeasure.tsx';
import type { ActivationModel, Pass } from './model.ts';
import { type ActivationParams, REACH } from './parameters.ts';
import type { ActivationView } from './view.ts';

type Id = 'pre' | 'act' | 'dact' | 'dpre' | 'plot';
const CORNER: readonly number[] = [0];
const LINES = [
  { text: 'φ', hue: 'output' },
  { text: 'φ′', hue: 'gradient', look: 'dashed' },
] as const;
const LARGEST = { forward: 42, backward: 40 } as const;

/** What goes in stands left of the curve, what comes out right; on the way back a gradient crosses it leftwards. */
const layoutOf =
  (pass: Pass): Layout<Id> =>
  ({ band }) => {
    const plot = room('plot', band === 'medium' ? 190 : 260, 120, { grows: true });
    const size = { largest: band === 'phone' ? 26 : LARGEST[pass] };
    const [left, right] =
      pass === 'forward'
        ? [[grid('pre', size)], grid('act', size)]
        : [[grid('pre', size), grid('dpre', size)], grid('dact', size)];
    if (band === 'phone') return column([plot, row([...left, right], { gap: 12 })], { align: 'center' });
    return row([...left, plot, right], { align: 'center', gap: 20 });
  };

const LAYOUTS = { forward: layoutOf('forward'), backward: layoutOf('backward') } as const;

export function Stage({
  model,
  moment,
  view,
  size,
  language,
}: StageProps<ActivationParams, ActivationModel, ActivationView>) {
  const { pass, point, subject, held } = view;
  const boxes = useLayout<Id>(LAYOUTS[pass]);
  const { plot } = boxes;
  const frame = useMemo(
    () => plotFrame(plot, { x: [-REACH, REACH], y: [-1.5, size.band === 'phone' ? 3 : REACH], equal: true }),
    [plot, size.band],
  );
  const { x, y } = frame;
  const ids = pass === 'forward' ? (['pre', 'act'] as const) : (['pre', 'dpre', 'dact'] as const);
  return (
    <StageDrawing boxes={boxes}>
      <Plot frame={frame} letter="z" label={plotLabel(view)[language]}>
        <Curve frame={frame} of={model.slope} hue="gradient" look="dashed" breaks={CORNER} />
        <Curve frame={frame} of={model.g} hue="output" breaks={CORNER} />
        <MapOnCurve {...{ frame, model, view }} />
        {subject === 'point' && (
          <>
            <path className="plot-guide" d={`M${x(point.z)} ${y(0)}V${y(point.value)}`} />
            <Tangent frame={frame} at={point.z} value={point.value} slope={point.slope} />
          </>
        )}
        <Jump {...{ frame, model }} />
      </Plot>
      <DragParam frame={frame} name="z" />
      <PlotLegend frame={frame} lines={LINES} />
      <PlotPoints frame={frame} {...pointsOf(view)} />
      {ids.map((id) => (
        <Grid key={id} id={id} />
      ))}
      {subject === 'cell' && (
        <Journey
          stops={stopsOf(boxes, frame, view)}
          fraction={view.asked ? 0 : moment.fraction}
          hue={view.way === 'forward' ? 'output' : 'gradient'}
        />
      )}
      <HeldMeasure {...{ frame, held }} params={model.params} />
    </StageDrawing>
  );
}

interface OnCurveProps {
  readonly frame: PlotFrame;
  readonly model: ActivationModel;
}

/** The sums that have gone through: a tick on the axis, a ring on the curve. */
function MapOnCurve({ frame: { x, y }, model, view }: OnCurveProps & { readonly view: ActivationView }) {
  const known = view.grids['act']?.known ?? (() => true);
  return (
    <g className="activation-map">
      {Array.from(model.z.data, (z, i) => ({ z, a: model.a.data[i] as number, i }))
        .filter(({ i }) => known(i))
        .map(({ z, a, i }) => (
          <g key={i}>
            <path d={`M${x(z)} ${y(0) - 5}v10`} />
            <circle cx={x(z)} cy={y(a)} r={3.5} />
          </g>
        ))}
    </g>
  );
}

/** The movable point on both curves; or the cell that is spoken of, on the one that its line reads. */
function pointsOf({ subject, way, point, cell }: ActivationView): { at: number; points: PlotPoint[] } {
  const text = (letter: string, value: number): string => `${letter} ${printNumber(value).text}`;
  if (subject === 'point')
    return {
      at: point.z,
      points: [
        { value: point.value, hue: 'output', text: text('φ', point.value) },
        { value: point.slope, hue: 'gradient', shape: 'square', text: text('φ′', point.slope) },
      ],
    };
  if (subject === 'start') return { at: 0, points: [] };
  const one: PlotPoint =
    way === 'forward'
      ? { value: cell.a, hue: 'output' }
      : { value: cell.slope, hue: 'gradient', shape: 'square' };
  return { at: cell.z, points: [one] };
}

/** Where the slope jumps: the end that counts is filled, the other one open. */
function Jump({ frame: { x, y }, model: { slope } }: OnCurveProps) {
  const [left, right] = [slope(0), slope(1e-9)];
  if (Math.abs(right - left) < 1e-3) return null;
  return (
    <g className="activation-jump">
      <circle cx={x(0)} cy={y(left)} r={4.5} />
      <circle className="is-open" cx={x(0)} cy={y(right)} r={4.5} />
    </g>
  );
}

/** The way of a number through the function: from its cell by way of the curve to the cell that it makes. */
function stopsOf(boxes: Boxes<Id>, { x, y, xDomain, yDomain }: PlotFrame, view: ActivationView): Stop[] {
  const { row: r, col: c, z, a, slope, da, dz } = view.cell;
  const at = (id: Exclude<Id, 'plot'>) => boxes[id] && middleOf(cellBox(boxes[id], r, c));
  const over = x(within(xDomain, z));
  const [pre, act, dact, dpre] = [at('pre'), at('act'), at('dact'), at('dpre')];
  if (view.way === 'forward') {
    if (!pre || !act) return [];
    return [
      { at: pre, number: z },
      { at: [over, y(0)], number: z },
      { at: [over, y(within(yDomain, a))], number: a },
      { at: act, number: a },
    ];
  }
  if (!dact || !dpre) return [];
  return [
    { at: dact, number: da },
    { at: [over, y(within(yDomain, slope))], number: dz },
    { at: dpre, number: dz },
  ];
}
