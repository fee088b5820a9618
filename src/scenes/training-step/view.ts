import { FACTS } from '../../kit/digitPass/nodes.ts';
import { placeName } from '../../kit/line/placeName.ts';
import type { Equation, GridView, SceneView, ViewOptions } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import type { Moment } from '../../playback/track.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { linesOf } from './lines.ts';
import type { StepModel } from './model.ts';
import type { StepParams } from './parameters.ts';
import { type GradientStep, KERNELS, steepest } from './step.ts';
import { PARTS } from './words.ts';

/** The grids of the chosen weight: before, its gradient, after. */
export const KERNEL_GRIDS = ['w', 'dw', 'stepped'] as const;
export const SCORE_GRIDS = ['logits', 'probs', 'dlogits'] as const;
/** The part that makes a grid, counted from 1; 0: it is there from the start. */
const MADE_BY: Readonly<Record<string, number>> = {
  w: 0,
  logits: 1,
  probs: 1,
  dlogits: 3,
  dw: 3,
  stepped: 4,
};

/** One weight of the first layer: its number, its cell in each of the three grids, its three numbers. */
export interface ChosenWeight {
  readonly index: number;
  readonly at: { readonly plane: number; readonly row: number; readonly col: number };
  readonly name: string;
  readonly before: number;
  readonly gradient: number;
  readonly after: number;
}

/** What is on the screen at one position. */
export interface StepView extends SceneView {
  readonly k: number;
  readonly step: GradientStep;
  /** The part that is spoken of, 1 … 4; 0: the step has not begun. */
  readonly part: number;
  /** How much of each part is drawn, 0 … 1, by its number. */
  drawn(part: number): number;
  readonly weight: ChosenWeight;
  /** A cell is asked for. */
  readonly asked: Place | null;
  /** The loss before; after, as the slope promises it; after, in truth: of what moves. */
  readonly loss: number;
  readonly promised: number;
  readonly happened: number;
}

const isKernelGrid = (grid: string): boolean => (KERNEL_GRIDS as readonly string[]).includes(grid);

function spotOf(index: number): ChosenWeight['at'] {
  const { rows, cols } = KERNELS;
  return {
    plane: Math.floor(index / (rows * cols)),
    row: Math.floor(index / cols) % rows,
    col: index % cols,
  };
}

export function viewOf(
  model: StepModel,
  moment: Moment,
  { asked, held, full }: ViewOptions<StepParams>,
): StepView {
  const k = moment.cell;
  const step = model.step(k);
  const still = asked !== null || held !== null;
  const part = still ? PARTS.length : moment.done + (moment.fraction > 0 ? 1 : 0);
  const drawn = (of: number): number =>
    still || of <= moment.done ? 1 : of === moment.done + 1 ? moment.fraction : 0;
  const { next, loss: after } = model.outcome(k);
  const { plane, row, col } = asked ?? { plane: 0, row: 0, col: 0 };
  const index =
    asked && isKernelGrid(asked.grid)
      ? (plane * KERNELS.rows + row) * KERNELS.cols + col
      : steepest(model.first);
  const [w, dw, stepped] = [step.weights[0], step.gradients[0], next[0]] as [Tensor, Tensor, Tensor];
  const number = ({ data }: Tensor): number => data[index] as number;
  const weight: ChosenWeight = {
    ...{
      index,
      at: spotOf(index),
      before: number(w),
      gradient: number(dw),
      after: number(stepped),
    },
    name: placeName({ grid: 'w', ...spotOf(index) }, { id: 'w', ...KERNELS }),
  };
  const { rate, along } = model.params;
  const { loss } = step.pass;
  const square = along === 'one' ? weight.gradient ** 2 : step.square;
  const happened = along === 'one' ? step.alone(index, weight.after - weight.before) : after;
  const values: Readonly<Record<string, Tensor>> = {
    ...{ w, dw, stepped, dlogits: step.pass.gradients.logits },
    ...{ logits: step.pass.values.logits, probs: step.pass.values.probs },
  };
  const seen = { k, step, part, drawn, weight, asked, loss, promised: loss - rate * square, happened };
  const grids = Object.fromEntries(
    Object.entries(values).map(([id, { data, size }]): [string, GridView] => [
      id,
      gridView(id, data, size, seen),
    ]),
  );
  const equations: readonly Equation[] = linesOf(model, seen, full);
  return { ...seen, equations, grids };
}

type Seen = Pick<StepView, 'drawn' | 'weight' | 'asked'>;

/** A grid fills up while the part that makes it is under way; the chosen weight, or the asked score, is framed. */
function gridView(
  id: string,
  values: ArrayLike<number>,
  size: number,
  { drawn, weight, asked }: Seen,
): GridView {
  const share = drawn(MADE_BY[id] ?? 0);
  const known = share === 1 || MADE_BY[id] === 0 ? undefined : (i: number) => i < share * size;
  const spot = isKernelGrid(id) ? weight.at : asked?.grid === id ? asked : null;
  return {
    values,
    ...(id === 'probs' && { textOf: (i: number) => shareText(values[i] as number) }),
    ...(known && { known }),
    ...(spot && {
      here: spot,
      windows: [{ ...spot, rows: 1, cols: 1, role: 'result' as const }],
    }),
  };
}

/** Whole percents, short enough for a cell. */
const shareText = (share: number): string =>
  share > 0 && share < 0.005 ? '≈0' : `${Math.round(100 * share)}%`;

/** Rows and columns of the columns of ten. */
export const TEN = { rows: FACTS.logits.rows, cols: FACTS.logits.cols } as const;
