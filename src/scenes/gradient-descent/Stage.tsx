import { Grid } from '../../kit/grid/Grid.tsx';
import type { StageProps } from '../../kit/scene/defineScene.ts';
import { column, grid, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { type Layout, useLayout } from '../../kit/stage/useLayout.ts';
import type { DescentModel } from './model.ts';
import { OneWeight } from './OneWeight.tsx';
import type { DescentParams } from './parameters.ts';
import { RateBar } from './RateBar.tsx';
import { TwoWeights } from './TwoWeights.tsx';
import type { DescentView } from './view.ts';
import { BUFFERS } from './words.ts';

type Id = 'plot' | 'rate' | 'weights' | 'dweights' | 'velocity' | 'meang' | 'meansq' | 'stepped' | 'slopes';

/** The numbers of an update in their order. */
const vectors = ({ params }: DescentModel): readonly Id[] => [
  'weights',
  'dweights',
  ...BUFFERS[params.optimizer],
  'stepped',
];

/** The plot with the gradients of the path under it; beside it the numbers of this update, and the rate on its scale. */
const layout: Layout<Id> = ({ band }, model: DescentModel) => {
  const ids = vectors(model);
  if (band === 'phone')
    return column(
      [
        room('plot', 300, 150, { grows: true }),
        room('rate', 300, 72),
        row(
          ids.map((id) => grid(id, { title: 'above', largest: 40 })),
          { gap: 14, justify: 'evenly' },
        ),
      ],
      { gap: 8 },
    );
  const largest = { wide: ids.length > 4 ? 36 : 44, medium: ids.length > 4 ? 32 : 38 }[band];
  return row(
    [
      column(
        [
          room('plot', band === 'wide' ? 590 : 400, 180, { grows: true }),
          grid('slopes', { size: 'strip', largest: 20 }),
        ],
        {
          gap: 8,
        },
      ),
      column(
        [
          column(
            ids.map((id) => grid(id, { title: 'right', largest })),
            { gap: 8, justify: 'start' },
          ),
          room('rate', band === 'wide' ? 292 : 262, 76),
        ],
        { gap: 12 },
      ),
    ],
    { gap: 28 },
  );
};

export function Stage(props: StageProps<DescentParams, DescentModel, DescentView>) {
  const { model, size } = props;
  const boxes = useLayout<Id>(layout);
  const Plot = model.params.weights === 'one' ? OneWeight : TwoWeights;
  return (
    <StageDrawing boxes={boxes}>
      <Plot {...props} box={boxes.plot} />
      <RateBar model={model} box={boxes.rate} />
      {vectors(model).map((id) => (
        <Grid key={id} id={id} note="" />
      ))}
      {size.band !== 'phone' && <Grid id="slopes" note="" />}
    </StageDrawing>
  );
}
