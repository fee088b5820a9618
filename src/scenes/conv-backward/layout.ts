import type { StageSize } from '../../kit/scene/defineScene.ts';
import { column, type GridOptions, grid, type Plan, row } from '../../kit/stage/plan.ts';
import type { GridId } from './grids.ts';
import type { BackwardModel } from './model.ts';
import { hasPlanes } from './parameters.ts';

/** What lies on the lower lane: the bench of a pass, read from right to left. */
export type Bench = 'gather' | 'scatter' | 'weight' | 'bias';

type Ids = readonly GridId[];

interface Lanes {
  /** The forward lane: the input, what was learned and its gradients, the output. */
  readonly left: Ids;
  readonly middle: Ids;
  readonly lower: Ids;
  /** On a phone the bench takes two rows, and of the forward lane there is what fits beside it. */
  readonly phone: readonly [Ids, Ids];
  /** Where several planes are, what the bench has a copy of lies whole beside the output; on a phone, instead of its last grid. */
  readonly whole?: GridId;
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
    whole: 'dy',
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
    whole: 'x',
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

/** The lanes of a bench, of one plane or several. */
function lanesOf(bench: Bench, several: boolean): Lanes {
  const lanes = LANES[bench];
  if (!several) return lanes;
  const { whole, phone } = lanes;
  // Kernels are many then, and those of the gradient have a bench of their own.
  const middle = lanes.middle.filter((id) => lanes.lower[0] !== 'dx' || (id !== 'dw' && id !== 'db'));
  if (!whole) return { ...lanes, middle };
  const left = whole === 'x' ? [whole] : lanes.left;
  return { ...lanes, left, middle, phone: [phone[0], [...phone[1].slice(0, -1), whole]] };
}

/** At the right end of the forward lane: what comes out, and with several maps their gradient. */
const outputsOf = (bench: Bench, several: boolean): Ids =>
  several && LANES[bench].whole === 'dy' ? ['y', 'dy'] : ['y'];

/** Everything that is drawn. */
export function drawnOn(bench: Bench, { params }: BackwardModel, { band }: StageSize): Ids {
  const several = hasPlanes(params);
  const { left, middle, lower, phone } = lanesOf(bench, several);
  return band === 'phone' ? phone.flat() : [...left, ...middle, ...outputsOf(bench, several), ...lower];
}

export const lowerLane = (bench: Bench): Ids => LANES[bench].lower;

/** The plan of a bench. @param channel whose sheet lies in front */
export function planOf(
  bench: Bench,
  { params }: BackwardModel,
  { band }: StageSize,
  channel: number,
): Plan<GridId> {
  const several = hasPlanes(params);
  const { left, middle, lower, phone } = lanesOf(bench, several);
  const planes = (id: GridId): GridOptions =>
    planesOf(id, { channels: params.channels, several, front: channel, isPhone: band === 'phone' });
  const largest = several ? 30 : 34;
  const upper = (id: GridId) => grid(id, { size: 'upper', largest, ...planes(id) });
  const small = (id: GridId) => grid(id, { size: 'upper', largest: 26, ...planes(id) });
  const main = (id: GridId) => grid(id, planes(id));
  if (band === 'phone') return column([row(phone[0].map(main)), row(phone[1].map(small), { gap: 12 })]);
  const outputs = outputsOf(bench, several).map(upper);
  const under = (id: GridId, below: GridId): Plan<GridId> =>
    column([upper(id), grid(below, { size: 'upper', largest, title: 'right' })], { gap: 8 });
  const forward = several
    ? row([...left.map(upper), ...pairsIn(middle, upper, under), ...outputs], { gap: 18 })
    : row([...left.map(upper), row(middle.map(upper), { gap: 18 }), ...outputs], { align: 'center' });
  return column([forward, row(lower.map(main), { align: 'center' })], { gap: several ? 10 : 18 });
}

/** Where kernels are many, each of the two bias rows lies under its kernels. */
function pairsIn(
  middle: Ids,
  alone: (id: GridId) => Plan<GridId>,
  under: (id: GridId, below: GridId) => Plan<GridId>,
): Plan<GridId>[] {
  const below: Partial<Record<GridId, GridId>> = { dw: 'db', w: 'b' };
  const rows: Ids = ['b', 'db'];
  const hasKernels = (id: GridId): boolean => middle.includes(id === 'b' ? 'w' : 'dw');
  return middle
    .filter((id) => !rows.includes(id) || !hasKernels(id))
    .map((id) => {
      const second = below[id];
      return second && middle.includes(second) ? under(id, second) : alone(id);
    });
}

/** Channels lie one behind the other, the one at work in front; a filter is a stack of its own, and so is its map. */
function planesOf(
  id: GridId,
  {
    channels,
    several,
    front,
    isPhone,
  }: { channels: number; several: boolean; front: number; isPhone: boolean },
): GridOptions {
  const stack = {
    planes: 'stack',
    stackOf: channels,
    stackGap: isPhone ? 5 : 7,
    planeGap: 8,
    front,
  } as const;
  if (id === 'x' || id === 'dx' || id === 'w' || id === 'dw') return stack;
  if (id === 'spread' || id === 'turned' || id === 'padded') return { letter: several };
  return id === 'y' || id === 'dy' ? { planeGap: 8 } : {};
}
