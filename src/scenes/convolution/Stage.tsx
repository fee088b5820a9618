import { magnitude } from '../../kit/colour/valueScale.ts';
import { HeldMeasures } from '../../kit/convolution/HeldMeasures.tsx';
import { Grid } from '../../kit/grid/Grid.tsx';
import { Flights } from '../../kit/motion/Flights.tsx';
import type { StageProps, StageSize } from '../../kit/scene/defineScene.ts';
import { placeBox, windowBox } from '../../kit/stage/boxes.ts';
import { column, grid, type Plan, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { type Layout, useLayout } from '../../kit/stage/useLayout.ts';
import { Beam } from '../../kit/window/Beam.tsx';
import { Legend } from '../../kit/window/Legend.tsx';
import type { ConvolutionModel, Pass } from './model.ts';
import type { ConvolutionParams } from './parameters.ts';
import type { ConvolutionView } from './view.ts';

type GridId = 'x' | 'w' | 'products' | 'b' | 'y' | 'target' | 'dy' | 'dx' | 'dw' | 'db';
type Part = Plan<GridId | 'legend'>;

const beside = { title: 'right' } as const;

/** The input at the left, the weights in the middle, the output at the right; on a phone the middle comes below. */
const threeParts = (left: Part, middle: readonly Part[], right: Part, { band }: StageSize): Part =>
  band === 'phone'
    ? column([row([left, right]), row(middle, { justify: 'start', gap: 20 })])
    : row([left, column(middle), right]);

const LAYOUTS: Readonly<Record<Pass, Layout<GridId | 'legend'>>> = {
  forward: (size) => {
    const phone = size.band === 'phone';
    const output = column([grid('y'), row([grid('b', beside), room('legend', 180, 30)])]);
    const middle = [grid('w'), grid('products'), ...(phone ? [grid('b')] : [])];
    return threeParts(grid('x'), middle, phone ? grid('y') : output, size);
  },
  loss: (size) => threeParts(grid('y'), [grid('target')], grid('dy'), size),
  dx: (size) => threeParts(grid('dx'), [grid('w')], grid('dy'), size),
  dw: (size) => threeParts(grid('x'), [grid('w'), grid('dw')], grid('dy'), size),
  db: (size) => threeParts(grid('dx'), [grid('b', beside), grid('db', beside)], grid('dy'), size),
};

const DRAWN: Readonly<Record<Pass, readonly GridId[]>> = {
  forward: ['x', 'w', 'products', 'b', 'y'],
  loss: ['y', 'target', 'dy'],
  dx: ['dx', 'w', 'dy'],
  dw: ['x', 'w', 'dw', 'dy'],
  db: ['dx', 'b', 'db', 'dy'],
};

/** The stage follows the pass that is being played; a cell that is asked for does not change it. */
export function Stage({
  model,
  moment,
  view,
}: StageProps<ConvolutionParams, ConvolutionModel, ConvolutionView>) {
  const pass = moment.stretch.id as Pass;
  const boxes = useLayout(LAYOUTS[pass]);
  const { params } = model;
  const [source] = view.grids.x.windows ?? [];
  const { x, products, legend } = boxes;
  return (
    <StageDrawing boxes={boxes}>
      {pass === 'forward' && source && x && products && (
        <Beam from={windowBox(x, source)} to={placeBox(products, { plane: 0, row: 0, col: 0 })} />
      )}
      {DRAWN[pass].map((id) => (
        <Grid key={id} id={id} />
      ))}
      {x && <HeldMeasures box={x} layer={model} sizes={params} held={view.held} at={moment.cell} />}
      {legend && <Legend box={legend} max={magnitude(model.y.data)} />}
      <Flights />
    </StageDrawing>
  );
}
