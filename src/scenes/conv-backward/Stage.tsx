import { Grid } from '../../kit/grid/Grid.tsx';
import { Flights } from '../../kit/motion/Flights.tsx';
import { useFigureState } from '../../kit/scene/context.ts';
import type { StageProps, StageSize } from '../../kit/scene/defineScene.ts';
import { type Boxes, windowBox } from '../../kit/stage/boxes.ts';
import { column, grid, type Plan, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { type Layout, useLayout } from '../../kit/stage/useLayout.ts';
import { TurnArrow } from '../../kit/window/Arrow.tsx';
import { Beam } from '../../kit/window/Beam.tsx';
import type { BackwardModel } from './model.ts';
import type { BackwardParams } from './parameters.ts';
import type { BackwardView, GridId } from './view.ts';

/** What lies on the lower lane: the bench of a pass, read from right to left. */
type Bench = 'gather' | 'scatter' | 'weight' | 'bias';

interface Lanes {
  /** The forward lane: the input, what was learned and its gradients, the output. */
  readonly left: readonly GridId[];
  readonly middle: readonly GridId[];
  readonly lower: readonly GridId[];
  /** On a phone the bench takes two rows, and of the forward lane there is what fits beside it. */
  readonly phone: readonly [readonly GridId[], readonly GridId[]];
}

const LANES: Readonly<Record<Bench, Lanes>> = {
  gather: {
    left: ['x'],
    middle: ['dw', 'db', 'b', 'w'],
    lower: ['dx', 'products', 'turned', 'spread'],
    phone: [
      ['dx', 'spread'],
      ['products', 'turned', 'x'],
    ],
  },
  scatter: {
    left: ['x'],
    middle: ['dw', 'db', 'b', 'w'],
    lower: ['dx', 'products', 'dy'],
    phone: [
      ['dx', 'dy'],
      ['products', 'w', 'x'],
    ],
  },
  weight: {
    left: [],
    middle: ['w', 'b', 'db'],
    lower: ['dw', 'shares', 'padded', 'dy'],
    phone: [
      ['padded', 'dy'],
      ['dw', 'shares', 'w'],
    ],
  },
  bias: {
    left: ['x'],
    middle: ['dw', 'b', 'w'],
    lower: ['db', 'dy'],
    phone: [
      ['x', 'dy'],
      ['db', 'b', 'w'],
    ],
  },
};

const upper = (id: GridId): Plan<GridId> => grid(id, { size: 'upper', largest: 34 });

const layoutOf = (bench: Bench): Layout<GridId> => {
  const { left, middle, lower, phone } = LANES[bench];
  return ({ band }: StageSize) => {
    if (band === 'phone')
      return column([
        row(phone[0].map((id) => grid(id))),
        row(
          phone[1].map((id) => grid(id, { size: 'upper', largest: 26 })),
          { gap: 12 },
        ),
      ]);
    const forward = row([...left.map(upper), row(middle.map(upper), { gap: 18 }), upper('y')], {
      align: 'center',
    });
    return column(
      [
        forward,
        row(
          lower.map((id) => grid(id)),
          { align: 'center' },
        ),
      ],
      { gap: 18 },
    );
  };
};

const drawnOn = (bench: Bench, { band }: StageSize): readonly GridId[] => {
  const { left, middle, lower, phone } = LANES[bench];
  return band === 'phone' ? phone.flat() : [...left, ...middle, 'y', ...lower];
};

const LAYOUTS: Readonly<Record<Bench, Layout<GridId>>> = {
  gather: layoutOf('gather'),
  scatter: layoutOf('scatter'),
  weight: layoutOf('weight'),
  bias: layoutOf('bias'),
};

/** The bench of what is pinned, else that of the pass. */
function benchOf(view: BackwardView, isPinned: boolean, method: BackwardParams['method']): Bench {
  const tensor = isPinned && view.asked ? view.explanation.tensor : view.pass;
  if (tensor === 'dw') return 'weight';
  return tensor === 'db' ? 'bias' : method;
}

/** Two lanes: forwards above; below, the bench on which the gradient is worked out. */
export function Stage({ params, view, size }: StageProps<BackwardParams, BackwardModel, BackwardView>) {
  const isPinned = useFigureState((state) => state.pinned !== null);
  const bench = benchOf(view, isPinned, params.method);
  const boxes: Boxes = useLayout(LAYOUTS[bench]);
  const { lower } = LANES[bench];
  const placed = lower.flatMap((id) => boxes[id] ?? []);
  const top = Math.min(...placed.map(({ y }) => y)) - 24;
  const bottom = Math.max(...placed.map(({ y, height }) => y + height)) + 4;
  return (
    <StageDrawing boxes={boxes}>
      {size.band !== 'phone' && (
        <rect className="lane" x={0} y={top} width={size.width} height={bottom - top} rx={6} />
      )}
      <Beams view={view} boxes={boxes} bench={bench} />
      {drawnOn(bench, size).map((id) => (
        <Grid key={id} id={id} />
      ))}
      {bench === 'gather' && boxes['w'] && boxes['turned'] && (
        <TurnArrow
          from={[boxes['w'].x + boxes['w'].width + 4, boxes['w'].y + boxes['w'].height / 2]}
          to={[boxes['turned'].x + boxes['turned'].width + 4, boxes['turned'].y + 8]}
        />
      )}
      <Flights />
    </StageDrawing>
  );
}

/** What leads from the gradient's window over the bench to the cell that is made. */
function Beams({
  view,
  boxes,
  bench,
}: {
  readonly view: BackwardView;
  readonly boxes: Boxes;
  readonly bench: Bench;
}) {
  const { spread, turned, products, dx, dy } = boxes;
  const { grids } = view;
  const read = bench === 'gather' ? grids['spread']?.windows?.[0] : grids['dy']?.windows?.[0];
  const made = grids['dx']?.windows?.[0];
  if (!read || !made || !dx || !products) return null;
  if (bench === 'gather' && spread && turned)
    return (
      <>
        <Beam hue="gradient" from={windowBox(spread, read)} to={turned} />
        <Beam hue="gradient" from={products} to={windowBox(dx, made)} />
      </>
    );
  if (bench !== 'scatter' || !dy) return null;
  return (
    <>
      <Beam hue="gradient" from={windowBox(dy, read)} to={products} />
      <Beam hue="gradient" from={products} to={windowBox(dx, made)} />
    </>
  );
}
