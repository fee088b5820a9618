import { operand } from '../../formula/arithmetic.ts';
import { printNumber } from '../../formula/numbers.ts';
import { type ActivatedCell, activatedCell, cellLines } from '../../kit/activation/cell.ts';
import { slopeParts, valueParts } from '../../kit/activation/lines.ts';
import { cellAt, oneCell } from '../../kit/convolution/windows.ts';
import { windowAt } from '../../kit/motion/glide.ts';
import { expressionEquation } from '../../kit/scene/equations.ts';
import type {
  ExpressionEquation,
  GridView,
  GridWindow,
  SceneView,
  ViewOptions,
} from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import { knownCells, type Moment } from '../../playback/track.ts';
import { type ActivationModel, CELLS, type Pass, SIDE } from './model.ts';
import type { ActivationParams } from './parameters.ts';

/** What is on the screen at one position. */
export interface ActivationView extends SceneView {
  readonly equations: readonly ExpressionEquation[];
  /** What the lines speak of: the movable point, one cell of the map, or nothing yet. */
  readonly subject: 'point' | 'cell' | 'start';
  /** The way that the lines write: of the moment, or of the cell that is asked for. */
  readonly way: Pass;
  /** The way that the stage shows. */
  readonly pass: Pass;
  /** Cells of that way that are done. */
  readonly done: number;
  readonly point: { readonly z: number; readonly value: number; readonly slope: number };
  readonly cell: ActivatedCell;
  readonly asked: boolean;
  readonly held: ViewOptions<ActivationParams>['held'];
}

/** Sliders that move the point or its curve. */
const OF_POINT: readonly (string | null)[] = ['z', 'alpha', 'depth'];

export function viewOf(
  model: ActivationModel,
  moment: Moment<Pass>,
  { asked, held, full }: ViewOptions<ActivationParams>,
): ActivationView {
  const pass = moment.stretch.id;
  const way = asked ? wayOf(asked, pass) : pass;
  const [row, col] = asked ? [asked.row, asked.col] : cellAt(moment.cell, SIDE);
  const cell = activatedCell(model.params, model, row, col);
  const lines = cellLines(model.params, cell, full, null);
  const complete = moment.finished === CELLS;
  const subject = subjectOf(moment, asked, held);
  const equations =
    subject === 'start'
      ? []
      : subject === 'point'
        ? pointLines(model, full)
        : way === 'forward'
          ? [lines.value]
          : complete && !asked
            ? [biasLine(model, full), lines.gradient]
            : [lines.gradient, lines.slope];
  const all = asked !== null || held !== null;
  const known = knownCells(model.track, moment, all);
  const { z } = model.params;
  return {
    grids: gridsOf(moment, asked, subject === 'point', known),
    equations,
    subject,
    way,
    pass,
    done: moment.finished,
    point: { z, value: model.g(z), slope: model.slope(z) },
    cell,
    asked: asked !== null,
    held,
  };
}

const wayOf = ({ grid }: Place, pass: Pass): Pass =>
  grid === 'act' ? 'forward' : grid === 'pre' ? pass : 'backward';

function subjectOf(
  { position, finished, stretch }: Moment<Pass>,
  asked: Place | null,
  held: ActivationView['held'],
): ActivationView['subject'] {
  if (asked) return 'cell';
  if (OF_POINT.includes(held)) return 'point';
  if (position === 0) return 'start';
  return stretch.id === 'forward' && finished === CELLS ? 'point' : 'cell';
}

function pointLines(model: ActivationModel, full: boolean): ExpressionEquation[] {
  const { z } = model.params;
  const at = printNumber(z).text;
  const shown = { full, place: null };
  return [
    expressionEquation({
      head: `φ(${at})`,
      parts: valueParts(model.params, z, shown),
      value: model.g(z),
      full,
    }),
    expressionEquation({
      head: `φ′(${at})`,
      parts: slopeParts(model.params, z, shown),
      value: model.slope(z),
      full,
    }),
  ];
}

/** ∂b: all that is positive in ∂z, less all that is negative. */
function biasLine({ dz, db }: ActivationModel, full: boolean): ExpressionEquation {
  const part = (sign: number): string => {
    const size = Array.from(dz.data).reduce((sum, value) => sum + Math.max(0, sign * value), 0);
    return operand(printNumber(size, { full }).text);
  };
  return expressionEquation({
    head: '∂b',
    parts: [`${part(1)} − ${part(-1)}`],
    value: db.data[0] as number,
    full,
  });
}

/** The cell that goes in, and the one that is made. */
function gridsOf(
  moment: Moment<Pass>,
  asked: Place | null,
  quiet: boolean,
  known: (id: Pass) => (index: number) => boolean,
): ActivationView['grids'] {
  const ring = (role: GridWindow['role']): readonly GridWindow[] => {
    if (quiet) return [];
    if (asked) return [oneCell([asked.row, asked.col], role)];
    return [windowAt(moment, (cell) => oneCell(cellAt(cell, SIDE), role))];
  };
  const back = moment.stretch.id === 'backward';
  const grid = (role: GridWindow['role'], more: GridView = {}): GridView => ({
    windows: ring(role),
    ...more,
  });
  return {
    pre: grid('window'),
    act: grid('result', { known: known('forward') }),
    dact: back ? grid('window') : {},
    dpre: back ? grid('result', { known: known('backward') }) : {},
  };
}
