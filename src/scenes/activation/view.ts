import { explainActivation, explainActivationInput } from '../../explain/activations.ts';
import { operand } from '../../formula/arithmetic.ts';
import { cellName } from '../../formula/cellName.ts';
import { printNumber } from '../../formula/numbers.ts';
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
import { finishedCells, type Moment } from '../../playback/track.ts';
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
  readonly cell: CellNumbers;
  readonly asked: boolean;
  readonly held: ViewOptions<ActivationParams>['held'];
}

interface CellNumbers {
  readonly row: number;
  readonly col: number;
  readonly z: number;
  readonly a: number;
  readonly slope: number;
  readonly da: number;
  readonly dz: number;
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
  const cell = cellOf(model, asked ?? placeAt(moment.cell));
  const complete = moment.finished === CELLS;
  const subject = subjectOf(moment, asked, held);
  const equations =
    subject === 'start'
      ? []
      : subject === 'point'
        ? pointLines(model, full)
        : way === 'forward'
          ? [valueLine(model, cell, full)]
          : complete && !asked
            ? [biasLine(model, full), gradientLine(cell, full)]
            : [gradientLine(cell, full), cellSlopeLine(model, cell, full)];
  const all = asked !== null || held !== null;
  const known = (id: Pass): ((index: number) => boolean) => {
    const finished = all ? CELLS : finishedCells(model.track, moment, id);
    return (index) => index < finished;
  };
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

function placeAt(cell: number): Pick<Place, 'row' | 'col'> {
  const [row, col] = cellAt(cell, SIDE);
  return { row, col };
}

/** What the core's explainers say of one cell, out and back. */
function cellOf({ params, z, da }: ActivationModel, { row, col }: Pick<Place, 'row' | 'col'>): CellNumbers {
  const { name, alpha } = params;
  const index = [0, 0, row, col];
  const out = explainActivation(name, { x: z }, index, alpha);
  const back = explainActivationInput(name, { x: z, dy: da }, index, alpha);
  return {
    row,
    col,
    z: out.argument.value,
    a: out.value,
    slope: back.result,
    da: back.upstream?.value ?? 0,
    dz: back.value,
  };
}

const inGrid = (grid: string, { row, col }: CellNumbers): Place => ({ grid, plane: 0, row, col });
const nameOf = (symbol: string, { row, col }: CellNumbers): string => cellName(symbol, [row, col]);

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

function valueLine(model: ActivationModel, cell: CellNumbers, full: boolean): ExpressionEquation {
  return expressionEquation({
    head: nameOf('act', cell),
    target: inGrid('act', cell),
    parts: valueParts(model.params, cell.z, { full, place: inGrid('pre', cell) }),
    value: cell.a,
    full,
  });
}

/** ∂z = ∂a × φ′(z). */
function gradientLine(cell: CellNumbers, full: boolean): ExpressionEquation {
  const print = (value: number): string => operand(printNumber(value, { full }).text);
  return expressionEquation({
    head: nameOf('dpre', cell),
    target: inGrid('dpre', cell),
    parts: [
      { text: print(cell.da), place: inGrid('dact', cell) },
      ' × ',
      { text: print(cell.slope), symbol: 'dpre' },
    ],
    value: cell.dz,
    full,
  });
}

function cellSlopeLine(model: ActivationModel, cell: CellNumbers, full: boolean): ExpressionEquation {
  return expressionEquation({
    head: `φ′(${printNumber(cell.z, { full }).text})`,
    parts: slopeParts(model.params, cell.z, { full, place: inGrid('pre', cell) }),
    value: cell.slope,
    full,
  });
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
