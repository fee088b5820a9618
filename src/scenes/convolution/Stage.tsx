import { magnitude } from '../../kit/colour/valueScale.ts';
import { HeldMeasures } from '../../kit/convolution/HeldMeasures.tsx';
import { Grid } from '../../kit/grid/Grid.tsx';
import { Flights } from '../../kit/motion/Flights.tsx';
import type { StageProps, StageSize } from '../../kit/scene/defineScene.ts';
import { placeBox, windowBox } from '../../kit/stage/boxes.ts';
import { column, grid, type Plan, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { type GridsById, useLayout } from '../../kit/stage/useLayout.ts';
import { Beam } from '../../kit/window/Beam.tsx';
import { Legend } from '../../kit/window/Legend.tsx';
import type { ConvolutionModel, Pass } from './model.ts';
import type { ConvolutionParams } from './parameters.ts';
import type { ConvolutionView } from './view.ts';

type Layout = (grids: GridsById, size: StageSize) => Plan;
type Grids = Record<'x' | 'w' | 'products' | 'b' | 'y' | 'dy' | 'dx' | 'dw' | 'db', GridsById[string]>;

const beside = { title: 'right' } as const;

/** The input at the left, the weights in the middle, the output at the right; on a phone the middle comes below. */
const threeParts = (left: Plan, middle: readonly Plan[], right: Plan, { band }: StageSize): Plan =>
  band === 'phone'
    ? column([row([left, right]), row(middle, { justify: 'start', gap: 20 })])
    : row([left, column(middle), right], { align: 'center' });

const LAYOUTS: Readonly<Record<Pass, Layout>> = {
  forward: (all, size) => {
    const { x, w, products, b, y } = all as Grids;
    const right =
      size.band === 'phone' ? grid(y) : column([grid(y), row([grid(b, beside), room('legend', 200, 30)])]);
    const middle = [grid(w), grid(products), ...(size.band === 'phone' ? [grid(b)] : [])];
    return threeParts(grid(x), middle, right, size);
  },
  dx: (all, size) => {
    const { dx, w, dy } = all as Grids;
    return threeParts(grid(dx), [grid(w)], grid(dy), size);
  },
  dw: (all, size) => {
    const { x, w, dw, dy } = all as Grids;
    return threeParts(grid(x), [grid(w), grid(dw)], grid(dy), size);
  },
  db: (all, size) => {
    const { dx, b, db, dy } = all as Grids;
    return threeParts(grid(dx), [grid(b, beside), grid(db, beside)], grid(dy), size);
  },
};

const DRAWN: Readonly<Record<Pass, readonly (keyof Grids)[]>> = {
  forward: ['x', 'w', 'products', 'b', 'y'],
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
  const [source] = pass === 'dx' ? (view.grids.dx.windows ?? []) : (view.grids.x.windows ?? []);
  const { x, dx, products, legend } = boxes;
  return (
    <StageDrawing boxes={boxes}>
      {pass === 'forward' && source && x && products && (
        <Beam from={windowBox(x, source)} to={placeBox(products, { plane: 0, row: 0, col: 0 })} />
      )}
      {pass === 'dx' && source && dx && boxes['dy'] && view.grids.dy.windows?.[0] && (
        <Beam
          ink="gradient"
          from={windowBox(dx, source)}
          to={windowBox(boxes['dy'], view.grids.dy.windows[0])}
        />
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
