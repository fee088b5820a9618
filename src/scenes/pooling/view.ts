import type { Factor } from '../../explain/explanation.ts';
import { cellAt, oneCell } from '../../kit/convolution/windows.ts';
import { flightOf } from '../../kit/motion/flightOf.ts';
import { windowAt } from '../../kit/motion/glide.ts';
import { explainPool, readersOfCell } from '../../kit/pooling/explain.ts';
import { markUnreadCells, poolWindow } from '../../kit/pooling/windows.ts';
import { placesIn } from '../../kit/scene/equations.ts';
import { MarkBook } from '../../kit/scene/marks.ts';
import type { ExpressionEquation, Flight, GridWindow, SceneView, ViewOptions } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import type { Moment } from '../../playback/track.ts';
import { poolEquation } from './equation.ts';
import type { PoolingModel } from './model.ts';
import type { PoolingParams } from './parameters.ts';
import { type Progress, progressOf, valueAfter } from './progress.ts';

type GridId = 'x' | 'y' | 'before';

/** A cell of the input that is asked for: the windows that read it. */
interface Asked extends Place {
  readonly readers: ReturnType<typeof readersOfCell>;
}

/** What is on the screen at one position. */
export interface PoolingView extends SceneView {
  readonly equations: readonly ExpressionEquation[];
  /** The output cell that is spoken of, of this moment or before the shift. */
  readonly cell: Place;
  readonly progress: Progress;
  /** A number of the window is under way. */
  readonly moves: boolean;
  readonly input: Asked | null;
  readonly asked: boolean;
  /** Every window has been taken, and nothing is asked. */
  readonly isOver: boolean;
  readonly held: ViewOptions<PoolingParams>['held'];
}

export function viewOf(
  model: PoolingModel,
  moment: Moment,
  { asked, held, full }: ViewOptions<PoolingParams>,
): PoolingView {
  const input = asked?.grid === 'x' ? inputQuestion(model, asked) : null;
  const all = asked !== null || held !== null;
  const isOver = !all && moment.finished === model.out * model.out;
  const cell = input ? speaksOf(input, moment, model) : (asked ?? cellOf(model, moment, isOver));
  const layer = cell.grid === 'before' ? (model.before ?? model) : model;
  const done = all || isOver || model.isMap ? undefined : moment.done;
  const waits = !all && model.isMap && moment.done === 0;
  const progress = progressOf(explainPool(layer, [cell.plane, cell.row, cell.col]), waits ? 0 : done);
  const placeOf = cell.grid === 'before' ? () => null : placeIn(model);
  // Of a pixel that no window reads there is no arithmetic.
  const isRead = input === null || input.readers.length > 0;
  const equations = isRead ? [poolEquation(progress, { full, target: cell, placeOf })] : [];
  const flight = all ? null : motionOf(model, moment, progress, cell);
  const marks = marksOf(model, { cell, progress, input, flight, isAsked: asked !== null });
  const windows =
    isRead && !input
      ? windowsOf(model, (all && !held) || isOver ? cell : null, moment, { held, everywhere: !asked })
      : {};
  const finished = all ? Number.POSITIVE_INFINITY : moment.finished;
  const cells = model.out * model.out;
  const at = (cell.plane * model.out + cell.row) * model.out + cell.col;
  return {
    grids: {
      x: { marks: marks.of('x'), windows: windows.x },
      y: {
        marks: marks.of('y'),
        windows: windows.y,
        known: (index) => index % cells < finished,
        partial: (index) =>
          index === at && progress.taken > 0 && !progress.isDone ? progress.value : undefined,
      },
      ...(model.before && { before: { marks: marks.of('before'), windows: windows.before } }),
    },
    equations,
    flight,
    ...{ cell, progress, input, held },
    moves: flight !== null,
    asked: asked !== null,
    isOver,
  };
}

/** The cell of the moment; where the whole output is spoken of, the strongest one of its first map. */
const cellOf = (model: PoolingModel, { cell }: Moment, isOver: boolean): Place => {
  const { out, y, isMap, before } = model;
  const first = Array.from(y.data.subarray(0, out * out));
  const strongest = first.indexOf(Math.max(...first));
  const [row, col] = cellAt(isOver && (isMap || before) ? strongest : cell, out);
  return { grid: 'y', plane: 0, row, col };
};

