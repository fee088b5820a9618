import { useCallback } from 'react';
import { Grid } from '../../kit/grid/Grid.tsx';
import { Flights } from '../../kit/motion/Flights.tsx';
import { useFigureState } from '../../kit/scene/context.ts';
import type { StageProps, StageSize } from '../../kit/scene/defineScene.ts';
import { type Boxes, cellBox, planeBox, windowBox } from '../../kit/stage/boxes.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { useLayout } from '../../kit/stage/useLayout.ts';
import { TurnArrow } from '../../kit/window/Arrow.tsx';
import { Beam } from '../../kit/window/Beam.tsx';
import { Connector } from '../../kit/window/Connector.tsx';
import type { Language } from '../../language/language.ts';
import type { GridId } from './grids.ts';
import { type Bench, drawnOn, lowerLane, planOf } from './layout.ts';
import type { BackwardModel } from './model.ts';
import { type BackwardParams, hasPlanes } from './parameters.ts';
import type { BackwardView } from './view.ts';
import { pairNote } from './words.ts';

/** The bench of what is pinned, else that of the pass. */
function benchOf(view: BackwardView, isPinned: boolean, method: BackwardParams['method']): Bench {
  const tensor = isPinned && view.asked ? view.explanation.tensor : view.pass;
  if (tensor === 'dw') return 'weight';
  return tensor === 'db' ? 'bias' : method;
}

/** Two lanes: forwards above; below, the bench on which the gradient is worked out. */
export function Stage(props: StageProps<BackwardParams, BackwardModel, BackwardView>) {
  const { params, model, view, size, language } = props;
  const isPinned = useFigureState((state) => state.pinned !== null);
  const bench = benchOf(view, isPinned, params.method);
  const { channel } = view.pair;
  const layout = useCallback(
    (room: StageSize, of: BackwardModel) => planOf(bench, of, room, channel),
    [bench, channel],
  );
  const boxes: Boxes = useLayout(layout);
  const placed = lowerLane(bench).flatMap((id) => boxes[id] ?? []);
  const top = Math.min(...placed.map(({ y }) => y)) - 24;
  const bottom = Math.max(...placed.map(({ y, height }) => y + height)) + 4;
  return (
    <StageDrawing boxes={boxes}>
      {size.band !== 'phone' && (
        <rect className="lane" x={0} y={top} width={size.width} height={bottom - top} rx={6} />
      )}
      <Beams view={view} boxes={boxes} bench={bench} />
      {drawnOn(bench, model, size).map((id) => (
        <Grid key={id} id={id} note={noteOf(id, model, view, language)} />
      ))}
      {bench === 'gather' && <HalfTurn model={model} view={view} boxes={boxes} />}
      <Flights />
    </StageDrawing>
  );
}

/** A copy on the bench says of which plane it is. */
function noteOf(id: GridId, { params }: BackwardModel, { pair }: BackwardView, language: Language) {
  if (!hasPlanes(params)) return undefined;
  return pairNote(id, pair)?.[language];
}

/** From the kernel to the turned one; while a weight is at work, the way of that weight. */
function HalfTurn({
  model: { params },
  view,
  boxes,
}: {
  readonly model: BackwardModel;
  readonly view: BackwardView;
  readonly boxes: Boxes;
}) {
  const { w, turned } = boxes;
  if (!w || !turned) return null;
  const { filter, channel } = view.pair;
  const plane = filter * params.channels + channel;
  const kernel = planeBox(w, plane);
  const weight = view.asked ? undefined : view.current?.factors.find(({ tensor }) => tensor === 'w');
  const [row = 0, col = 0] = weight?.index.slice(-2) ?? [];
  return (
    <>
      <TurnArrow
        from={[kernel.x + kernel.width * 0.6, kernel.y + kernel.height + 4]}
        to={[turned.x + turned.width + 4, turned.y + turned.height * 0.4]}
      />
      {weight && <Connector hue="weight" from={cellBox(w, row, col, plane)} to={cellBox(turned, row, col)} />}
    </>
  );
}

interface BeamsProps {
  readonly view: BackwardView;
  readonly boxes: Boxes;
  readonly bench: Bench;
}

/** What leads from the gradient's window over the bench to the cell that is made. */
function Beams({ view, boxes, bench }: BeamsProps) {
  const { spread, turned, products, dx, dy } = boxes;
  const { grids } = view;
  const read = bench === 'gather' ? grids['spread']?.windows?.[0] : grids['dy']?.windows?.[0];
  const made = grids['dx']?.windows?.[0];
  if (!read || !made || !dx || !products) return null;
  const from = bench === 'gather' ? spread : dy;
  if (!from || (bench === 'gather' && !turned)) return null;
  return (
    <>
      <Beam
        hue="gradient"
        from={windowBox(from, read)}
        to={bench === 'gather' && turned ? turned : products}
      />
      <Beam hue="gradient" from={products} to={windowBox(dx, made)} />
    </>
  );
}
