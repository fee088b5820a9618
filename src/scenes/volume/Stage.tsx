import { useCallback } from 'react';
import { Grid } from '../../kit/grid/Grid.tsx';
import { Flights } from '../../kit/motion/Flights.tsx';
import type { StageProps, StageSize } from '../../kit/scene/defineScene.ts';
import { planeBox, windowBox } from '../../kit/stage/boxes.ts';
import { column, grid, type Plan, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { useLayout } from '../../kit/stage/useLayout.ts';
import { Beam } from '../../kit/window/Beam.tsx';
import { Prism } from '../../kit/window/Prism.tsx';
import type { Text } from '../../language/language.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { CostBars } from './CostBars.tsx';
import { HeldSize } from './HeldSize.tsx';
import type { VolumeModel } from './model.ts';
import type { VolumeParams } from './parameters.ts';
import type { SumView, VolumeView } from './view.ts';
import { sheetName } from './words.ts';

type Props<V> = StageProps<VolumeParams, VolumeModel, V>;
type Id = 'x' | 'w' | 'products' | 's' | 'b' | 'y' | 'sheet';

const GRIDS = ['x', 'w', 'products', 's', 'b', 'y'] as const;

export function Stage(props: Props<VolumeView>) {
  const { view } = props;
  return view.kind === 'cost' ? <CostBars view={view} /> : <SumStage {...props} view={view} />;
}

/** Input and kernels as stacks of sheets, one channel of each in front; what its window makes; the maps. */
function planOf({ band }: StageSize, { params, depth, y }: VolumeModel, front: number): Plan<Id> {
  const phone = band === 'phone';
  const two = params.filters > 2 || phone ? 2 : 1;
  const stack = (stackGap: number, planesInRow: number) =>
    ({ planes: 'stack', stackOf: depth, front, stackGap, planesInRow }) as const;
  const input = grid('x', stack(phone ? 9 : 20, 2));
  const kernels = grid('w', { size: 'taps', ...(phone ? stack(7, 4) : stack(13, two)) });
  const products = grid('products', { size: 'taps' });
  const sums = [grid('s', { size: 'sums' }), grid('b', { size: 'sums' })];
  const maps = grid('y', { size: 'maps', planesInRow: two, note: shapeNote(y) });
  return phone
    ? column([row([input, column([maps, row(sums)])]), row([kernels, products])])
    : row(
        [
          column([input, room('sheet', 130, 16)], { gap: 6, justify: 'start' }),
          kernels,
          column([products, ...sums]),
          maps,
        ],
        {
          gap: 40,
        },
      );
}

function SumStage({ model, view, size, language }: Props<SumView>) {
  const { front, shown, first, held } = view;
  const layout = useCallback((size: StageSize, of: VolumeModel) => planOf(size, of, front), [front]);
  const boxes = useLayout(layout);
  const { x, w, s, y, sheet } = boxes;
  const [window] = view.grids.x.windows ?? [];
  const [result] = view.grids.y.windows ?? [];
  const channel = first + shown.channel;
  return (
    <StageDrawing boxes={boxes}>
      {size.band !== 'phone' && window && result && x && w && s && y && (
        <>
          <Beam from={windowBox(x, window)} to={planeBox(w, shown.filter * model.depth + shown.channel)} />
          <Beam from={s} to={windowBox(y, result)} />
        </>
      )}
      {GRIDS.map((id) => (
        <Grid key={id} id={id} note={noteOf(id, model)} />
      ))}
      {window && x && (
        <Prism box={x} window={window} planes={Array.from({ length: model.depth }, (_, c) => first + c)} />
      )}
      {sheet && held === null && (
        <text className="vl-sheet" x={sheet.x} y={sheet.y + 12}>
          {sheetName(model, channel)[language]}
        </text>
      )}
      <HeldSize boxes={boxes} model={model} held={held} plane={channel} />
      <Flights />
    </StageDrawing>
  );
}

const shapeOf = ({ shape }: Tensor): string => shape.join(' × ');

/** The shape of a map's tensor: one picture, so without N. */
function shapeNote({ shape }: Tensor): Text {
  const text = shape.slice(1).join(' × ');
  return { en: text, zh: text };
}

/** What stands behind the name of a grid; default: its rows and columns. */
const noteOf = (id: (typeof GRIDS)[number], { x, w, b, y }: VolumeModel): string | undefined =>
  ({
    x: shapeNote(x).en,
    w: shapeOf(w),
    b: shapeOf(b),
    y: shapeNote(y).en,
    s: undefined,
    products: undefined,
  })[id];
