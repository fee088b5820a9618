import { useCallback } from 'react';
import { Grid } from '../../kit/grid/Grid.tsx';
import { Flights } from '../../kit/motion/Flights.tsx';
import type { GridId } from '../../kit/operations/operation.ts';
import type { StageProps, StageSize } from '../../kit/scene/defineScene.ts';
import { type Boxes, windowBox } from '../../kit/stage/boxes.ts';
import { column, grid, type Plan, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { useLayout } from '../../kit/stage/useLayout.ts';
import { Beam } from '../../kit/window/Beam.tsx';
import type { BenchModel } from './model.ts';
import type { BenchParams } from './parameters.ts';
import { planesOf } from './shapes.ts';
import type { BenchView } from './view.ts';

const SMALL: readonly GridId[] = ['w', 'dw', 'b', 'db'];
/** A matrix of weights is as large as a picture. */
const sizeOf = (id: GridId): string =>
  SMALL.includes(id) ? (id === 'b' || id === 'db' ? 'bias' : 'kernel') : 'main';

const LARGEST = 56;
/** Where there are few cells, they are large enough for three decimals. */
const SMALL_SCALE = { phone: 1.7, medium: 1.3, wide: 1.3 } as const;
const isSmall = ({ operation: { tensors } }: BenchModel): boolean =>
  (['x', 'y'] as const).every((id) => {
    const { planes, rows, cols } = planesOf(tensors[id]?.shape ?? []);
    return planes === 1 && rows <= 2 && cols <= 2;
  });

/** Planes as square as it goes: a kernel's rows are its filters. */
function inRowOf({ operation, params }: BenchModel, id: GridId): number {
  const shape = operation.tensors[id]?.shape ?? [];
  const { planes, rows, cols } = planesOf(shape);
  if ((id === 'w' || id === 'dw') && shape.length === 4 && (shape[1] ?? 1) > 1) return shape[1] as number;
  if (params.op === 'batchNorm' && planes > 1) return params.channels;
  return cols > 2 * rows ? 1 : planes > 2 ? 2 : planes;
}

/** The grids of the pass, side by side; a gradient stands in the place of its tensor. */
export function Stage({ view }: StageProps<BenchParams, BenchModel, BenchView>) {
  const { pass } = view;
  const layout = useCallback(
    ({ band }: StageSize, of: BenchModel): Plan => {
      const shown = of.operation.passes.find(({ id }) => id === pass.id) ?? of.operation.passes[0];
      const scale = isSmall(of) ? SMALL_SCALE[band] : 1;
      const columns = (shown ?? pass).columns.map((ids) =>
        column(
          ids.map((id) =>
            grid(id, { size: sizeOf(id), scale, planesInRow: inRowOf(of, id), largest: LARGEST }),
          ),
          { align: 'center', justify: 'center' },
        ),
      );
      const [first, second, third] = columns;
      const { rows, cols } = planesOf(of.operation.tensors.x?.shape ?? []);
      // Long rows lie below each other.
      if (cols > 2 * rows && cols > 6) return column(columns, { justify: 'evenly' });
      if (band === 'phone' && first && second && third)
        return column([row([first, third], { gap: 16 }), row([second], { gap: 16 })]);
      return row(columns, { gap: band === 'phone' ? 16 : 36, justify: 'evenly', align: 'center' });
    },
    [pass],
  );
  const boxes = useLayout(layout) as Boxes<GridId>;
  return (
    <StageDrawing boxes={boxes}>
      <Beams boxes={boxes} view={view} />
      {pass.columns.flat().map((id) => boxes[id] && <Grid key={id} id={id} />)}
      <Flights />
    </StageDrawing>
  );
}

/** From the window over the kernel to the output; among several planes the way would lead across others. */
function Beams({ boxes, view }: { readonly boxes: Boxes<GridId>; readonly view: BenchView }) {
  const read = view.grids['x']?.windows?.[0];
  const made = view.grids['y']?.windows?.[0];
  const { x, w, y } = boxes;
  if (!read || !x || !y || x.planes > 1 || y.planes > 1) return null;
  if (!w) return made ? <Beam from={windowBox(x, read)} to={windowBox(y, made)} /> : null;
  return (
    <>
      <Beam from={windowBox(x, read)} to={w} />
      {made && <Beam from={w} to={windowBox(y, made)} />}
    </>
  );
}
