import { Grid } from '../../kit/grid/Grid.tsx';
import { Flights } from '../../kit/motion/Flights.tsx';
import type { StageProps } from '../../kit/scene/defineScene.ts';
import { column, grid, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { type Layout, useLayout } from '../../kit/stage/useLayout.ts';
import { LossChart } from './LossChart.tsx';
import type { LearnModel } from './model.ts';
import type { LearnParams } from './parameters.ts';
import type { LearnView } from './view.ts';

type Id = 'x' | 'w' | 'y' | 't' | 'dy' | 'dw' | 'goal' | 'chart';

const map = { size: 'map', largest: 24 } as const;

/** The way forwards above, the gradients below the numbers that they belong to; at the end, what comes of it. */
const layout: Layout<Id, LearnModel> = ({ band }, { goal }) => {
  const kernel = { size: 'kernel', largest: { wide: 44, medium: 32, phone: 30 }[band] };
  const goalGrid = goal && grid('goal', kernel);
  if (band === 'phone')
    return column([
      row([grid('x', { size: 'map', largest: 14 }), grid('y', map), grid('t', map)], { gap: 12 }),
      row([grid('w', kernel), grid('dw', kernel), goalGrid], { gap: 14 }),
      room('chart', 200, 84, { grows: true }),
    ]);
  return row(
    [
      grid('x', map),
      column([grid('w', kernel), grid('dw', kernel)], { gap: 26 }),
      column([grid('y', map), grid('dy', map)], { gap: 26 }),
      column([grid('t', map), goalGrid], { gap: 26 }),
      room('chart', band === 'wide' ? 210 : 150, 240, { grows: true }),
    ],
    { align: 'center', gap: 26 },
  );
};

export function Stage({ model, view, size }: StageProps<LearnParams, LearnModel, LearnView>) {
  const boxes = useLayout<Id>(layout);
  const ids = (['x', 'w', 'y', 't', 'dy', 'dw', 'goal'] as const).filter(
    (id) => boxes[id] && (id !== 'dy' || size.band !== 'phone'),
  );
  return (
    <StageDrawing boxes={boxes}>
      <LossChart box={boxes.chart} model={model} view={view} />
      {ids.map((id) => (
        <Grid key={id} id={id} />
      ))}
      <Flights />
    </StageDrawing>
  );
}
