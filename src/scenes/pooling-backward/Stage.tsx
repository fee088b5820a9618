import { HeldMeasures } from '../../kit/convolution/HeldMeasures.tsx';
import { Grid } from '../../kit/grid/Grid.tsx';
import { Flights } from '../../kit/motion/Flights.tsx';
import type { StageProps } from '../../kit/scene/defineScene.ts';
import { type Boxes, windowBox } from '../../kit/stage/boxes.ts';
import { column, grid, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { type Layout, useLayout } from '../../kit/stage/useLayout.ts';
import { Beam } from '../../kit/window/Beam.tsx';
import type { GridId } from './marks.ts';
import type { PoolBackModel } from './model.ts';
import type { PoolBackParams } from './parameters.ts';
import type { PoolBackView } from './view.ts';

const FORWARD: readonly GridId[] = ['x', 'mask', 'y'];
const BACKWARD: readonly GridId[] = ['dx', 'products', 'dy'];

type Id = GridId | 'space';

const space = room('space', 0, 0, { grows: true });

/** Forwards above, read from left to right; backwards below, read from right to left: each gradient under its tensor. */
const layout: Layout<Id> = () => {
  const pair = (above: GridId, below: GridId) =>
    column<Id>([space, grid(above), space, space, grid(below), space], { gap: 0 });
  return row<Id>([column([grid('x'), grid('dx')], { gap: 18 }), pair('mask', 'products'), pair('y', 'dy')]);
};

export function Stage({
  model,
  moment,
  view,
  size,
}: StageProps<PoolBackParams, PoolBackModel, PoolBackView>) {
  const boxes = useLayout<Id>(layout);
  const { x, dx, products } = boxes;
  const { side, extent, stride } = model;
  const top = Math.min(dx.y, products.y, boxes.dy.y) - 24;
  const bottom = dx.y + dx.height + 4;
  return (
    <StageDrawing boxes={boxes}>
      {size.band !== 'phone' && (
        <rect className="lane" x={0} y={top} width={size.width} height={bottom - top} rx={6} />
      )}
      <Beams boxes={boxes} view={view} />
      {[...FORWARD, ...BACKWARD].map((id) => (
        <Grid key={id} id={id} />
      ))}
      <HeldMeasures
        box={x}
        layer={model}
        sizes={{ input: side, kernel: extent, stride, dilation: 1 }}
        held={view.held}
        at={moment.cell}
      />
      <Flights />
    </StageDrawing>
  );
}

/** Above, from the window by its mask to the output; below, from the gradient of the output to what it pays. */
function Beams({ boxes, view }: { readonly boxes: Boxes<GridId>; readonly view: PoolBackView }) {
  const { x, mask, y, dx, products, dy } = boxes;
  const { grids } = view;
  const read = grids['x']?.windows?.[0];
  const output = grids['dy']?.windows?.[0];
  const made = grids['dx']?.windows?.[0];
  return (
    <>
      {read && <Beam from={windowBox(x, read)} to={mask} />}
      {output && <Beam from={mask} to={windowBox(y, output)} />}
      {output && <Beam hue="gradient" from={windowBox(dy, output)} to={products} />}
      {made && output && <Beam hue="gradient" from={products} to={windowBox(dx, made)} />}
    </>
  );
}