const inputQuestion = (model: PoolingModel, place: Place): Asked => ({
  ...place,
  readers: readersOfCell(model, [place.plane, place.row, place.col]),
});

/** The window whose arithmetic a pixel is shown in: the first that took it, or else that read it. */
function speaksOf({ readers, plane }: Asked, moment: Moment, model: PoolingModel): Place {
  const reader = readers.find(({ takes }) => takes) ?? readers[0];
  return reader ? { grid: 'y', plane, row: reader.row, col: reader.col } : cellOf(model, moment, false);
}

const placeIn = ({ x }: PoolingModel) => {
  const places = placesIn({ x: x.shape });
  return ({ tensor, index }: Factor): Place | null => places(tensor, index);
};

interface Subject {
  readonly cell: Place;
  readonly progress: Progress;
  readonly input: Asked | null;
  readonly flight: Flight | null;
  readonly isAsked: boolean;
}

function marksOf(model: PoolingModel, { cell, progress, input, flight, isAsked }: Subject): MarkBook {
  const { change, out, channels } = model;
  const marks = new MarkBook(placesIn({ x: model.x.shape }));
  markUnreadCells(model, marks, ['x']);
  if (input) {
    for (const { row, col, takes } of input.readers)
      marks.cell({ grid: 'y', plane: input.plane, row, col }, { kind: takes ? 'target' : 'reached' });
    marks.cell(input, { kind: 'target' });
    return marks;
  }
  for (let i = 0; change && i < channels * out * out; i++)
    if (change.y.has(i)) {
      const [row, col] = cellAt(i % (out * out), out);
      marks.cell({ grid: 'y', plane: Math.floor(i / (out * out)), row, col }, { kind: 'reached' });
    }
  if (cell.grid === 'before') return marks;
  const { candidates, taken, leader, explanation } = progress;
  if (!model.isMap) {
    if (explanation.kind === 'ratio')
      for (const one of candidates.slice(0, taken)) marks.factor(one, { kind: 'source' });
    const now = candidates[flight ? taken : taken - 1];
    if (now && !progress.isDone) marks.factor(now, { kind: 'active' });
  }
  if (leader) marks.factor(leader, { kind: 'target' });
  if (isAsked) marks.cell(cell, { kind: 'target' });
  return marks;
}

/** The window over every plane, and the cell that it makes; while the stride is held, the window after it as well. */
function windowsOf(
  model: PoolingModel,
  at: Place | null,
  moment: Moment,
  { held, everywhere }: { readonly held: PoolingView['held']; readonly everywhere: boolean },
): Partial<Record<GridId, readonly GridWindow[]>> {
  const { out, channels, before } = model;
  const planes = everywhere ? Array.from({ length: channels }, (_, plane) => plane) : [at?.plane ?? 0];
  const placeOf = (cell: number) => cellAt(cell, out);
  const over = at
    ? poolWindow(model, [at.row, at.col])
    : windowAt(moment, (cell) => poolWindow(model, placeOf(cell)));
  const made = at ? oneCell([at.row, at.col]) : windowAt(moment, (cell) => oneCell(placeOf(cell)));
  const [row, col] = placeOf(moment.cell);
  const next = held === 'stride' && col + 1 < out ? [poolWindow(model, [row, col + 1], 'next')] : [];
  const inAll = (windows: readonly GridWindow[]): GridWindow[] =>
    planes.flatMap((plane) => windows.map((window) => ({ ...window, plane })));
  return { x: inAll([over, ...next]), y: inAll([made]), ...(before && { before: inAll([made]) }) };
}

/** A number flies to the cell; it stays there only if it wins, or is added. */
function motionOf(model: PoolingModel, moment: Moment, progress: Progress, target: Place): Flight | null {
  const next = progress.candidates[progress.taken];
  if (model.isMap || !next) return null;
  const places = placeIn(model);
  return flightOf(moment, {
    terms: [{ factors: [next], value: next.value }],
    placeOf: places,
    targetOf: () => target,
    leavesOf: () => valueAfter(progress),
  });
}
