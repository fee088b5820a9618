import { useMemo } from 'react';
import { Grid } from '../../kit/grid/Grid.tsx';
import { Journey, type Stop } from '../../kit/motion/Journey.tsx';
import { Curve } from '../../kit/plot/Curve.tsx';
import { type PlotFrame, plotFrame, within } from '../../kit/plot/frame.ts';
import { Plot } from '../../kit/plot/Plot.tsx';
import { PlotPoints } from '../../kit/plot/PlotPoints.tsx';
import { type Boxes, cellBox, type GridBox, middleOf } from '../../kit/stage/boxes.ts';
import { column, grid, type Plan, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { type Layout, useLayout } from '../../kit/stage/useLayout.ts';
import { Arrow } from '../../kit/window/Arrow.tsx';
import type { Point } from '../../kit/window/curve.ts';
import { activationOf } from '../../tensor/activations.ts';
import { captionOf } from './captions.ts';
import type { Props } from './Stage.tsx';
import type { GatesView } from './view.ts';

type GridId = 'pre' | 'act' | 'gate' | 'dact' | 'dpre';
type Id = GridId | 'plot';

const GRIDS: readonly GridId[] = ['pre', 'gate', 'act', 'dpre', 'dact'];
const CORNER: readonly number[] = [0];
const REACH = 5;

/** Forwards above, from left to right through the curve; backwards below, from right to left through the gates. */
const layoutOf: Layout<Id> = ({ band }) => {
  const phone = band === 'phone';
  const plot = room('plot', { wide: 320, medium: 240, phone: 110 }[band], phone ? 84 : 96, { grows: true });
  const upright = (of: readonly Plan<Id>[], align: 'start' | 'center' = 'start') =>
    column<Id>(of, { align, gap: phone ? 10 : 14 });
  return row<Id>(
    [
      upright([grid('pre'), grid('dpre')]),
      upright([plot, grid('gate')], 'center'),
      upright([grid('act'), grid('dact')]),
    ],
    { align: 'end', gap: phone ? 12 : 56, justify: 'center' },
  );
};

/** One function between two lanes. */
export function LayerStage({ params, model, moment, view, size, language }: Props) {
  const boxes = useLayout<Id>(layoutOf);
  const { plot, gate, pre, dpre, act, dact } = boxes;
  const frame = useMemo(() => plotFrame(plot, { x: [-REACH, REACH], y: [-1.3, 3.2] }), [plot]);
  const curves = useMemo(() => {
    const f = activationOf(params.name, params.alpha);
    return { value: (z: number) => f.forward(z, f.alpha), slope: (z: number) => f.derivative(z, f.alpha) };
  }, [params.name, params.alpha]);
  const back = view.way === 'backward';
  const { cell } = view;
  const shown = view.waits
    ? []
    : [
        ...(back ? [] : [{ value: cell.a, hue: 'output' as const }]),
        { value: cell.slope, hue: 'gradient' as const, shape: 'square' as const },
      ];
  return (
    <StageDrawing boxes={boxes}>
      {size.band !== 'phone' && (
        <rect
          className="lane"
          x={dpre.x - 12}
          y={dpre.y - 24}
          width={dact.x + Math.max(dact.width, dact.titleWidth) - dpre.x + 16}
          height={dpre.height + 32}
          rx={6}
        />
      )}
      <Plot frame={frame} letter="z" label={captionOf(model, view, language)}>
        <Curve frame={frame} of={curves.slope} hue="gradient" look="dashed" breaks={CORNER} />
        <Curve frame={frame} of={curves.value} hue="output" breaks={CORNER} />
      </Plot>
      <PlotPoints frame={frame} at={cell.z} points={shown} />
      <Between from={pre} to={plot} hue="output" />
      <Between from={plot} to={act} hue="output" />
      <Between from={dact} to={gate} hue="gradient" />
      <Between from={gate} to={dpre} hue="gradient" />
      {GRIDS.map((id) => (
        <Grid key={id} id={id} />
      ))}
      <Journey
        stops={stopsOf(boxes, frame, view)}
        fraction={view.asked ? 0 : moment.fraction}
        hue={back ? 'gradient' : 'output'}
      />
    </StageDrawing>
  );
}

const CLEAR = 8;

/** The way of a pass from one part to the next, where there is room for an arrow. */
function Between({
  from,
  to,
  hue,
}: {
  readonly from: GridBox;
  readonly to: GridBox;
  readonly hue: 'output' | 'gradient';
}) {
  const grids = [from, to].filter(({ id }) => id !== 'plot') as [GridBox];
  const y = grids[0].y + grids[0].height / 2;
  const right = from.x < to.x;
  const start = right ? from.x + from.width + CLEAR : from.x - CLEAR;
  const end = right ? to.x - CLEAR : to.x + to.width + CLEAR;
  if (Math.abs(end - start) < 20 || start < end !== right) return null;
  return <Arrow from={[start, y]} to={[end, y]} hue={hue} />;
}

/** The way of a number: forwards by the curve, backwards by its gate. */
function stopsOf(boxes: Boxes<Id>, { x, y, xDomain, yDomain }: PlotFrame, view: GatesView): Stop[] {
  const { row: r, col: c, z, a, da, dz } = view.cell;
  if (view.waits) return [];
  const at = (id: GridId): Point => middleOf(cellBox(boxes[id], r, c));
  if (view.way === 'backward')
    return [
      { at: at('dact'), number: da },
      { at: at('gate'), number: dz },
      { at: at('dpre'), number: dz },
    ];
  const over = x(within(xDomain, z));
  return [
    { at: at('pre'), number: z },
    { at: [over, y(within(yDomain, a))], number: a },
    { at: at('act'), number: a },
  ];
}
